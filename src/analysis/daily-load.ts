/** Every local day from the first run to `today`, in columns. Rest days are 0; a day whose run lacks a quantity is `NaN` (unknown) for it. */

import type { JudgedRun } from './judged-run.ts';
import type { EpochDay, LocalDate } from './local-date.ts';

export const DAILY_QUANTITIES = [
  'distanceM',
  'timerS',
  'ascentM',
  'descentM',
  'uphillM',
  'fastM',
  'fastS',
  'fastDownhillS',
  'loadAeKm',
] as const;
export type DailyQuantity = (typeof DAILY_QUANTITIES)[number];

export interface DailyLoad {
  firstDay: EpochDay;
  count: number;
  runCount: Uint16Array;
  columns: Record<DailyQuantity, Float64Array>;
}
export declare function dailyLoad(runs: readonly JudgedRun[], today: LocalDate): DailyLoad;
