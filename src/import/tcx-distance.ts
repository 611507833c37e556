/**
 * The distances of a TCX activity as one count from 0. By the schema they are, but some programs begin each lap at 0, and
 * the legs of a multisport race that Garmin exports one by one begin where the leg before ended.
 */
import { cumulativeOrNull } from './cumulative-distance.ts';
import type { TcxLap } from './tcx-laps.ts';

/** `distanceM`: of all laps, one behind the other. */
export function tcxDistance(
  distanceM: Float64Array | null,
  laps: readonly TcxLap[],
): Float64Array | null {
  if (distanceM === null) return null;
  const counted = cumulativeOrNull(continued(distanceM, laps));
  if (counted === null) return null;
  const first = counted.find((metres) => metres >= 0) ?? 0;
  const last = counted.findLast((metres) => metres >= 0) ?? 0;
  const lapsM = laps.reduce((sum, lap) => sum + (lap.distanceM ?? 0), 0);
  const beginsLate = Math.abs(last - first - lapsM) < Math.abs(last - lapsM);
  return lapsM > 0 && beginsLate ? counted.map((metres) => metres - first) : counted;
}

/** A lap that begins below half of where the one before ended counts from 0 again. */
function continued(distanceM: Float64Array, laps: readonly TcxLap[]): Float64Array {
  const joined = distanceM.slice();
  let beforeM = 0;
  let last = 0;
  let at = 0;
  for (const { from, to } of laps) {
    const lap = joined.subarray(at, at + to - from);
    const first = lap.find((metres) => metres >= 0);
    if (first !== undefined && first < last / 2) beforeM += last;
    last = lap.findLast((metres) => metres >= 0) ?? last;
    if (beforeM > 0)
      lap.forEach((metres, row) => {
        lap[row] = metres + beforeM;
      });
    at += lap.length;
  }
  return joined;
}
