/**
 * Grade along a run, and its climb and descent as the samples tell them. Altitude is averaged over a window of run, not
 * of time, so that standing adds nothing; grade is the slope between two neighbouring windows. Must not look at the
 * device's own totals.
 */
import type { Activity } from './activity.ts';
import { altitude } from './altitude.ts';
import { type Climb, climb } from './climb.ts';
import { INTERVAL_KIND, type Intervals } from './intervals.ts';
import {
  CLIMB_HYSTERESIS_COARSE_M,
  CLIMB_HYSTERESIS_M,
  GRADE_LIMIT,
  GRADE_WINDOW_COARSE_M,
  GRADE_WINDOW_M,
} from './policy.ts';
import { type Smoothed, smoothedOnDistance } from './smoothed-on-distance.ts';

export interface Grade extends Climb {
  /** Rise over run of each interval, clamped; `NaN` where the run is too short to tell. */
  gradeFraction: Float64Array;
  /** Smoothed altitude at each sample. Jumps and drift in pauses are taken out, so only differences have a meaning. */
  altitudeM: Float64Array;
  /** Steps of altitude taken out as impossible. */
  glitches: number;
}

/** `null` without altitude. */
export function grade(activity: Activity, intervals: Intervals): Grade | null {
  const recorded = altitude(activity, intervals);
  if (recorded === null) return null;
  const windowM = recorded.isCoarse ? GRADE_WINDOW_COARSE_M : GRADE_WINDOW_M;
  const hysteresisM = recorded.isCoarse ? CLIMB_HYSTERESIS_COARSE_M : CLIMB_HYSTERESIS_M;
  const reachedM = reached(intervals);
  const smoothed = smoothedOnDistance(recorded.altitudeM, reachedM, windowM);
  const gradeFraction = slopes(smoothed, reachedM, windowM);
  const altitudeM = atSamples(smoothed, reachedM, gradeFraction);
  return {
    gradeFraction,
    altitudeM,
    glitches: recorded.glitches,
    ...climb(altitudeM, hysteresisM),
  };
}

/** Metres run from the start to each sample. */
function reached({ kind, distanceM, count }: Intervals): Float64Array {
  const reachedM = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    const counts = kind[i] !== INTERVAL_KIND.paused && kind[i] !== INTERVAL_KIND.glitch;
    reachedM[i + 1] = (reachedM[i] as number) + (counts ? (distanceM[i] as number) : 0);
  }
  return reachedM;
}

/** A steady 5 % must not come out as 4.999… % and fall into another band. */
const GRADES_PER_UNIT = 1e9;

/** Slope at each interval between the means half a window behind and half a window ahead. */
function slopes(
  { mean, centreM }: Smoothed,
  reachedM: Float64Array,
  windowM: number,
): Float64Array {
  const last = reachedM.length - 1;
  const gradeFraction = new Float64Array(last);
  let low = 0;
  let high = 0;
  for (let i = 0; i < last; i++) {
    const middle = ((reachedM[i] as number) + (reachedM[i + 1] as number)) / 2;
    while (low < i && (reachedM[low + 1] as number) <= middle - windowM / 2) low++;
    if (high <= i) high = i + 1;
    while (high < last && (reachedM[high] as number) < middle + windowM / 2) high++;
    const slope =
      ((mean[high] as number) - (mean[low] as number)) /
      ((centreM[high] as number) - (centreM[low] as number));
    const rounded = Math.round(slope * GRADES_PER_UNIT) / GRADES_PER_UNIT;
    gradeFraction[i] = Math.max(-GRADE_LIMIT, Math.min(GRADE_LIMIT, rounded));
  }
  return gradeFraction;
}

/** The means carried from the centres of their windows to the samples: the two differ near the ends of the run. */
function atSamples(
  { mean, centreM }: Smoothed,
  reachedM: Float64Array,
  gradeFraction: Float64Array,
): Float64Array {
  const altitudeM = mean.slice();
  const last = altitudeM.length - 1;
  for (let i = 0; i <= last; i++) {
    const offset = (reachedM[i] as number) - (centreM[i] as number);
    if (offset === 0) continue;
    const slope = gradeFraction[Math.min(i, last - 1)] as number;
    altitudeM[i] = (mean[i] as number) + offset * slope;
  }
  return altitudeM;
}
