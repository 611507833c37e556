/** The last seven days at the end of every day, in columns like the days themselves. Summed afresh each day, so that a rest day never raises a sum. */
import { DAILY_QUANTITIES, type DailyLoad, type DailyQuantity } from './daily-load.ts';
import type { LocalDate } from './local-date.ts';
import { WEEK_DAYS } from './policy.ts';

export interface RollingWeek {
  /** The day that ends each window, from the first day of the history on. */
  dates: LocalDate[];
  /** Runs in the window. */
  runCount: Uint16Array;
  /** Sum of what is known of the window: a minimum where the window is not complete. */
  sums: Record<DailyQuantity, Float64Array>;
  /** 1 where all seven days lie in the history and are known. */
  isComplete: Record<DailyQuantity, Uint8Array>;
}

export function rollingWeek(days: DailyLoad): RollingWeek {
  const sums = {} as RollingWeek['sums'];
  const isComplete = {} as RollingWeek['isComplete'];
  for (const quantity of DAILY_QUANTITIES) {
    sums[quantity] = rollingSum(days.minimum[quantity]);
    isComplete[quantity] = completeWindows(days.columns[quantity]);
  }
  const runCount = Uint16Array.from(rollingSum(Float64Array.from(days.runCount)));
  return { dates: days.dates, runCount, sums, isComplete };
}

/** At each day, the sum of it and the six before. */
export function rollingSum(column: Float64Array): Float64Array {
  const sums = new Float64Array(column.length);
  for (let end = 0; end < column.length; end += 1) {
    let sum = 0;
    for (let day = Math.max(0, end - WEEK_DAYS + 1); day <= end; day += 1) {
      sum += column[day] as number;
    }
    sums[end] = sum;
  }
  return sums;
}

function completeWindows(column: Float64Array): Uint8Array {
  const isComplete = new Uint8Array(column.length);
  let knownDays = 0;
  for (let day = 0; day < column.length; day += 1) {
    knownDays = Number.isNaN(column[day]) ? 0 : knownDays + 1;
    isComplete[day] = knownDays >= WEEK_DAYS ? 1 : 0;
  }
  return isComplete;
}
