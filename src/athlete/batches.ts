/** Uploads as a whole: what one of them brought, taken back and brought again. Files that were here before are not of it. */
import type { Row } from './activity-table.ts';

export interface BatchCounts {
  files: number;
  /** Runs that count, or would if the upload were not undone. */
  added: number;
  /** Other recordings of a run that counts. */
  twins: number;
  notRuns: number;
  /** Removed one by one by the runner. */
  deleted: number;
  isUndone: boolean;
}

/** `null` when no file came with an upload of that id. */
export function countBatch(sql: SqlStorage, batchId: string): BatchCounts | null {
  const row = sql
    .exec<Row<Record<'files' | 'added' | 'twins' | 'not_runs' | 'deleted' | 'undone', number>>>(
      `SELECT count(DISTINCT sha256) AS files,
         count(*) FILTER (WHERE deleted_at IS NULL AND twin_of IS NULL AND sport = 'running') AS added,
         count(*) FILTER (WHERE deleted_at IS NULL AND twin_of IS NOT NULL) AS twins,
         count(*) FILTER (WHERE deleted_at IS NULL AND twin_of IS NULL AND sport <> 'running') AS not_runs,
         count(*) FILTER (WHERE deleted_at IS NOT NULL) AS deleted,
         count(*) FILTER (WHERE undone_at IS NOT NULL) AS undone
       FROM activities JOIN files USING (sha256) WHERE batch_id = ?`,
      batchId,
    )
    .one();
  if (row.files === 0) return null;
  const { files, added, twins, not_runs: notRuns, deleted, undone } = row;
  return { files, added, twins, notRuns, deleted, isUndone: undone > 0 };
}

/** Takes the upload back (at a time) or, with `null`, brings it again. Gives the starts of all its activities. */
export function setBatchUndone(
  sql: SqlStorage,
  batchId: string,
  undoneAtS: number | null,
): number[] {
  return sql
    .exec<Row<{ start_time_s: number }>>(
      `UPDATE activities SET undone_at = ? WHERE sha256 IN (SELECT sha256 FROM files WHERE batch_id = ?)
       RETURNING start_time_s`,
      undoneAtS,
      batchId,
    )
    .toArray()
    .map((row) => row.start_time_s);
}
