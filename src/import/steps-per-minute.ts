/**
 * Cadence as a GPX or TCX file has it → steps of both feet. Garmin's schemas count the strides of one leg; Strava, Wahoo
 * and others write steps into the same element, not all of them always. The numbers tell: nobody takes 110 strides a
 * minute, and everybody who runs takes more than 110 steps.
 */
import { STRIDES_PER_MIN_MAX } from '../analysis/policy.ts';

/** Takes over `cadence`. */
export function stepsPerMinute(cadence: Float64Array): Float64Array {
  const counted = cadence.filter((value) => value > 0).sort();
  const median = counted[counted.length >> 1] ?? 0;
  return median > STRIDES_PER_MIN_MAX ? cadence : cadence.map((strides) => 2 * strides);
}
