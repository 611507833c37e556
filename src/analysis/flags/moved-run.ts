/**
 * Tells a fuller week from a moved run. A weekly long run put off from Sunday to Monday makes two in the seven days to the
 * next Sunday, and none in the seven before; nothing rose. Six days still hold one, eight days hold two as they always
 * do, thirteen days no more than two. A real rise shows in one of them: an added run in thirteen days, a longer run in
 * six or eight, a full week after a week of rest in six.
 */
import type { DailyLoad, DailyQuantity } from '../daily-load.ts';
import { exceeds } from '../exceeds.ts';
import { MOVED_RUN_DAYS, USUAL_RANGE_WEEKS, WEEK_DAYS } from '../policy.ts';

/** Whether the rise of the seven days ending on the day `dayIndex` is one of timing only. */
export function isOnlyMoved(days: DailyLoad, quantity: DailyQuantity, dayIndex: number): boolean {
  return MOVED_RUN_DAYS.every((length) => {
    const largest = largestBefore(days, quantity, dayIndex, length);
    return largest !== null && !exceeds(sumOf(days.minimum[quantity], dayIndex, length), largest);
  });
}

/** The fullest `length` days within the eight weeks before the seven days judged; `null` when none of them is wholly known. */
function largestBefore(
  days: DailyLoad,
  quantity: DailyQuantity,
  dayIndex: number,
  length: number,
): number | null {
  const firstDay = Math.max(0, dayIndex - (USUAL_RANGE_WEEKS + 1) * WEEK_DAYS + 1);
  let largest: number | null = null;
  for (let end = firstDay + length - 1; end <= dayIndex - WEEK_DAYS; end += 1) {
    // An unknown day makes the sum NaN, which is larger than nothing.
    const sum = sumOf(days.columns[quantity], end, length);
    if (sum > (largest ?? -1)) largest = sum;
  }
  return largest;
}

function sumOf(column: Float64Array, end: number, length: number): number {
  let sum = 0;
  for (let day = Math.max(0, end - length + 1); day <= end; day += 1) sum += column[day] as number;
  return sum;
}
