/** Whether one number goes beyond a multiple of another, with the edge itself not beyond. Knows nothing of units. */
import { COMPARISON_TOLERANCE } from './policy.ts';

/**
 * True when `observed` is more than `factor` × `baseline`. A difference within `COMPARISON_TOLERANCE` is none, so the answer
 * neither hangs on binary fractions (1.1 × 10 is not 11 in them) nor changes when both are given in another unit.
 */
export function exceeds(observed: number, baseline: number, factor = 1): boolean {
  return observed > factor * baseline * (1 + COMPARISON_TOLERANCE);
}
