/** Columns of distances that count on from the start of the activity, as the analysis needs them. */
import { CUMULATIVE_FALL_SHARE } from '../analysis/policy.ts';

/**
 * The column, or `null` when it does not count on: some programs write the metres since the last point, and the positions
 * say more than those.
 */
export function cumulativeOrNull(distanceM: Float64Array | null): Float64Array | null {
  if (distanceM === null) return null;
  let [rise, fall, last] = [0, 0, Number.NaN];
  for (const metres of distanceM) {
    if (Number.isNaN(metres)) continue;
    if (metres > last) rise += metres - last;
    if (metres < last) fall += last - metres;
    last = metres;
  }
  return rise > 0 && fall <= CUMULATIVE_FALL_SHARE * rise ? distanceM : null;
}
