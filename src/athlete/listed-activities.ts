/** Every activity once: other recordings of a run are listed with the run that counts. */
import { type ActivitySummary, listActivities } from './activity-table.ts';
import { listStrava } from './strava-records.ts';

export interface ListedActivity extends ActivitySummary {
  /** Ids of other recordings of the same run, oldest first. */
  twins: string[];
}

/** Newest first. */
export function listedActivities(sql: SqlStorage): ListedActivity[] {
  const all = [...listActivities(sql), ...listStrava(sql, 'live')].sort(
    (one, other) => other.startTimeS - one.startTimeS || (one.id < other.id ? -1 : 1),
  );
  const twins = new Map<string, string[]>();
  for (const { id, twinOf } of all.toReversed()) {
    if (twinOf !== null) twins.set(twinOf, [...(twins.get(twinOf) ?? []), id]);
  }
  return all
    .filter(({ twinOf }) => twinOf === null)
    .map((activity) => ({ ...activity, twins: twins.get(activity.id) ?? [] }));
}
