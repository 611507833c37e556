/**
 * What an athlete may take along: activities from files, what was said of the tendon, the choices. What came from Strava is
 * only counted: it is not ours to hand on, and the athlete has it there.
 */
import type { CheckIn, TendonProfile, TickedSign } from '../analysis/diary.ts';
import type { RunExposure } from '../analysis/run-exposure.ts';
import type { ListedActivity } from './listed-activities.ts';
import type { Settings } from './settings.ts';

export interface AthleteExport {
  settings: Settings;
  /** Newest first. */
  activities: ExportedActivity[];
  /** Oldest first. */
  checkIns: CheckIn[];
  warningSigns: TickedSign[];
  returnCriteria: TendonProfile['criteriaMet'];
  leftOut: { stravaActivities: number };
}

/** Metres, seconds, AE-km; `null`: not known, or no run that counts. */
export interface ExportedActivity
  extends Pick<
    ListedActivity,
    | 'id'
    | 'name'
    | 'sport'
    | 'subSport'
    | 'localDate'
    | 'startTimeS'
    | 'utcOffsetS'
    | 'distanceM'
    | 'timerS'
    | 'elapsedS'
    | 'isRun'
    | 'isExcluded'
  > {
  ascentM: number | null;
  descentM: number | null;
  /** At +5 % or steeper. */
  uphillM: number | null;
  loadAeKm: number | null;
}

/** `exposureOf`: of a run that counts; by its own file alone. */
export function exportedActivity(
  activity: ListedActivity,
  exposureOf: (id: string) => RunExposure | undefined,
): ExportedActivity {
  const { id, name, sport, subSport, localDate, startTimeS, utcOffsetS } = activity;
  const { distanceM, timerS, elapsedS, isRun, isExcluded } = activity;
  const exposure = exposureOf(id);
  return {
    ...{ id, name, sport, subSport, localDate, startTimeS, utcOffsetS },
    ...{ distanceM, timerS, elapsedS, isRun, isExcluded },
    ascentM: exposure?.ascentM ?? null,
    descentM: exposure?.descentM ?? null,
    uphillM: exposure?.hills?.uphillM ?? null,
    loadAeKm: exposure?.load?.loadAeKm ?? null,
  };
}
