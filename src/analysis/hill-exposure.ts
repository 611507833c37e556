/**
 * Hills of one run: seconds and metres in five bands of grade, uphill and steep uphill, and hard efforts uphill. Walking
 * and running count, standing does not. Which efforts were hill sprints depends on the runner's usual speed and is judged
 * later.
 */
import { INTERVAL_KIND, type Intervals } from './intervals.ts';
import { gradeAdjustedSpeed } from './minetti.ts';
import { HILL_GRADE, HILL_SPRINT_GRADE, HILL_SPRINT_S, STEEP_GRADE } from './policy.ts';

export type GradeBandName = 'steepDown' | 'down' | 'level' | 'up' | 'steepUp';

export interface GradeBand {
  seconds: number;
  metres: number;
}

export interface HillExposure {
  /** ≤ −10 %, −10…−5 %, −5…+5 %, +5…+10 %, ≥ +10 %: every moving second and metre whose grade is known, once. */
  bands: Record<GradeBandName, GradeBand>;
  /** At +5 % or steeper, steep included. */
  uphillM: number;
  uphillS: number;
  /** At +10 % or steeper. */
  steepUphillM: number;
  /**
   * For each stretch of running of at least 8 s at +6 % or steeper, the best grade-adjusted speed kept up for 8 s.
   * Those at 1.4 × usual speed and more are hill sprints.
   */
  effortsMps: number[];
}

const BAND_COUNT = 5;

/** `gradeFraction` has one value per interval. */
export function hillExposure(intervals: Intervals, gradeFraction: Float64Array): HillExposure {
  const { kind, timerS, distanceM, count } = intervals;
  const seconds = new Float64Array(BAND_COUNT);
  const metres = new Float64Array(BAND_COUNT);
  const effortsMps: number[] = [];
  let effortFrom = 0;
  for (let i = 0; i < count; i++) {
    const kindOf = kind[i] as number;
    const grade = gradeFraction[i] as number;
    if (kindOf >= INTERVAL_KIND.walking && !Number.isNaN(grade)) {
      const band = bandOf(grade);
      seconds[band] = (seconds[band] as number) + (timerS[i] as number);
      metres[band] = (metres[band] as number) + (distanceM[i] as number);
      if (kindOf === INTERVAL_KIND.running && grade >= HILL_SPRINT_GRADE) continue;
    }
    if (effortFrom < i) addEffort(effortsMps, intervals, gradeFraction, effortFrom, i);
    effortFrom = i + 1;
  }
  addEffort(effortsMps, intervals, gradeFraction, effortFrom, count);
  return { ...summedUp(seconds, metres), effortsMps };
}

function bandOf(grade: number): number {
  if (grade <= -STEEP_GRADE) return 0;
  if (grade <= -HILL_GRADE) return 1;
  if (grade < HILL_GRADE) return 2;
  return grade < STEEP_GRADE ? 3 : 4;
}

function summedUp(seconds: Float64Array, metres: Float64Array): Omit<HillExposure, 'effortsMps'> {
  const band = (i: number): GradeBand => ({
    seconds: seconds[i] as number,
    metres: metres[i] as number,
  });
  const bands = {
    steepDown: band(0),
    down: band(1),
    level: band(2),
    up: band(3),
    steepUp: band(4),
  };
  return {
    bands,
    uphillM: bands.up.metres + bands.steepUp.metres,
    uphillS: bands.up.seconds + bands.steepUp.seconds,
    steepUphillM: bands.steepUp.metres,
  };
}

/** Adds the best mean grade-adjusted speed over 8 s within intervals `from` … `to − 1`, unless they are shorter. */
function addEffort(
  effortsMps: number[],
  { timerS, speedMps }: Intervals,
  gradeFraction: Float64Array,
  from: number,
  to: number,
): void {
  let best = 0;
  let low = from;
  let windowS = 0;
  let windowM = 0;
  for (let high = from; high < to; high++) {
    const stepS = timerS[high] as number;
    windowS += stepS;
    windowM += stepS * gradeAdjustedSpeed(speedMps[high] as number, gradeFraction[high] as number);
    for (; windowS - (timerS[low] as number) >= HILL_SPRINT_S; low++) {
      const dropS = timerS[low] as number;
      windowS -= dropS;
      windowM -= dropS * gradeAdjustedSpeed(speedMps[low] as number, gradeFraction[low] as number);
    }
    if (windowS >= HILL_SPRINT_S) best = Math.max(best, windowM / windowS);
  }
  if (best > 0) effortsMps.push(best);
}
