/**
 * The fastest stretches of a run over fixed distances, and its top speed. Clock time counts, so a rest in between is no
 * short cut; a stretch never spans a glitch. Must not judge whether an effort was all-out.
 */
import { INTERVAL_KIND, type Intervals } from './intervals.ts';
import { BEST_EFFORT_DISTANCES_M, TOP_SPEED_S } from './policy.ts';

export interface BestEffort {
  distanceM: number;
  /** Shortest clock time for that distance anywhere in the run. */
  durationS: number;
}

export interface BestEfforts {
  /** Shortest distance first; distances the run does not reach are left out. */
  bestEfforts: BestEffort[];
  /** Fastest mean speed over 10 s; `null` in a run shorter than that. */
  top10sSpeedMps: number | null;
}

/** `timeS` at samples; `intervals` between them. */
export function bestEfforts(timeS: Float64Array, intervals: Intervals): BestEfforts {
  const { kind, reachedM, count } = intervals;
  const leastS = BEST_EFFORT_DISTANCES_M.map(() => Number.POSITIVE_INFINITY);
  let topM = 0;
  let from = 0;
  for (let i = 0; i <= count; i++) {
    if (i < count && kind[i] !== INTERVAL_KIND.glitch) continue;
    for (let d = 0; d < leastS.length; d++) {
      const metres = BEST_EFFORT_DISTANCES_M[d] as number;
      const spanS = leastSpan(timeS, reachedM, from, i, metres);
      if (spanS < (leastS[d] as number)) leastS[d] = spanS;
    }
    topM = Math.max(topM, greatestGain(timeS, reachedM, from, i, TOP_SPEED_S));
    from = i + 1;
  }
  const efforts = BEST_EFFORT_DISTANCES_M.map((metres, d) => ({
    distanceM: metres,
    durationS: leastS[d] as number,
  }));
  return {
    bestEfforts: efforts.filter(({ durationS }) => Number.isFinite(durationS)),
    top10sSpeedMps: topM > 0 ? topM / TOP_SPEED_S : null,
  };
}

/** Metres lost to rounding in sums of steps: a run of exactly 5 km reaches 5 km. */
const ROUNDING_M = 1e-6;

/**
 * Least time in which `reachedM`, straight between samples, gains `metres` within samples `from` … `to`. Some best
 * stretch starts or ends on a sample, so both kinds are tried.
 */
function leastSpan(
  timeS: Float64Array,
  reachedM: Float64Array,
  from: number,
  to: number,
  metres: number,
): number {
  const gain = metres - ROUNDING_M;
  if ((reachedM[to] as number) - (reachedM[from] as number) < gain) return Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  let start = from;
  // The last sample from which whatever ends in this step takes at least as long as the best so far.
  let tooEarly = from;
  let end = from + 1;
  while (end <= to) {
    const beforeS = timeS[end - 1] as number;
    while (beforeS - (timeS[tooEarly + 1] as number) >= least) tooEarly++;
    // Most steps end no stretch that could be the best: even from too early on it is not far enough.
    const next = firstGaining(reachedM, end, to, reachedM[tooEarly] as number, gain);
    if (next > end) {
      end = next;
      continue;
    }
    const latestM = (reachedM[end] as number) - gain;
    for (start = Math.max(start, tooEarly); (reachedM[start] as number) <= latestM; start++) {
      // The stretch from sample `start` ends within this step: before it did not fit.
      const startS = timeS[start] as number;
      if (beforeS - startS >= least) continue;
      const goalM = (reachedM[start] as number) + gain;
      const spanS = crossing(reachedM, timeS, end - 1, goalM) - startS;
      if (spanS < least) least = spanS;
    }
    const endS = timeS[end] as number;
    if (start > from && endS - (timeS[start] as number) < least) {
      const spanS = endS - crossing(reachedM, timeS, start - 1, latestM);
      if (spanS < least) least = spanS;
    }
    end++;
  }
  return least;
}

/** The first sample from `from` on, up to `to`, at which `reachedM` is `gain` above `startM`; `to + 1` without one. */
function firstGaining(
  reachedM: Float64Array,
  from: number,
  to: number,
  startM: number,
  gain: number,
): number {
  let sample = from;
  while (sample <= to && (reachedM[sample] as number) - gain < startM) sample++;
  return sample;
}

/** Greatest gain of `reachedM`, straight between samples, in any `seconds` within samples `from` … `to`. */
function greatestGain(
  timeS: Float64Array,
  reachedM: Float64Array,
  from: number,
  to: number,
  seconds: number,
): number {
  let greatest = 0;
  let start = from;
  for (let end = from + 1; end <= to; end++) {
    const endM = reachedM[end] as number;
    const latestS = (timeS[end] as number) - seconds;
    for (; (timeS[start] as number) <= latestS; start++) {
      const startM = reachedM[start] as number;
      if (endM - startM < greatest - ROUNDING_M) continue;
      const goalS = (timeS[start] as number) + seconds;
      const gain = crossing(timeS, reachedM, end - 1, goalS) - startM;
      if (gain > greatest) greatest = gain;
    }
    if (start > from && endM - (reachedM[start - 1] as number) >= greatest - ROUNDING_M) {
      const gain = endM - crossing(timeS, reachedM, start - 1, latestS);
      if (gain > greatest) greatest = gain;
    }
  }
  return greatest;
}

/** Where `y` stands when `x` passes `goal` in the step after sample `i`. */
function crossing(x: Float64Array, y: Float64Array, i: number, goal: number): number {
  const startX = x[i] as number;
  const startY = y[i] as number;
  const width = (x[i + 1] as number) - startX;
  return width > 0 ? startY + (((y[i + 1] as number) - startY) * (goal - startX)) / width : startY;
}
