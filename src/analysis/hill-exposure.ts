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

// Compiled in: an imported constant is looked up again at every use.
const { walking: WALKING, running: RUNNING } = INTERVAL_KIND;
const [HILL, STEEP, SPRINT] = [HILL_GRADE, STEEP_GRADE, HILL_SPRINT_GRADE];

const BAND_COUNT = 5;

/** `gradeFraction` has one value per interval. */
export function hillExposure(intervals: Intervals, gradeFraction: Float64Array): HillExposure {
  const { kind, count } = intervals;
  const effortsMps: number[] = [];
  let effortFrom = 0;
  for (let i = 0; i < count; i++) {
    if (kind[i] === RUNNING && (gradeFraction[i] as number) >= SPRINT) continue;
    if (effortFrom < i) addEffort(effortsMps, intervals, gradeFraction, effortFrom, i);
    effortFrom = i + 1;
  }
  addEffort(effortsMps, intervals, gradeFraction, effortFrom, count);
  return { ...inBands(intervals, gradeFraction), effortsMps };
}

/** Index of the band of an interval; `NO_BAND` where it does not count. */
function bandOf(kind: number, grade: number): number {
  if (kind < WALKING || Number.isNaN(grade)) return NO_BAND;
  if (grade <= -STEEP) return 0;
  if (grade <= -HILL) return 1;
  if (grade < HILL) return 2;
  return grade < STEEP ? 3 : 4;
}

const NO_BAND = BAND_COUNT;

/** Summed up stretch by stretch of one band, see `intervals.ts`. */
function inBands(
  { kind, timerS, distanceM, count }: Intervals,
  gradeFraction: Float64Array,
): Omit<HillExposure, 'effortsMps'> {
  const seconds = new Float64Array(BAND_COUNT + 1);
  const metres = new Float64Array(BAND_COUNT + 1);
  let i = 0;
  while (i < count) {
    const band = bandOf(kind[i] as number, gradeFraction[i] as number);
    let bandS = seconds[band] as number;
    let bandM = metres[band] as number;
    do {
      bandS += timerS[i] as number;
      bandM += distanceM[i] as number;
      i++;
    } while (i < count && bandOf(kind[i] as number, gradeFraction[i] as number) === band);
    seconds[band] = bandS;
    metres[band] = bandM;
  }
  const band = (index: number): GradeBand => ({
    seconds: seconds[index] as number,
    metres: metres[index] as number,
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
