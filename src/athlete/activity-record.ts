/** One activity by its id, wherever it came from, and which one counts in its place. */
import { type FileRecord, findActivity } from './activity-table.ts';
import { findStravaRecord, type StravaRecord } from './strava-records.ts';
import { stravaIdOf } from './strava-run-id.ts';

/** Also when it is deleted; `null` when the athlete has none of that id. */
export function findRecord(sql: SqlStorage, id: string): FileRecord | StravaRecord | null {
  const stravaId = stravaIdOf(id);
  return stravaId === null ? findActivity(sql, id) : findStravaRecord(sql, stravaId);
}

/** Of another recording of a run: the id of the run that counts. */
export const countedId = (sql: SqlStorage, id: string): string => findRecord(sql, id)?.twinOf ?? id;
