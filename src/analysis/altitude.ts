/**
 * The altitude of a run made fit for slopes: invalid values bridged, jumps and drift during pauses taken out, and the
 * window named that its noise needs. Must not smooth: see `grade.ts`.
 */
import type { Activity } from './activity.ts';
import { type ColumnMemory, newColumns } from './column-memory.ts';
import type { Intervals } from './intervals.ts';
import {
  ALTITUDE_MAX_M,
  ALTITUDE_MIN_M,
  INDOOR_SUB_SPORTS,
  RECORDING_GAP_S,
  VERTICAL_GLITCH_MPS,
} from './policy.ts';

// Compiled in: an imported constant is looked up again at every use.
const [LOWEST_M, HIGHEST_M, FASTEST_MPS] = [ALTITUDE_MIN_M, ALTITUDE_MAX_M, VERTICAL_GLITCH_MPS];

export interface Altitude {
  /** Metres at each sample. Jumps are taken out backward from the end, where watches know their altitude best. */
  altitudeM: Float64Array;
  /** Standard deviation of its noise if it were white, in metres. */
  noiseM: number;
  /** The smallest step that occurs, in metres; 0 when it never changes. */
  stepM: number;
  /** Steps taken out because nobody rises or falls so fast. */
  glitches: number;
  /** Where it was missing for longer than a recording gap: from one sample to another. */
  dropouts: { from: number; to: number }[];
}

/** `null` without altitude worth the name: no column, no valid value, zero throughout, or indoors. The column lies in `memory`. */
export function altitude(
  activity: Activity,
  intervals: Intervals,
  memory: ColumnMemory = newColumns,
): Altitude | null {
  const recorded = activity.samples.altitudeM;
  if (recorded === null || INDOOR_SUB_SPORTS.has(activity.subSport ?? '')) return null;
  const { timeS } = activity.samples;
  const altitudeM = memory.float64(recorded.length);
  altitudeM.set(recorded);
  const dropouts = bridgeInvalid(altitudeM, timeS);
  if (dropouts === null) return null;
  const { stepM, noiseM } = texture(altitudeM);
  const glitches = takeOutJumps(altitudeM, timeS, intervals, noiseM);
  return { altitudeM, noiseM, stepM, glitches, dropouts };
}

/** Bridges invalid values from sample to sample; returns the long ones, `null` when no value is valid or all are zero. */
function bridgeInvalid(altitudeM: Float64Array, timeS: Float64Array): Altitude['dropouts'] | null {
  const dropouts: Altitude['dropouts'] = [];
  const bridge = (from: number, to: number): void => {
    fill(altitudeM, from, to);
    const ends = { from: Math.max(from, 0), to: Math.min(to, altitudeM.length - 1) };
    if ((timeS[ends.to] as number) - (timeS[ends.from] as number) > RECORDING_GAP_S)
      dropouts.push(ends);
  };
  let last = -1;
  let isZero = true;
  for (let i = 0; i < altitudeM.length; i++) {
    const value = altitudeM[i] as number;
    if (!(value > LOWEST_M && value < HIGHEST_M)) continue;
    if (value !== 0) isZero = false;
    if (last < i - 1) bridge(last, i);
    last = i;
  }
  if (isZero) return null;
  if (last < altitudeM.length - 1) bridge(last, altitudeM.length);
  return dropouts;
}

/** Straight from one value to the next; level before the first and after the last. */
function fill(altitudeM: Float64Array, from: number, to: number): void {
  const start = altitudeM[from < 0 ? to : from] as number;
  const end = to < altitudeM.length ? (altitudeM[to] as number) : start;
  for (let i = from + 1; i < to; i++) {
    altitudeM[i] = start + ((end - start) * (i - from)) / (to - from);
  }
}

/**
 * The smallest step, and the noise: white noise makes each step undo part of the one before, terrain makes it go on, so
 * that only noise gives neighbouring steps a negative covariance, of minus its variance. Holds at any sampling rate.
 */
function texture(altitudeM: Float64Array): { stepM: number; noiseM: number } {
  let stepM = Number.POSITIVE_INFINITY;
  let covariance = 0;
  let before = 0;
  let value = altitudeM[0] as number;
  for (let i = 1; i < altitudeM.length; i++) {
    const next = altitudeM[i] as number;
    const rise = next - value;
    value = next;
    const size = Math.abs(rise);
    if (size > SAME_ALTITUDE_M && size < stepM) stepM = size;
    // A single jump must not make a quiet altimeter look noisy.
    const step = size > FASTEST_MPS ? Math.sign(rise) * FASTEST_MPS : rise;
    covariance += step * before;
    before = step;
  }
  return {
    stepM: Number.isFinite(stepM) ? stepM : 0,
    noiseM: Math.sqrt(Math.max(0, -covariance / altitudeM.length)),
  };
}

const SAME_ALTITUDE_M = 1e-6;

/**
 * Takes out the steps that cannot be running: jumps, and drift while the timer stood still. Noise by itself makes steps
 * of several times its own size, which must stay or the altitude would wander.
 */
function takeOutJumps(
  altitudeM: Float64Array,
  timeS: Float64Array,
  { timerS, count }: Intervals,
  noiseM: number,
): number {
  const slackM = JUMP_NOISE_FACTOR * noiseM;
  let glitches = 0;
  let removedM = 0;
  let after = altitudeM[count] as number;
  for (let i = count - 1; i >= 0; i--) {
    const value = altitudeM[i] as number;
    const step = after - value;
    after = value;
    const ranS = timerS[i] as number;
    if ((timeS[i + 1] as number) - (timeS[i] as number) - ranS > SAME_TIME_S) removedM += step;
    else if (Math.abs(step) > FASTEST_MPS * ranS + slackM) {
      removedM += step;
      glitches++;
    }
    altitudeM[i] = value + removedM;
  }
  return glitches;
}

const SAME_TIME_S = 1e-3;

/** Standard deviations: a step of white noise exceeds 5.7 (4 times √2) once in 16,000. */
const JUMP_NOISE_FACTOR = 5.7;
