/**
 * Whether what a source calls a run cannot have been one: it keeps up a speed that nobody has ever run, or goes fast without
 * the steps of a run. A spike of the position, a slope or a sprint is not enough; where there is no course, totals tell.
 */
import type { Activity, Pause, Samples, Session } from '../analysis/activity.ts';
import {
  FASTEST_RUNS,
  MOVING_MPS,
  QUICK_RECORD_SHARE,
  RUN_MEAN_MPS_MAX,
  SPEED_GLITCH_MPS,
  STEPLESS_SPEED_SHARE,
} from '../analysis/policy.ts';
import { type SpeedStretch, speedStretches } from './speed-stretches.ts';

export function isBeyondRunning({ samples, pauses, session }: Activity): boolean {
  const stretches = credibleStretches(samples, pauses);
  return isFasterThanAnyone(1, stretches, session) || isStepless(stretches ?? []);
}

/** Whether a run is nearly as fast as anyone ever was, and nothing counted its steps: somebody's best day, or a ride. */
export function isQuickWithoutSteps({ samples, pauses, session }: Activity): boolean {
  if (samples.cadenceSpm !== null || session.avgCadenceSpm !== null) return false;
  return isFasterThanAnyone(QUICK_RECORD_SHARE, credibleStretches(samples, pauses), session);
}

/** `null` where there is no course; empty where none of it is fast. */
function credibleStretches(samples: Samples, pauses: readonly Pause[]): SpeedStretch[] | null {
  const stretches = speedStretches(samples, pauses);
  if (stretches === null || stretches.length === 0) return null;
  // Whoever beats the fastest, or goes fast without steps, is that fast somewhere.
  if (!stretches.some((stretch) => speedOf(stretch) > RUN_MEAN_MPS_MAX)) return [];
  // What no runner's stretch reaches is a jump of the position: its metres prove nothing.
  return stretches.map((stretch) =>
    speedOf(stretch) > SPEED_GLITCH_MPS ? { ...stretch, metres: 0 } : stretch,
  );
}

/** `speedShare`: of the speed of the fastest. Totals tell where there is no course. */
function isFasterThanAnyone(
  speedShare: number,
  stretches: readonly SpeedStretch[] | null,
  session: Session,
): boolean {
  return FASTEST_RUNS.some(({ distanceM, durationS }) => {
    const fastest = { distanceM, durationS: durationS / speedShare };
    return stretches === null ? areTotalsBeyond(fastest, session) : isBeaten(fastest, stretches);
  });
}

interface Run {
  distanceM: number;
  durationS: number;
}

/** By the clock, so that no rest makes a run faster. */
function isBeaten({ distanceM, durationS }: Run, stretches: readonly SpeedStretch[]): boolean {
  let reachedM = 0;
  let first = 0;
  for (const { metres, endS } of stretches) {
    reachedM += metres;
    for (let restM = reachedM - metresOf(stretches, first); restM >= distanceM; first++) {
      reachedM = restM;
      restM -= metresOf(stretches, first + 1);
    }
    const lastedS = endS - (stretches[first] as SpeedStretch).startS;
    if (reachedM >= distanceM && reachedM * durationS > distanceM * lastedS) return true;
  }
  return false;
}

const metresOf = (stretches: readonly SpeedStretch[], index: number): number =>
  stretches[index]?.metres ?? 0;

function isStepless(stretches: readonly SpeedStretch[]): boolean {
  let [movingS, steplessS] = [0, 0];
  for (const stretch of stretches) {
    const speed = speedOf(stretch);
    if (speed >= MOVING_MPS) movingS += stretch.timerS;
    if (speed > RUN_MEAN_MPS_MAX) steplessS += stretch.steplessS;
  }
  return steplessS > STEPLESS_SPEED_SHARE * movingS;
}

const speedOf = ({ metres, timerS }: SpeedStretch): number => metres / timerS;

function areTotalsBeyond(fastest: Run, { distanceM, timerS, elapsedS }: Session): boolean {
  const lastedS = timerS ?? elapsedS;
  if (distanceM === null || lastedS === null || lastedS <= 0) return false;
  return (
    distanceM >= fastest.distanceM && distanceM * fastest.durationS > fastest.distanceM * lastedS
  );
}
