/** Where seven days lie against the usual range: a description of a number, not yet an alarm. */
import type { DailyQuantity } from './daily-load.ts';
import { exceeds } from './exceeds.ts';
import { WEEK_ABOVE_RATIO, WEEK_FLOORS, WEEK_WELL_ABOVE_RATIO } from './policy.ts';
import type { UsualLevel, UsualRange } from './usual-range.ts';

/**
 * `value` in the quantity's unit. Beyond 1.10 (1.30) × the largest of the range is above (well above), unless it exceeds the largest by less
 * than the quantity's floor.
 */
export function usualLevel(
  quantity: DailyQuantity,
  value: number | null,
  range: UsualRange | null,
): UsualLevel {
  if (value === null || range === null) return 'not-enough-data';
  if (exceeds(range.high + WEEK_FLOORS[quantity], value)) return 'usual';
  if (exceeds(value, range.high, WEEK_WELL_ABOVE_RATIO)) return 'well-above';
  return exceeds(value, range.high, WEEK_ABOVE_RATIO) ? 'above' : 'usual';
}
