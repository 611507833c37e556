/**
 * When the timer stood still, by laps that say how long it ran: what a lap's clock has more than its timer was paused, and
 * lies in the longest gaps between its samples.
 */
import type { Lap, Pause } from '../analysis/activity.ts';
import { LAP_PAUSE_GAP_S } from '../analysis/policy.ts';

/** Samples come in whole seconds, timers in fractions: a smaller difference is no pause. */
const SLACK_S = 2;

interface Gap {
  startS: number;
  endS: number;
}

/**
 * `timeS` in order; `laps` in order, not overlapping. A lap that lacks either of its times has no pauses here. Returns
 * pauses in order, not overlapping.
 */
export function lapPauses(timeS: Float64Array, laps: readonly Lap[]): Pause[] {
  const gaps = gapsBetween(timeS);
  const pauses: Pause[] = [];
  let next = 0;
  for (const { startTimeS, timerS, elapsedS } of laps) {
    if (timerS === null || elapsedS === null) continue;
    const endTimeS = startTimeS + elapsedS;
    const within: Gap[] = [];
    while (next < gaps.length && (gaps[next] as Gap).endS <= startTimeS) next++;
    for (let i = next; i < gaps.length && (gaps[i] as Gap).startS < endTimeS; i++) {
      const { startS, endS } = gaps[i] as Gap;
      within.push({ startS: Math.max(startS, startTimeS), endS: Math.min(endS, endTimeS) });
    }
    for (const pause of longestFirst(within, elapsedS - timerS)) pauses.push(pause);
  }
  return pauses;
}

function gapsBetween(timeS: Float64Array): Gap[] {
  const gaps: Gap[] = [];
  for (let i = 0; i + 1 < timeS.length; i++) {
    const [startS, endS] = [timeS[i] as number, timeS[i + 1] as number];
    if (endS - startS >= LAP_PAUSE_GAP_S) gaps.push({ startS, endS });
  }
  return gaps;
}

/** Spends `pausedS` on the longest gaps; what is left when they are used up was not paused there. */
function longestFirst(gaps: readonly Gap[], pausedS: number): Pause[] {
  const pauses: Pause[] = [];
  let leftS = pausedS;
  for (const { startS, endS } of gaps.toSorted((a, b) => b.endS - b.startS - (a.endS - a.startS))) {
    if (leftS < SLACK_S) break;
    const tookS = Math.min(endS - startS, leftS);
    pauses.push({ startTimeS: startS, endTimeS: startS + tookS });
    leftS -= tookS;
  }
  return pauses.sort((a, b) => a.startTimeS - b.startTimeS);
}
