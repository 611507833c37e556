/**
 * Metres from each sample to the next, from the best source there is: the device's cumulative distance, else its speed,
 * else positions. Values the device dropped are bridged evenly in time. Must not judge: glitches and pauses are left in.
 */
import type { Samples } from './activity.ts';
import { type ColumnMemory, newColumns } from './column-memory.ts';
import { RECORDED_DISTANCE_MAX_M, RECORDED_SPEED_MAX_MPS } from './policy.ts';

// Compiled in: an imported constant is looked up again at every use.
const DISTANCE_MAX_M = RECORDED_DISTANCE_MAX_M;

const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

/**
 * `timerS`: timer seconds of each step. One value per step, never negative, in `memory`; `null` when no source says how far
 * it was.
 */
export function stepDistances(
  samples: Samples,
  timerS: Float64Array,
  memory: ColumnMemory = newColumns,
): Float64Array | null {
  return (
    fromDistance(samples, memory) ??
    fromSpeed(samples, timerS, memory) ??
    fromPositions(samples, memory)
  );
}

function fromDistance({ distanceM, timeS }: Samples, memory: ColumnMemory): Float64Array | null {
  return distanceM === null ? null : stepsOf(distanceM, timeS, memory);
}

function fromSpeed(
  { speedMps }: Samples,
  timerS: Float64Array,
  memory: ColumnMemory,
): Float64Array | null {
  if (speedMps === null) return null;
  const stepsM = memory.float64(timerS.length);
  let totalM = 0;
  let before = 0;
  for (let i = 0; i < timerS.length; i++) {
    // A dropped speed leaves the last known one standing.
    if (isSpeed(speedMps[i] as number)) before = speedMps[i] as number;
    const after = isSpeed(speedMps[i + 1] as number) ? (speedMps[i + 1] as number) : before;
    const coveredM = ((before + after) / 2) * (timerS[i] as number);
    stepsM[i] = coveredM;
    totalM += coveredM;
  }
  return totalM > 0 ? stepsM : null;
}

function isSpeed(value: number): boolean {
  return value >= 0 && value < RECORDED_SPEED_MAX_MPS;
}

function fromPositions(
  { latitudeDeg, longitudeDeg, timeS }: Samples,
  memory: ColumnMemory,
): Float64Array | null {
  if (latitudeDeg === null || longitudeDeg === null) return null;
  const cumulativeM = memory.float64(timeS.length);
  let totalM = 0;
  let last = -1;
  for (let i = 0; i < timeS.length; i++) {
    if (isPosition(latitudeDeg[i] as number, longitudeDeg[i] as number)) {
      if (last >= 0) totalM += greatCircleM(latitudeDeg, longitudeDeg, last, i);
      last = i;
      cumulativeM[i] = totalM;
    } else {
      cumulativeM[i] = Number.NaN;
    }
  }
  return stepsOf(cumulativeM, timeS, memory);
}

// Devices without a fix write 0°, 0°, a point in the open sea.
function isPosition(latitude: number, longitude: number): boolean {
  return (
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0)
  );
}

/** Haversine. */
function greatCircleM(latitude: Float64Array, longitude: Float64Array, a: number, b: number) {
  const fromLatitude = (latitude[a] as number) * RADIANS;
  const toLatitude = (latitude[b] as number) * RADIANS;
  const halfLatitude = Math.sin((toLatitude - fromLatitude) / 2);
  const halfLongitude = Math.sin(
    (((longitude[b] as number) - (longitude[a] as number)) * RADIANS) / 2,
  );
  const chord =
    halfLatitude * halfLatitude +
    Math.cos(fromLatitude) * Math.cos(toLatitude) * halfLongitude * halfLongitude;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Differences of a cumulative column; `null` when it never grows. */
function stepsOf(
  cumulativeM: Float64Array,
  timeS: Float64Array,
  memory: ColumnMemory,
): Float64Array | null {
  const stepsM = memory.float64(Math.max(timeS.length - 1, 0));
  // A column that starts late counts from the start of the run.
  let last = 0;
  let beforeM = 0;
  let totalM = 0;
  for (let i = 0; i < timeS.length; i++) {
    const reached = cumulativeM[i] as number;
    if (!(reached >= 0 && reached < DISTANCE_MAX_M)) continue;
    const coveredM = reached > beforeM ? reached - beforeM : 0;
    if (i === last + 1) stepsM[last] = coveredM;
    else if (i > last) spread(stepsM, timeS, last, i, coveredM);
    totalM += coveredM;
    last = i;
    beforeM = reached;
  }
  return totalM > 0 ? stepsM : null;
}

function spread(
  stepsM: Float64Array,
  timeS: Float64Array,
  from: number,
  to: number,
  metres: number,
) {
  const metresPerS = metres / ((timeS[to] as number) - (timeS[from] as number));
  for (let i = from; i < to; i++) {
    stepsM[i] = metresPerS * ((timeS[i + 1] as number) - (timeS[i] as number));
  }
}
