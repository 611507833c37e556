/**
 * The samples of a run as intervals: what happened between each sample and the next, while the timer ran. The one rule
 * for pauses, gaps, glitches, standing, walking and running; everything that measures a run reads these columns.
 */
import type { Activity, Session } from './activity.ts';
import { distanceScale } from './calibrated-distance.ts';
import { type ColumnMemory, newColumns } from './column-memory.ts';
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

// Compiled in: an imported constant is looked up again at every use.
const {
  paused: PAUSED,
  gap: GAP,
  glitch: GLITCH,
  standing: STANDING,
  walking: WALKING,
  running: RUNNING,
} = INTERVAL_KIND;
const LONGEST_STEP_S = RECORDING_GAP_S;
const [SLOWEST_MPS, RUNNING_MPS, CREDIBLE_MPS, FASTEST_MPS] = [
  MOVING_MPS,
  WALKING_MPS,
  SPEED_CREDIBLE_MPS,
  SPEED_GLITCH_MPS,
];

/** Columns; interval `i` joins samples `i` and `i + 1`. */
export interface Intervals {
  count: number;
  kind: Uint8Array;
  /** Seconds of the timer; 0 while it stood still. */
  timerS: Float64Array;
  /** Metres, calibrated to the session's total. Glitches keep theirs: leave them out by `kind`. */
  distanceM: Float64Array;
  /** Over a centred window of at least 5 s; meaningless unless standing, walking or running. */
  speedMps: Float64Array;
  /** One more than intervals: metres from the start to each sample, pauses and glitches left out. */
  reachedM: Float64Array;
  /** Factor between the stream's own distance and `distanceM`; 1 where they agree. */
  distanceScale: number;
  byKind: KindTotals;
}

/** How many intervals of each kind there are, their timer seconds and their metres: six numbers each, by kind. */
export interface KindTotals {
  count: Float64Array;
  timerS: Float64Array;
  distanceM: Float64Array;
}

/** `null` when there are fewer than two samples or nothing says how far it was. The columns of numbers lie in `memory`. */
export function intervals(activity: Activity, memory: ColumnMemory = newColumns): Intervals | null {
  const { samples, pauses, session } = activity;
  if (samples.count < 2) return null;
  const timerS = timerSteps(samples.timeS, pauses, memory);
  const distanceM = stepDistances(samples, timerS, memory);
  if (distanceM === null) return null;
  const count = samples.count - 1;
  const run: Intervals = {
    count,
    kind: new Uint8Array(count),
    timerS,
    distanceM,
    speedMps: memory.float64(count),
    reachedM: memory.float64(count + 1),
    distanceScale: 1,
    byKind: { count: zeros(), timerS: zeros(), distanceM: zeros() },
  };
  const clockS = memory.float64(count + 1);
  startClock(run, clockS);
  measure(run, clockS);
  const glitchM = markJumps(run);
  if (glitchM > 0) measure(run, clockS);
  calibrate(run, session, clockS[count] as number, glitchM);
  const laterGlitchM = classify(run, samples.cadenceSpm);
  if (laterGlitchM > 0) measure(run, clockS);
  sumUp(run);
  return run;
}

const KINDS = Object.keys(INTERVAL_KIND).length;

const zeros = () => new Float64Array(KINDS);

/** Timer time at each sample; tells pauses, gaps and the rest apart. */
function startClock({ count, kind, timerS }: Intervals, clockS: Float64Array): void {
  let clock = 0;
  for (let i = 0; i < count; i++) {
    const stepS = timerS[i] as number;
    clock += stepS;
    clockS[i + 1] = clock;
    if (stepS > LONGEST_STEP_S) kind[i] = GAP;
    else if (stepS > 0) kind[i] = RUNNING;
  }
}

/** Distance reached, and speed within every stretch between gaps and glitches. */
function measure(
  { count, kind, distanceM, reachedM, speedMps }: Intervals,
  clockS: Float64Array,
): void {
  let reached = 0;
  let from = 0;
  for (let i = 0; i < count; i++) {
    const kindOf = kind[i];
    if (kindOf !== PAUSED && kindOf !== GLITCH) {
      reached += distanceM[i] as number;
    }
    reachedM[i + 1] = reached;
    if (kindOf === GAP || kindOf === GLITCH) {
      windowSpeed(speedMps, clockS, reachedM, from, i);
      from = i + 1;
    }
  }
  windowSpeed(speedMps, clockS, reachedM, from, count);
}

/** Marks single steps, and gaps, that no runner makes; returns their metres. */
function markJumps({ count, kind, speedMps, timerS, distanceM }: Intervals): number {
  let glitchM = 0;
  for (let i = 0; i < count; i++) {
    if ((distanceM[i] as number) <= FASTEST_MPS * (timerS[i] as number)) continue;
    if (kind[i] === GAP || (kind[i] === RUNNING && (speedMps[i] as number) > CREDIBLE_MPS)) {
      kind[i] = GLITCH;
      glitchM += distanceM[i] as number;
    }
  }
  return glitchM;
}

/** Rescales every distance to the session's total, where that is due. */
function calibrate(run: Intervals, session: Session, streamTimerS: number, glitchM: number): void {
  const streamM = run.reachedM[run.count] as number;
  // A total that counts the glitches agrees with the stream: it needs no scale but a correction, see `run-totals.ts`.
  if (distanceScale(session, streamM + glitchM, streamTimerS) === 1) return;
  const scale = distanceScale(session, streamM, streamTimerS);
  if (scale === 1) return;
  for (const column of [run.distanceM, run.speedMps, run.reachedM]) {
    for (let i = 0; i < column.length; i++) column[i] = (column[i] as number) * scale;
  }
  run.distanceScale = scale;
}

/** Tells standing, walking and running apart; returns the metres of stretches that turned out to be glitches. */
function classify(
  { count, kind, speedMps, distanceM }: Intervals,
  cadenceSpm: Float64Array | null,
): number {
  let glitchM = 0;
  for (let i = 0; i < count; i++) {
    if (kind[i] !== RUNNING) continue;
    const kindOf = kindBySpeed(speedMps[i] as number, cadenceSpm, i);
    if (kindOf === RUNNING) continue;
    kind[i] = kindOf;
    if (kindOf === GLITCH) glitchM += distanceM[i] as number;
  }
  return glitchM;
}

/** Stretch by stretch of one kind: sums kept in a column would be stored and read again at every interval. */
function sumUp({ count, kind, timerS, distanceM, byKind }: Intervals): void {
  let i = 0;
  while (i < count) {
    const from = i;
    const kindOf = kind[from] as number;
    let seconds = byKind.timerS[kindOf] as number;
    let metres = byKind.distanceM[kindOf] as number;
    for (; i < count && kind[i] === kindOf; i++) {
      seconds += timerS[i] as number;
      metres += distanceM[i] as number;
    }
    byKind.count[kindOf] = (byKind.count[kindOf] as number) + (i - from);
    byKind.timerS[kindOf] = seconds;
    byKind.distanceM[kindOf] = metres;
  }
}

function kindBySpeed(speedMps: number, cadenceSpm: Float64Array | null, i: number): number {
  if (speedMps >= RUNNING_MPS) {
    return speedMps > FASTEST_MPS ? GLITCH : RUNNING;
  }
  if (speedMps < SLOWEST_MPS) return STANDING;
  return isWalking(speedMps, cadenceOf(cadenceSpm, i)) ? WALKING : RUNNING;
}

/** `NaN` or `null` is no cadence. */
export function isWalking(speedMps: number, cadenceSpm: number | null): boolean {
  return speedMps < RUNNING_MPS && !(cadenceSpm !== null && cadenceSpm >= WALKING_CADENCE_SPM);
}

/** Mean of both ends; a dropped value leaves the other one to decide. */
function cadenceOf(cadenceSpm: Float64Array | null, i: number): number | null {
  if (cadenceSpm === null) return null;
  const before = cadenceSpm[i] as number;
  const after = cadenceSpm[i + 1] as number;
  if (before >= 0 && after >= 0) return (before + after) / 2;
  return before >= 0 ? before : after;
}
