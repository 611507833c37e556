/** Rows of the `files` table: which bytes are here, and what came with them. SQL only. */

import type { Row } from './activity-table.ts';
import type { AnalysedFile } from './analysed-file.ts';

/** A file of an upload that was undone may come again: it is then part of the new upload. */
export function writeFile(sql: SqlStorage, file: AnalysedFile, nowS: number): void {
  const { batchId, title, gear, sportHint } = file.about;
  sql.exec(
    `INSERT INTO files (sha256, stored_as, name, size_bytes, imported_at, batch_id, title, gear, sport_hint)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (sha256) DO UPDATE SET stored_as = excluded.stored_as, name = excluded.name,
       imported_at = excluded.imported_at, batch_id = excluded.batch_id, title = excluded.title,
       gear = excluded.gear, sport_hint = excluded.sport_hint`,
    file.sha256,
    file.storedAs,
    file.name,
    file.sizeBytes,
    nowS,
    batchId,
    title,
    gear,
    sportHint,
  );
  sql.exec('UPDATE activities SET undone_at = NULL WHERE sha256 = ?', file.sha256);
}

/** A file whose bytes are kept, whatever became of its activities. */
export interface ListedFile {
  sha256: string;
  /** As the sender gave it. */
  name: string | null;
  /** Key of the bytes in R2. */
  storedAs: string;
  /** Raw. */
  sizeBytes: number;
}

/** In the order in which they were added. */
export function listFiles(sql: SqlStorage): ListedFile[] {
  const rows = sql.exec<
    Row<{ sha256: string; name: string | null; stored_as: string; size_bytes: number }>
  >('SELECT sha256, name, stored_as, size_bytes FROM files ORDER BY imported_at, sha256');
  return Array.from(rows, ({ sha256, name, stored_as, size_bytes }) => ({
    ...{ sha256, name },
    storedAs: stored_as,
    sizeBytes: size_bytes,
  }));
}

/** Those of `sha256s` that are here; a file whose upload was undone is not. */
export function knownFiles(sql: SqlStorage, sha256s: readonly string[]): string[] {
  return sql
    .exec<Row<{ sha256: string }>>(
      `SELECT sha256 FROM files WHERE sha256 IN (SELECT value FROM json_each(?))
         AND EXISTS (SELECT 1 FROM activities WHERE activities.sha256 = files.sha256 AND undone_at IS NULL)`,
      JSON.stringify(sha256s),
    )
    .toArray()
    .map((row) => row.sha256);
}

/** What the archive around the file calls the gear. */
export function gearOf(sql: SqlStorage, sha256: string): string | null {
  return sql
    .exec<Row<{ gear: string | null }>>('SELECT gear FROM files WHERE sha256 = ?', sha256)
    .one().gear;
}

export function sportHintOf(sql: SqlStorage, sha256: string): string | null {
  return sql
    .exec<Row<{ sport_hint: string | null }>>(
      'SELECT sport_hint FROM files WHERE sha256 = ?',
      sha256,
    )
    .one().sport_hint;
}
