/**
 * Brings stored activities up to the code's analysis, file by file from the kept bytes, a few at a time: the object's
 * alarm comes back until nothing is left. Until then the old numbers hold.
 */
import { activitiesOfFile, correctionsOfFile, writeActivity } from './activity-table.ts';
import { ANALYSIS_VERSION, analyseFile } from './analyse-file.ts';
import { sportHintOf } from './file-table.ts';
import { readKeptFile } from './kept-file.ts';
import { startDate } from './runner-clock.ts';
import { readSettings } from './settings.ts';
import { settleTwins } from './twins.ts';

/** One alarm's work: a fraction of a second of CPU. */
const FILES_PER_ALARM = 25;

interface OutdatedFile extends Record<string, SqlStorageValue> {
  sha256: string;
  stored_as: string;
}

export function isAnalysisOutdated(sql: SqlStorage): boolean {
  return outdatedFiles(sql, 1).length > 0;
}

/** The next alarm analyses the file again: its runs were corrected without its bytes at hand. */
export function markOutdated(sql: SqlStorage, sha256: string): void {
  sql.exec("UPDATE activities SET analysis_version = '' WHERE sha256 = ?", sha256);
}

/** True when there is more to do. */
export async function reanalyseSome(
  storage: DurableObjectStorage,
  files: R2Bucket,
): Promise<boolean> {
  for (const { sha256, stored_as } of outdatedFiles(storage.sql, FILES_PER_ALARM)) {
    const bytes = await readKeptFile(files, stored_as);
    storage.transactionSync(() => reanalyse(storage.sql, sha256, bytes));
  }
  return isAnalysisOutdated(storage.sql);
}

function outdatedFiles(sql: SqlStorage, limit: number): OutdatedFile[] {
  return sql
    .exec<OutdatedFile>(
      `SELECT DISTINCT sha256, stored_as FROM activities JOIN files USING (sha256)
       WHERE analysis_version <> ? LIMIT ?`,
      ANALYSIS_VERSION,
      limit,
    )
    .toArray();
}

/** What can no longer be read keeps its numbers, and is not tried again before the next version. */
function reanalyse(sql: SqlStorage, sha256: string, bytes: Uint8Array | null): void {
  const sportHint = sportHintOf(sql, sha256);
  const corrections = correctionsOfFile(sql, sha256);
  const activities = bytes === null ? null : analyseFile(bytes, { sportHint, corrections });
  const starts = () => activitiesOfFile(sql, sha256).map(({ startTimeS }) => startTimeS);
  const before = starts();
  if (activities?.ok) {
    const { timeZone } = readSettings(sql);
    for (const activity of activities.value) {
      writeActivity(sql, sha256, activity, startDate(activity, timeZone));
    }
  }
  sql.exec('UPDATE activities SET analysis_version = ? WHERE sha256 = ?', ANALYSIS_VERSION, sha256);
  settleTwins(sql, [...before, ...starts()]);
}
