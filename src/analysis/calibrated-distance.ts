/**
 * The factor that brings a stream of distances to the session's total, which the runner may have corrected on the watch
 * (treadmill calibration). The session wins; the stream and its laps keep the old count. Must not rescale a stream that
 * merely lost samples.
 */
import type { Session } from './activity.ts';
import {
  CALIBRATION_MAX_SCALE,
  CALIBRATION_MIN_COVERAGE,
  CALIBRATION_MIN_SCALE,
  CALIBRATION_TOLERANCE,
} from './policy.ts';

/** Metres and timer seconds of the stream, glitches left out. Returns 1 where nothing has to change. */
export function distanceScale(session: Session, streamM: number, streamTimerS: number): number {
  if (session.distanceM === null || session.distanceM <= 0 || streamM <= 0) return 1;
  if (session.timerS !== null && streamTimerS < CALIBRATION_MIN_COVERAGE * session.timerS) return 1;
  const scale = session.distanceM / streamM;
  if (scale < CALIBRATION_MIN_SCALE || scale > CALIBRATION_MAX_SCALE) return 1;
  return Math.abs(session.distanceM - streamM) > CALIBRATION_TOLERANCE * session.distanceM
    ? scale
    : 1;
}
