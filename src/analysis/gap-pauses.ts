/**
 * When the timer stood still, in a file that has no word for it: where the points stop and go on at nearly the same place.
 * A gap at a walking pace or faster is a lost signal, or a watch that saves space, and left to the analysis.
 */
import type { Pause, Samples } from './activity.ts';
import { PAUSE_DRIFT_MPS, PAUSE_GAP_S, PAUSE_GAP_SPACINGS, RECORDING_GAP_S } from './policy.ts';
import { stepDistances } from './step-distances.ts';
import { timerSteps } from './timer-steps.ts';

/**
 * `samples` in order of time. `breaks`, in order: where the file itself interrupts the track, which it also does when it
 * loses the satellites.
 */
export function gapPauses(samples: Samples, breaks: readonly Pause[]): Pause[] {
  const { timeS } = samples;
  const clockS = timerSteps(timeS, []);
  const stepsM = stepDistances(samples, clockS);
  const shortestS = Math.max(PAUSE_GAP_S, PAUSE_GAP_SPACINGS * median(clockS));
  const pauses: Pause[] = [];
  let next = 0;
  for (let i = 0; i + 1 < samples.count; i++) {
    const startTimeS = timeS[i] as number;
    const endTimeS = timeS[i + 1] as number;
    while (next < breaks.length && (breaks[next] as Pause).endTimeS <= startTimeS) next++;
    const isBreak = next < breaks.length && (breaks[next] as Pause).startTimeS < endTimeS;
    const gapS = endTimeS - startTimeS;
    const hasMoved = stepsM !== null && (stepsM[i] as number) > PAUSE_DRIFT_MPS * gapS;
    const isPause = isBreak
      ? !(hasMoved && gapS <= RECORDING_GAP_S)
      : stepsM !== null && !hasMoved && gapS >= shortestS;
    if (isPause) pauses.push({ startTimeS, endTimeS });
  }
  return pauses;
}

const median = (values: Float64Array): number => values.slice().sort()[values.length >> 1] ?? 0;
