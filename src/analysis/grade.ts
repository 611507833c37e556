/**
 * Grade along a run, and its climb and descent as the samples tell them. Altitude is averaged over a window of run, not
 * of time, so that standing adds nothing; grade is the slope between two neighbouring windows. Must not look at the
 * device's own totals.
 */
import type { Activity } from './activity.ts';
import { type Altitude, altitude } from './altitude.ts';
import { type Climb, climb, turningPoints } from './climb.ts';
import { type ColumnMemory, newColumns } from './column-memory.ts';
import type { Intervals } from './intervals.ts';
import {
  ALTITUDE_COARSE_STEP_M,
  ALTITUDE_NOISY_M,
  CLIMB_HYSTERESIS_M,
  CLIMB_WINDOW_M,
  GRADE_LIMIT,
  GRADE_WINDOW_COARSE_M,
  GRADE_WINDOW_M,
  MIN_MEASURED_SHARE,
} from './policy.ts';
import { profile, slopesOnDistance, smoothedOnDistance } from './smoothed-on-distance.ts';

export interface Grade extends Climb {
  /** Rise over run of each interval, clamped; `NaN` where altitude dropped out or the run has no length. */
  gradeFraction: Float64Array;
  /** Smoothed altitude at each sample, in metres. */
  altitudeM: Float64Array;
  /** Samples at which a climb or descent starts or ends. */
  turns: number[];
  /** Steps of altitude taken out as impossible. */
  glitches: number;
}

/** `null` without altitude on at least half of the way. The columns lie in `memory`. */
export function grade(
  activity: Activity,
  intervals: Intervals,
  memory: ColumnMemory = newColumns,
): Grade | null {
  const recorded = altitude(activity, intervals, memory);
  if (recorded === null || isMostlyDropped(recorded, intervals)) return null;
  const windowM = gradeWindow(recorded);
  const line = profile(recorded.altitudeM, intervals.reachedM, memory);
  const climbWindowM = isNoisy(recorded) ? GRADE_WINDOW_COARSE_M : CLIMB_WINDOW_M;
  const altitudeM = smoothedOnDistance(line, climbWindowM, memory);
  const turns = turningPoints(altitudeM, CLIMB_HYSTERESIS_M);
  return {
    gradeFraction: clamped(slopesOnDistance(line, windowM, memory), recorded.dropouts),
    altitudeM,
    turns,
    glitches: recorded.glitches,
    ...climb(altitudeM, turns),
  };
}

/** Hills of a small part of the run would pass for those of the whole. */
function isMostlyDropped({ dropouts }: Altitude, { reachedM, count }: Intervals): boolean {
  let droppedM = 0;
  for (const { from, to } of dropouts) {
    droppedM += (reachedM[to] as number) - (reachedM[from] as number);
  }
  return droppedM > (1 - MIN_MEASURED_SHARE) * (reachedM[count] as number);
}

function isNoisy({ noiseM }: Altitude): boolean {
  return noiseM >= ALTITUDE_NOISY_M;
}

function gradeWindow(recorded: Altitude): number {
  return isNoisy(recorded) || recorded.stepM >= ALTITUDE_COARSE_STEP_M
    ? GRADE_WINDOW_COARSE_M
    : GRADE_WINDOW_M;
}

// Compiled in: an imported constant is looked up again at every use.
const STEEPEST = GRADE_LIMIT;
/** A steady 5 % must not come out as 4.999… % and fall into another band. */
const GRADES_PER_UNIT = 1e9;

/** Slopes as grades, in place; unknown where altitude dropped out for long. */
function clamped(slopes: Float64Array, dropouts: Altitude['dropouts']): Float64Array {
  for (let i = 0; i < slopes.length; i++) {
    // Not Math.round: see `window-speed.ts`.
    const rounded = Math.floor((slopes[i] as number) * GRADES_PER_UNIT + 0.5) / GRADES_PER_UNIT;
    slopes[i] = Math.max(-STEEPEST, Math.min(STEEPEST, rounded));
  }
  for (const { from, to } of dropouts) slopes.fill(Number.NaN, from, to);
  return slopes;
}
