/**
 * Whether a track without any word about its sport can be a run, judged by its speed alone: faster than a walk on the
 * whole, and never for long as fast as a bicycle. Slow rides on the flat pass; nothing but a speed tells them apart.
 */
import type { Pause, Samples } from '../analysis/activity.ts';
import {
  MOVING_MPS,
  RECORDING_GAP_S,
  RUN_BURST_MPS,
  RUN_BURST_SHARE,
  RUN_MEAN_MPS_MAX,
  RUN_MEAN_MPS_MIN,
} from '../analysis/policy.ts';
import { stepDistances } from '../analysis/step-distances.ts';
import { timerSteps } from '../analysis/timer-steps.ts';

/** Seconds over which a speed is taken: longer than the jitter of a phone's positions. */
const SPEED_OVER_S = 30;

export function movesLikeRunning(samples: Samples, pauses: readonly Pause[]): boolean {
  const timerS = timerSteps(samples.timeS, pauses);
  const stepsM = stepDistances(samples, timerS);
  if (stepsM === null) return false;
  let [movingM, movingS, fastS] = [0, 0, 0];
  for (let i = 0, metres = 0, seconds = 0; i < timerS.length; i++) {
    const stepS = timerS[i] as number;
    if (stepS === 0 || stepS > RECORDING_GAP_S) continue;
    metres += stepsM[i] as number;
    seconds += stepS;
    if (seconds < SPEED_OVER_S && i < timerS.length - 1) continue;
    const speed = metres / seconds;
    if (speed >= MOVING_MPS) {
      movingM += metres;
      movingS += seconds;
    }
    if (speed > RUN_BURST_MPS) fastS += seconds;
    metres = 0;
    seconds = 0;
  }
  const meanMps = movingM / movingS;
  return (
    meanMps >= RUN_MEAN_MPS_MIN && meanMps <= RUN_MEAN_MPS_MAX && fastS <= RUN_BURST_SHARE * movingS
  );
}
