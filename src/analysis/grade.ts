/**
 * Grade along a run, and its climb and descent as the samples tell them. Altitude is averaged over a window of run, not
 * of time, so that standing adds nothing; grade is the slope between two neighbouring windows. Must not look at the
 * device's own totals.
 */
import type { Activity } from './activity.ts';
import { type Altitude, altitude } from './altitude.ts';
import { type Climb, climb, turningPoints } from './climb.ts';
import type { Intervals } from './intervals.ts';
import {
  ALTITUDE_COARSE_STEP_M,
  ALTITUDE_NOISY_M,
  CLIMB_HYSTERESIS_M,
  CLIMB_WINDOW_M,
  GRADE_LIMIT,
  GRADE_WINDOW_COARSE_M,
  GRADE_WINDOW_M,
} from './policy.ts';
import { profile, smoothedOnDistance, windowCentre } from './smoothed-on-distance.ts';

export interface Grade extends Climb {
  /** Rise over run of each interval, clamped; `NaN` where the run is too short to tell. */
  gradeFraction: Float64Array;
  /** Smoothed altitude at each sample, in metres. */
  altitudeM: Float64Array;
  /** Samples at which a climb or descent starts or ends. */
  turns: number[];
  /** Steps of altitude taken out as impossible. */
  glitches: number;
}

/** `null` without altitude. */
export function grade(activity: Activity, intervals: Intervals): Grade | null {
  const recorded = altitude(activity, intervals);
  if (recorded === null) return null;
  const { reachedM } = intervals;
  const windowM = gradeWindow(recorded);
  const line = profile(recorded.altitudeM, reachedM);
  const climbWindowM = isNoisy(recorded) ? GRADE_WINDOW_COARSE_M : CLIMB_WINDOW_M;
  const altitudeM = smoothedOnDistance(line, climbWindowM);
  const turns = turningPoints(altitudeM, CLIMB_HYSTERESIS_M);
  return {
    gradeFraction: slopes(smoothedOnDistance(line, windowM), reachedM, windowM),
    altitudeM,
    turns,
    glitches: recorded.glitches,
    ...climb(altitudeM, turns),
  };
}

function isNoisy({ noiseM }: Altitude): boolean {
  return noiseM >= ALTITUDE_NOISY_M;
}

function gradeWindow(recorded: Altitude): number {
  return isNoisy(recorded) || recorded.stepM >= ALTITUDE_COARSE_STEP_M
    ? GRADE_WINDOW_COARSE_M
    : GRADE_WINDOW_M;
}

/** A steady 5 % must not come out as 4.999… % and fall into another band. */
const GRADES_PER_UNIT = 1e9;

/** Slope at each interval between the means half a window behind and half a window ahead. */
function slopes(mean: Float64Array, reachedM: Float64Array, windowM: number): Float64Array {
  const last = reachedM.length - 1;
  const gradeFraction = new Float64Array(last);
  let low = 0;
  let high = 0;
  for (let i = 0; i < last; i++) {
    const middle = ((reachedM[i] as number) + (reachedM[i + 1] as number)) / 2;
    while (low < i && (reachedM[low + 1] as number) <= middle - windowM / 2) low++;
    if (high <= i) high = i + 1;
    while (high < last && (reachedM[high] as number) < middle + windowM / 2) high++;
    const run = windowCentre(reachedM, windowM, high) - windowCentre(reachedM, windowM, low);
    const slope = ((mean[high] as number) - (mean[low] as number)) / run;
    const rounded = Math.round(slope * GRADES_PER_UNIT) / GRADES_PER_UNIT;
    gradeFraction[i] = Math.max(-GRADE_LIMIT, Math.min(GRADE_LIMIT, rounded));
  }
  return gradeFraction;
}
