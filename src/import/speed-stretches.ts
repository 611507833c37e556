/**
 * The course of an activity in stretches of half a minute: how far, how long, with how many steps. Longer than the jitter of
 * a phone's positions, short enough to tell a burst. Must not judge.
 */
import type { Pause, Samples } from '../analysis/activity.ts';
import { withLentColumns } from '../analysis/column-memory.ts';
import { RECORDING_GAP_S, WALKING_CADENCE_SPM } from '../analysis/policy.ts';
import { stepDistances } from '../analysis/step-distances.ts';
import { timerSteps } from '../analysis/timer-steps.ts';

// Compiled in: an imported constant is looked up again at every use.
const [LONGEST_STEP_S, RUNNING_SPM] = [RECORDING_GAP_S, WALKING_CADENCE_SPM];

const STRETCH_S = 30;

export interface SpeedStretch {
  /** Unix seconds. */
  startS: number;
  endS: number;
  metres: number;
  /** Of the timer, recording gaps left out, as their metres are. */
  timerS: number;
  /** Seconds in which the device counted fewer steps than a run has; 0 where it counted none at all. */
  steplessS: number;
}

/** In order of time; `null` when nothing says how far it was. */
export function speedStretches(samples: Samples, pauses: readonly Pause[]): SpeedStretch[] | null {
  return withLentColumns((memory) => {
    const timerS = timerSteps(samples.timeS, pauses, memory);
    const stepsM = stepDistances(samples, timerS, memory);
    return stepsM && cutUp(samples, timerS, stepsM);
  });
}

function cutUp(
  { timeS, cadenceSpm }: Samples,
  timerS: Float64Array,
  stepsM: Float64Array,
): SpeedStretch[] {
  const stretches: SpeedStretch[] = [];
  let next = 0;
  while (next < timerS.length) {
    let first = next;
    let last = next;
    let metres = 0;
    let ranS = 0;
    let steplessS = 0;
    for (; next < timerS.length && ranS < STRETCH_S; next++) {
      const stepS = timerS[next] as number;
      if (stepS === 0 || stepS > LONGEST_STEP_S) continue;
      if (ranS === 0) first = next;
      last = next;
      metres += stepsM[next] as number;
      ranS += stepS;
      if (cadenceSpm !== null && (cadenceSpm[next + 1] as number) < RUNNING_SPM) {
        steplessS += stepS;
      }
    }
    if (ranS === 0) break;
    const [startS, endS] = [timeS[first] as number, timeS[last + 1] as number];
    stretches.push({ startS, endS, metres, timerS: ranS, steplessS });
  }
  return stretches;
}
