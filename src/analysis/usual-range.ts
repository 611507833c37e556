/** What the runner is used to in 7 days: from the 25th percentile to the largest of the last eight complete 7-day windows before the week judged. */
import type { DailyQuantity } from './daily-load.ts';
import type { LocalDate } from './local-date.ts';
import {
  USUAL_RANGE_LOW_QUANTILE,
  USUAL_RANGE_MIN_RUNS,
  USUAL_RANGE_MIN_WEEKS,
  USUAL_RANGE_WEEKS,
  WEEK_DAYS,
} from './policy.ts';
import { quantile } from './quantile.ts';
import type { RollingWeek } from './rolling-week.ts';

export type UsualLevel = 'usual' | 'above' | 'well-above' | 'not-enough-data';

export interface UsualRange {
  low: number;
  /** The largest of the eight windows. */
  high: number;
  /** Last day of the window that set `high`; of equals, the last. */
  highDate: LocalDate;
}

/**
 * The usual range that holds for the seven days ending on the day `dayIndex` of the history. Those days themselves, windows that reach back
 * before the first run and windows with an unknown day are left out; `null` when fewer than four windows with a run, or eight runs, remain.
 */
export function usualRange(
  rolling: RollingWeek,
  quantity: DailyQuantity,
  dayIndex: number,
): UsualRange | null {
  const sums = rolling.sums[quantity];
  const isComplete = rolling.isComplete[quantity];
  let [weeks, weeksWithRun, runs, highIndex] = [0, 0, 0, -1];
  for (let week = 1; week <= USUAL_RANGE_WEEKS; week += 1) {
    const end = dayIndex - week * WEEK_DAYS;
    if (end < 0) break;
    if (isComplete[end] !== 1) continue;
    const sum = sums[end] as number;
    if (highIndex === -1 || sum > (sums[highIndex] as number)) highIndex = end;
    insertAscending(sum, weeks);
    weeks += 1;
    if ((rolling.runCount[end] as number) > 0) weeksWithRun += 1;
    runs += rolling.runCount[end] as number;
  }
  if (weeksWithRun < USUAL_RANGE_MIN_WEEKS || runs < USUAL_RANGE_MIN_RUNS) return null;
  return {
    low: quantile(ascending, weeks, USUAL_RANGE_LOW_QUANTILE),
    high: sums[highIndex] as number,
    highDate: rolling.dates[highIndex] as LocalDate,
  };
}

// One list for all calls: ten years ask for a range tens of thousands of times.
const ascending = new Float64Array(USUAL_RANGE_WEEKS);

function insertAscending(value: number, count: number): void {
  let place = count;
  for (; place > 0 && (ascending[place - 1] as number) > value; place -= 1) {
    ascending[place] = ascending[place - 1] as number;
  }
  ascending[place] = value;
}
