/**
 * What an athlete may take along: activities from files, shoes, what was said of the tendon, the choices. What came from
 * Strava is only counted: it is not ours to hand on, and the athlete has it there.
 */
import type { CheckIn, TendonProfile, TickedSign } from '../analysis/diary.ts';
import type { HistoryRun } from '../analysis/judged-run.ts';
import type { KnownShoe, ShoeFields } from './known-shoe.ts';
import type { ListedActivity } from './listed-activities.ts';
import type { Settings } from './settings.ts';

export interface AthleteExport {
  settings: Settings;
  /** Newest first. */
  activities: ExportedActivity[];
  shoes: ExportedShoe[];
  /** Oldest first. */
  checkIns: CheckIn[];
  warningSigns: TickedSign[];
  returnCriteria: TendonProfile['criteriaMet'];
  leftOut: { stravaActivities: number };
}

export type ExportedShoe = ShoeFields & Pick<KnownShoe, 'id' | 'isDeleted'>;

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
  /** Its name. */
  shoe: string | null;
}

/** `run`: what counts, by its own file alone; `shoes`: those that are taken along. */
export function exportedActivity(
  activity: ListedActivity,
  run: HistoryRun | undefined,
  shoes: readonly ExportedShoe[],
): ExportedActivity {
  const { id, name, sport, subSport, localDate, startTimeS, utcOffsetS } = activity;
  const { distanceM, timerS, elapsedS, isRun, isExcluded } = activity;
  return {
    ...{ id, name, sport, subSport, localDate, startTimeS, utcOffsetS },
    ...{ distanceM, timerS, elapsedS, isRun, isExcluded },
    ascentM: run?.exposure.ascentM ?? null,
    descentM: run?.exposure.descentM ?? null,
    uphillM: run?.exposure.hills?.uphillM ?? null,
    loadAeKm: run?.exposure.load?.loadAeKm ?? null,
    shoe: shoes.find((shoe) => shoe.id === run?.shoe?.id)?.name ?? null,
  };
}

export function exportedShoe(shoe: KnownShoe): ExportedShoe {
  const { id, name, dropMm, heelLiftMm, since, retiredOn, isDeleted } = shoe;
  return { id, name, dropMm, heelLiftMm, since, retiredOn, isDeleted };
}
