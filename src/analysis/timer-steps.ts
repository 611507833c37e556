/**
 * Seconds the timer ran from each sample to the next: clock time less the pauses that fall into the step. Input: sample
 * times, strictly increasing, and pauses in order, both in Unix seconds. Output: one value per step, never negative.
 */
import type { Pause } from './activity.ts';
import { type ColumnMemory, newColumns } from './column-memory.ts';

/** The steps lie in `memory`. */
export function timerSteps(
  timeS: Float64Array,
  pauses: readonly Pause[],
  memory: ColumnMemory = newColumns,
): Float64Array {
  const count = Math.max(timeS.length - 1, 0);
  const stepsS = memory.float64(count);
  let next = 0;
  let nextPauseS = pauses[0]?.startTimeS ?? Number.POSITIVE_INFINITY;
  let to = timeS[0] as number;
  for (let i = 0; i < count; i++) {
    const from = to;
    to = timeS[i + 1] as number;
    if (to <= nextPauseS) {
      stepsS[i] = to - from;
      continue;
    }
    let pausedS = 0;
    for (let p = next; p < pauses.length; p++) {
      const { startTimeS, endTimeS } = pauses[p] as Pause;
      if (startTimeS >= to) break;
      if (endTimeS <= from) next = p + 1;
      else pausedS += Math.min(endTimeS, to) - Math.max(startTimeS, from);
    }
    nextPauseS = pauses[next]?.startTimeS ?? Number.POSITIVE_INFINITY;
    stepsS[i] = to - from - pausedS;
  }
  return stepsS;
}
