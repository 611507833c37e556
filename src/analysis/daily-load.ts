/** Every local day from the first run to the last day judged, in columns. Rest days are 0; a day whose run lacks a quantity is `NaN` (unknown) for it. */

import type { JudgedRun } from './judged-run.ts';
import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from './local-date.ts';
import { runQuantity } from './run-quantity.ts';

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
  /** 0 without runs. */
  count: number;
  /** The same days as dates. */
  dates: LocalDate[];
  runCount: Uint16Array;
  /** How many runs lie before each day, and before the day after the last: the runs of a day are a slice of all runs. */
  runsBefore: Uint32Array;
  columns: Record<DailyQuantity, Float64Array>;
  /** As `columns`, with what is known of an unknown day in the place of `NaN`: the day held at least this. */
  minimum: Record<DailyQuantity, Float64Array>;
  /** The ends of the load's range, what is known of each day. */
  lowLoadAeKm: Float64Array;
  highLoadAeKm: Float64Array;
}

/** `runs` in order of their days, none after `lastDate`. */
export function dailyLoad(runs: readonly JudgedRun[], lastDate: LocalDate): DailyLoad {
  const lastDay = toEpochDay(lastDate);
  const firstDay = runs[0] === undefined ? lastDay : toEpochDay(runs[0].localDate);
  const days = emptyDays(firstDay, runs.length === 0 ? 0 : lastDay - firstDay + 1);
  for (const run of runs) {
    const day = toEpochDay(run.localDate) - firstDay;
    days.runCount[day] = (days.runCount[day] as number) + 1;
    for (const quantity of DAILY_QUANTITIES) {
      const value = runQuantity(run, quantity);
      add(days.columns[quantity], day, value ?? Number.NaN);
      add(days.minimum[quantity], day, value ?? 0);
    }
    add(days.lowLoadAeKm, day, run.exposure.load?.lowAeKm ?? 0);
    add(days.highLoadAeKm, day, run.exposure.load?.highAeKm ?? 0);
  }
  for (let day = 0; day < days.count; day += 1) {
    days.runsBefore[day + 1] = (days.runsBefore[day] as number) + (days.runCount[day] as number);
  }
  return days;
}

function emptyDays(firstDay: EpochDay, count: number): DailyLoad {
  const columns = {} as DailyLoad['columns'];
  const minimum = {} as DailyLoad['minimum'];
  for (const quantity of DAILY_QUANTITIES) {
    columns[quantity] = new Float64Array(count);
    minimum[quantity] = new Float64Array(count);
  }
  return {
    firstDay,
    count,
    dates: Array.from({ length: count }, (_, day) => fromEpochDay(firstDay + day)),
    runCount: new Uint16Array(count),
    runsBefore: new Uint32Array(count + 1),
    columns,
    minimum,
    lowLoadAeKm: new Float64Array(count),
    highLoadAeKm: new Float64Array(count),
  };
}

function add(column: Float64Array, day: number, value: number): void {
  column[day] = (column[day] as number) + value;
}
