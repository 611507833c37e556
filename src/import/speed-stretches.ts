/**
 * The course of an activity in stretches of half a minute: how far, how long, with how many steps. Longer than the jitter of
 * a phone's positions, short enough to tell a burst. Must not judge.
 */
import type { Pause, Samples } from '../analysis/activity.ts';
import { RECORDING_GAP_S, WALKING_CADENCE_SPM } from '../analysis/policy.ts';
import { stepDistances } from '../analysis/step-distances.ts';
import { timerSteps } from '../analysis/timer-steps.ts';

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
  const { timeS, cadenceSpm } = samples;
  const timerS = timerSteps(timeS, pauses);
  const stepsM = stepDistances(samples, timerS);
  if (stepsM === null) return null;
  const stretches: SpeedStretch[] = [];
  let open: SpeedStretch | null = null;
  for (let i = 0; i < timerS.length; i++) {
    const stepS = timerS[i] as number;
    if (stepS === 0 || stepS > RECORDING_GAP_S) continue;
    open ??= { startS: timeS[i] as number, endS: 0, metres: 0, timerS: 0, steplessS: 0 };
    open.endS = timeS[i + 1] as number;
    open.metres += stepsM[i] as number;
    open.timerS += stepS;
    if (cadenceSpm !== null && (cadenceSpm[i + 1] as number) < WALKING_CADENCE_SPM) {
      open.steplessS += stepS;
    }
    if (open.timerS < STRETCH_S) continue;
    stretches.push(open);
    open = null;
  }
  return open === null ? stretches : [...stretches, open];
}
