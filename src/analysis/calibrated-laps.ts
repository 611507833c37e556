/**
 * The laps of an activity with their distances brought to the session's total, which a treadmill run's laps miss as its
 * samples do. Must not touch times.
 */
import type { Activity, Lap } from './activity.ts';
import { distanceScale } from './calibrated-distance.ts';

/** Laps as recorded where they agree with the session to 0.5 %. */
export function calibratedLaps({ session, laps }: Activity): Lap[] {
  const sum = (read: (lap: Lap) => number | null) =>
    laps.reduce((total, lap) => total + (read(lap) ?? 0), 0);
  const lapsM = sum(({ distanceM }) => distanceM);
  const lapsS = sum(({ timerS }) => timerS);
  const scale = distanceScale(session, lapsM, lapsS);
  return laps.map((lap) => ({
    ...lap,
    distanceM: lap.distanceM === null ? null : lap.distanceM * scale,
  }));
}
