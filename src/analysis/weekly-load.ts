/** Calendar weeks for charts, each with the usual range that held for it. */

import type { DailyQuantity } from './daily-load.ts';
import type { SpeedBandName } from './judged-run.ts';
import type { LocalDate } from './local-date.ts';
import type { UsualLevel, UsualRange } from './usual-range.ts';

export interface WeekQuantity {
  /** Sum of the known days; a minimum when `unknownRuns` > 0; `null` when every run of the week lacks it. */
  value: number | null;
  /** Runs of the week that lack this quantity. */
  unknownRuns: number;
  /** Usual range judged at the week's last day (today, for the running week); `null`: not enough data. */
  usual: UsualRange | null;
  level: UsualLevel;
}

export interface WeekLoad {
  start: LocalDate;
  end: LocalDate;
  /** True for the week that holds today, unless today is its last day. */
  isPartial: boolean;
  runIds: string[];
  quantities: Record<DailyQuantity, WeekQuantity>;
  /**
   * Each metre once, together the week's distance. Fast wins over hill (beyond ±5 %), hill over flat; metres whose grade
   * is unknown and that are not fast stand apart.
   */
  volume: { flatM: number; hillM: number; fastM: number; gradeUnknownM: number };
  speedBands: Record<SpeedBandName, { seconds: number; metres: number }> | null;
}
