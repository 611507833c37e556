/**
 * Whether a track without any word about its sport can be a run, judged by its speed alone: faster than a walk on the
 * whole, and never for long as fast as a bicycle. Slow rides on the flat pass; nothing but a speed tells them apart.
 */
import type { Pause, Samples } from '../analysis/activity.ts';
import {
  MOVING_MPS,
  RUN_BURST_MPS,
  RUN_BURST_SHARE,
  RUN_MEAN_MPS_MAX,
  RUN_MEAN_MPS_MIN,
} from '../analysis/policy.ts';
import { speedStretches } from './speed-stretches.ts';

export function movesLikeRunning(samples: Samples, pauses: readonly Pause[]): boolean {
  const stretches = speedStretches(samples, pauses);
  if (stretches === null) return false;
  let [movingM, movingS, fastS] = [0, 0, 0];
  for (const { metres, timerS } of stretches) {
    const speed = metres / timerS;
    if (speed >= MOVING_MPS) {
      movingM += metres;
      movingS += timerS;
    }
    if (speed > RUN_BURST_MPS) fastS += timerS;
  }
  const meanMps = movingM / movingS;
  return (
    meanMps >= RUN_MEAN_MPS_MIN && meanMps <= RUN_MEAN_MPS_MAX && fastS <= RUN_BURST_SHARE * movingS
  );
}
