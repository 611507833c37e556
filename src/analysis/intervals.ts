/**
 * The samples of a run as intervals: what happened between each sample and the next, while the timer ran. The one rule
 * for pauses, gaps, glitches, standing, walking and running; everything that measures a run reads these columns.
 */
import type { Activity } from './activity.ts';
import { distanceScale } from './calibrated-distance.ts';
import {
  MOVING_MPS,
  RECORDING_GAP_S,
  SPEED_CREDIBLE_MPS,
  SPEED_GLITCH_MPS,
  WALKING_CADENCE_SPM,
  WALKING_MPS,
} from './policy.ts';
import { stepDistances } from './step-distances.ts';
import { timerSteps } from './timer-steps.ts';
import { windowSpeed } from './window-speed.ts';

/** What an interval is. From `walking` on it counts in bands and load. */
export const INTERVAL_KIND = {
  /** The timer stood still. */
  paused: 0,
  /** Too long without a sample: known distance and time, unknown course. */
  gap: 1,
  /** Faster than anyone runs. */
  glitch: 2,
  standing: 3,
  walking: 4,
  running: 5,
} as const;

/** Columns of equal length; interval `i` joins samples `i` and `i + 1`. */
export interface Intervals {
  count: number;
  kind: Uint8Array;
  /** Seconds of the timer; 0 while it stood still. */
  timerS: Float64Array;
  /** Metres, calibrated to the session's total. Glitches keep theirs: leave them out by `kind`. */
  distanceM: Float64Array;
  /** Over a centred window of at least 5 s; meaningless unless standing, walking or running. */
  speedMps: Float64Array;
  /** Factor between the stream's own distance and `distanceM`; 1 where they agree. */
  distanceScale: number;
}

/** `null` when there are fewer than two samples or nothing says how far it was. */
export function intervals(activity: Activity): Intervals | null {
  const { samples, pauses, session } = activity;
  if (samples.count < 2) return null;
  const timerS = timerSteps(samples.timeS, pauses);
  const distanceM = stepDistances(samples, timerS);
  if (distanceM === null) return null;
  const count = samples.count - 1;
  const kind = new Uint8Array(count);
  const speedMps = new Float64Array(count);
  markBreaks(kind, timerS);
  measureSpeed(speedMps, kind, timerS, distanceM);
  if (markJumps(kind, speedMps, timerS, distanceM)) {
    measureSpeed(speedMps, kind, timerS, distanceM);
  }
  const scale = scaleOf(session, kind, timerS, distanceM);
  if (scale !== 1) rescale(distanceM, speedMps, scale);
  classify(kind, speedMps, samples.cadenceSpm);
  return { count, kind, timerS, distanceM, speedMps, distanceScale: scale };
}

function markBreaks(kind: Uint8Array, timerS: Float64Array): void {
  for (let i = 0; i < kind.length; i++) {
    const stepS = timerS[i] as number;
    if (stepS === 0) kind[i] = INTERVAL_KIND.paused;
    else if (stepS > RECORDING_GAP_S) kind[i] = INTERVAL_KIND.gap;
    else kind[i] = INTERVAL_KIND.running;
  }
}

/** Speed within every stretch between gaps and glitches; a pause takes no timer time and no distance. */
function measureSpeed(
  speedMps: Float64Array,
  kind: Uint8Array,
  timerS: Float64Array,
  distanceM: Float64Array,
): void {
  const count = kind.length;
  const clockS = new Float64Array(count + 1);
  const reachedM = new Float64Array(count + 1);
  let from = 0;
  for (let i = 0; i < count; i++) {
    const counts = kind[i] === INTERVAL_KIND.running;
    clockS[i + 1] = (clockS[i] as number) + (timerS[i] as number);
    reachedM[i + 1] = (reachedM[i] as number) + (counts ? (distanceM[i] as number) : 0);
    if (kind[i] === INTERVAL_KIND.gap || kind[i] === INTERVAL_KIND.glitch) {
      windowSpeed(speedMps, clockS, reachedM, from, i);
      from = i + 1;
    }
  }
  windowSpeed(speedMps, clockS, reachedM, from, count);
}

/** Marks single steps no runner makes. True when there was one. */
function markJumps(
  kind: Uint8Array,
  speedMps: Float64Array,
  timerS: Float64Array,
  distanceM: Float64Array,
): boolean {
  let found = false;
  for (let i = 0; i < kind.length; i++) {
    if (
      kind[i] === INTERVAL_KIND.running &&
      (distanceM[i] as number) > SPEED_GLITCH_MPS * (timerS[i] as number) &&
      (speedMps[i] as number) > SPEED_CREDIBLE_MPS
    ) {
      kind[i] = INTERVAL_KIND.glitch;
      found = true;
    }
  }
  return found;
}

function scaleOf(
  session: Activity['session'],
  kind: Uint8Array,
  timerS: Float64Array,
  distanceM: Float64Array,
): number {
  let streamM = 0;
  let glitchM = 0;
  let streamS = 0;
  for (let i = 0; i < kind.length; i++) {
    streamS += timerS[i] as number;
    if (kind[i] === INTERVAL_KIND.glitch) glitchM += distanceM[i] as number;
    else if (kind[i] !== INTERVAL_KIND.paused) streamM += distanceM[i] as number;
  }
  // A total that counts the glitches agrees with the stream; it needs no scale but a correction.
  return distanceScale(session, streamM + glitchM, streamS) === 1
    ? 1
    : distanceScale(session, streamM, streamS);
}

function rescale(distanceM: Float64Array, speedMps: Float64Array, scale: number): void {
  for (let i = 0; i < distanceM.length; i++) {
    distanceM[i] = (distanceM[i] as number) * scale;
    speedMps[i] = (speedMps[i] as number) * scale;
  }
}

function classify(kind: Uint8Array, speedMps: Float64Array, cadenceSpm: Float64Array | null): void {
  for (let i = 0; i < kind.length; i++) {
    if (kind[i] !== INTERVAL_KIND.running) continue;
    const speed = speedMps[i] as number;
    if (speed > SPEED_GLITCH_MPS) kind[i] = INTERVAL_KIND.glitch;
    else if (speed < MOVING_MPS) kind[i] = INTERVAL_KIND.standing;
    else if (isWalking(speed, cadenceOf(cadenceSpm, i))) kind[i] = INTERVAL_KIND.walking;
  }
}

/** `NaN` or `null` is no cadence. */
export function isWalking(speedMps: number, cadenceSpm: number | null): boolean {
  return speedMps < WALKING_MPS && !(cadenceSpm !== null && cadenceSpm >= WALKING_CADENCE_SPM);
}

/** Mean of both ends; a dropped value leaves the other one to decide. */
function cadenceOf(cadenceSpm: Float64Array | null, i: number): number | null {
  if (cadenceSpm === null) return null;
  const before = cadenceSpm[i] as number;
  const after = cadenceSpm[i + 1] as number;
  if (before >= 0 && after >= 0) return (before + after) / 2;
  return before >= 0 ? before : after;
}
