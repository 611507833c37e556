/**
 * The altitude of a run made fit for slopes: invalid values bridged, jumps and drift during pauses taken out, and the
 * window named that its noise needs. Must not smooth: see `grade.ts`.
 */
import type { Activity } from './activity.ts';
import type { Intervals } from './intervals.ts';
import {
  ALTITUDE_COARSE_STEP_M,
  ALTITUDE_MAX_M,
  ALTITUDE_MIN_M,
  ALTITUDE_NOISY_M,
  INDOOR_SUB_SPORTS,
  VERTICAL_GLITCH_MPS,
} from './policy.ts';

export interface Altitude {
  /** Metres at each sample; only differences have a meaning. */
  altitudeM: Float64Array;
  /** Written in large steps or noisy: needs a wider window. */
  isCoarse: boolean;
  /** Steps taken out because nobody rises or falls so fast. */
  glitches: number;
}

/** `null` without altitude worth the name: no column, no valid value, zero throughout, or indoors. */
export function altitude(activity: Activity, intervals: Intervals): Altitude | null {
  const recorded = activity.samples.altitudeM;
  if (recorded === null || INDOOR_SUB_SPORTS.has(activity.subSport ?? '')) return null;
  const altitudeM = bridged(recorded);
  if (altitudeM === null) return null;
  const { stepM, noiseM } = texture(altitudeM);
  const isCoarse = stepM >= ALTITUDE_COARSE_STEP_M || noiseM >= ALTITUDE_NOISY_M;
  const glitches = takeOutJumps(altitudeM, activity.samples.timeS, intervals, noiseM);
  return { altitudeM, isCoarse, glitches };
}

/** A copy with invalid values bridged from sample to sample; `null` when no value is valid or all are zero. */
function bridged(recorded: Float64Array): Float64Array | null {
  const altitudeM = recorded.slice();
  let last = -1;
  let isZero = true;
  for (let i = 0; i < altitudeM.length; i++) {
    const value = altitudeM[i] as number;
    if (!(value > ALTITUDE_MIN_M && value < ALTITUDE_MAX_M)) continue;
    if (value !== 0) isZero = false;
    if (last < i - 1) fill(altitudeM, last, i);
    last = i;
  }
  if (isZero) return null;
  altitudeM.fill(altitudeM[last] as number, last + 1);
  return altitudeM;
}

function fill(altitudeM: Float64Array, from: number, to: number): void {
  const end = altitudeM[to] as number;
  const start = from < 0 ? end : (altitudeM[from] as number);
  for (let i = from + 1; i < to; i++) {
    altitudeM[i] = start + ((end - start) * (i - from)) / (to - from);
  }
}

/** Mean absolute second difference of white noise of standard deviation 1: √6 · √(2/π). */
const NOISE_PER_SECOND_DIFFERENCE = 1.954;

/** The smallest step that occurs, and the standard deviation of the noise if it were white. */
function texture(altitudeM: Float64Array): { stepM: number; noiseM: number } {
  let stepM = Number.POSITIVE_INFINITY;
  let bends = 0;
  let before = 0;
  for (let i = 1; i < altitudeM.length; i++) {
    const step = (altitudeM[i] as number) - (altitudeM[i - 1] as number);
    const size = Math.abs(step);
    if (size > SAME_ALTITUDE_M && size < stepM) stepM = size;
    // A single jump must not make a quiet altimeter look noisy.
    bends += Math.min(Math.abs(step - before), VERTICAL_GLITCH_MPS);
    before = step;
  }
  return {
    stepM: Number.isFinite(stepM) ? stepM : 0,
    noiseM: bends / (altitudeM.length - 1) / NOISE_PER_SECOND_DIFFERENCE,
  };
}

const SAME_ALTITUDE_M = 1e-6;

/**
 * Integrates the steps anew without those that cannot be running: jumps, and drift while the timer stood still.
 * Noise by itself makes steps of several times its own size, which must stay or the altitude would wander.
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
  let before = altitudeM[0] as number;
  for (let i = 0; i < count; i++) {
    const value = altitudeM[i + 1] as number;
    const step = value - before;
    before = value;
    const ranS = timerS[i] as number;
    if ((timeS[i + 1] as number) - (timeS[i] as number) - ranS > SAME_TIME_S) removedM += step;
    else if (Math.abs(step) > VERTICAL_GLITCH_MPS * ranS + slackM) {
      removedM += step;
      glitches++;
    }
    altitudeM[i + 1] = value - removedM;
  }
  return glitches;
}

const SAME_TIME_S = 1e-3;

/** Standard deviations: a step of white noise exceeds 5.7 (4 times √2) once in 16,000. */
const JUMP_NOISE_FACTOR = 5.7;
