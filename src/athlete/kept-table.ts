/** What is kept beside the runs, in rows of the `activities` table: other sports, and what the runner deleted. SQL only. */
import { type ActivitySummary, IS_LIVE, IS_RUN, type Row, summaries } from './activity-table.ts';

const IS_OTHER_SPORT = `${IS_LIVE} AND NOT (${IS_RUN}) AND twin_of IS NULL`;

/** What is no run by its file or by the runner's word; newest first. */
export function listOtherSports(sql: SqlStorage): ActivitySummary[] {
  return summaries(sql, `WHERE ${IS_OTHER_SPORT} ORDER BY start_time_s DESC, id`);
}

/** A recording that was deleted together with the run it is of is not told of by itself. */
const IS_DELETED = `deleted_at IS NOT NULL AND undone_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM activities AS kept WHERE kept.id = activities.twin_of AND kept.deleted_at = activities.deleted_at)`;

/** What the runner removed, newest first. */
export function listDeleted(sql: SqlStorage): ActivitySummary[] {
  return summaries(sql, `WHERE ${IS_DELETED} ORDER BY start_time_s DESC, id`);
}

/** How long the lists beside the runs are. */
export interface KeptCounts {
  otherSports: number;
  deleted: number;
}

/** Without what comes from Strava. */
export function countKept(sql: SqlStorage): KeptCounts {
  const counts = sql.exec<Row<{ other_sports: number; deleted: number }>>(
    `SELECT count(*) FILTER (WHERE ${IS_OTHER_SPORT}) +
         (SELECT count(*) FROM check_ins WHERE body ->> '$.otherSport' IS NOT NULL) AS other_sports,
       count(*) FILTER (WHERE ${IS_DELETED}) AS deleted
     FROM activities`,
  );
  const { other_sports, deleted } = counts.one();
  return { otherSports: other_sports, deleted };
}

/** Marks activities as deleted. Deleting twice is deleting once. */
export function markDeleted(sql: SqlStorage, ids: readonly string[], deletedAtS: number): void {
  sql.exec(
    'UPDATE activities SET deleted_at = coalesce(deleted_at, ?) WHERE id IN (SELECT value FROM json_each(?))',
    deletedAtS,
    JSON.stringify(ids),
  );
}

/** Restores with an activity the recordings of it that were deleted in the same moment. */
export function restore(sql: SqlStorage, id: string): void {
  sql.exec(
    `UPDATE activities SET deleted_at = NULL WHERE id = ?1
     OR (twin_of = ?1 AND deleted_at = (SELECT deleted_at FROM activities WHERE id = ?1))`,
    id,
  );
}
