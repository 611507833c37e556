/** Rows of the `activities` and `files` tables. SQL only: what a run means is judged elsewhere. */
import type { Device, Warning } from '../analysis/activity.ts';
import type { HistoryRun } from '../analysis/judged-run.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import type { AnalysedActivity, AnalysedFile } from './analysed-file.ts';
import { decodeExposure } from './exposure-codec.ts';

/** An activity of any sport as lists show it. */
export interface ActivitySummary {
  id: string;
  sport: string;
  subSport: string | null;
  startTimeS: number;
  utcOffsetS: number | null;
  localDate: LocalDate;
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  /** False for a sport kept as context only. */
  isRun: boolean;
  /** The runner removed it; it counts nowhere and can be restored. */
  isDeleted: boolean;
}

/** What it takes to show one activity: its summary and where its bytes lie. */
export interface ActivityRecord extends ActivitySummary {
  /** Key of the file's raw bytes in R2. */
  storedAs: string;
  sessionIndex: number;
  fileName: string | null;
  device: Device | null;
  warnings: Warning[];
}

type Row<Fields extends Record<string, SqlStorageValue>> = Fields & Record<string, SqlStorageValue>;

type SummaryRow = Row<{
  id: string;
  sport: string;
  sub_sport: string | null;
  start_time_s: number;
  utc_offset_s: number | null;
  local_date: string;
  distance_m: number | null;
  timer_s: number | null;
  elapsed_s: number | null;
  is_run: number;
  deleted_at: number | null;
}>;

const SUMMARY_COLUMNS = `id, sport, sub_sport, start_time_s, utc_offset_s, local_date, distance_m, timer_s, elapsed_s,
  exposure IS NOT NULL AS is_run, deleted_at`;

export function insertFile(sql: SqlStorage, file: AnalysedFile, nowS: number): void {
  sql.exec(
    'INSERT INTO files (sha256, stored_as, name, size_bytes, imported_at) VALUES (?, ?, ?, ?, ?)',
    file.sha256,
    file.storedAs,
    file.name,
    file.sizeBytes,
    nowS,
  );
}

/** A second analysis of the same bytes takes the place of the first; the id, and whether it is deleted, stay. */
export function writeActivity(
  sql: SqlStorage,
  sha256: string,
  activity: AnalysedActivity,
  localDate: LocalDate,
): void {
  sql.exec(
    `INSERT INTO activities (id, sha256, session_index, sport, sub_sport, start_time_s, utc_offset_s, local_date,
       distance_m, timer_s, elapsed_s, device, warnings, exposure, cells, analysis_version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (sha256, session_index) DO UPDATE SET sport = excluded.sport, sub_sport = excluded.sub_sport,
       start_time_s = excluded.start_time_s, utc_offset_s = excluded.utc_offset_s, local_date = excluded.local_date,
       distance_m = excluded.distance_m, timer_s = excluded.timer_s, elapsed_s = excluded.elapsed_s,
       device = excluded.device, warnings = excluded.warnings, exposure = excluded.exposure, cells = excluded.cells,
       analysis_version = excluded.analysis_version`,
    crypto.randomUUID(),
    sha256,
    activity.sessionIndex,
    activity.sport,
    activity.subSport,
    activity.startTimeS,
    activity.utcOffsetS,
    localDate,
    activity.distanceM,
    activity.timerS,
    activity.elapsedS,
    activity.device === null ? null : JSON.stringify(activity.device),
    JSON.stringify(activity.warnings),
    activity.exposure?.summary ?? null,
    activity.exposure?.cells ?? null,
    activity.analysisVersion,
  );
}

/** Every activity that is not deleted, newest first. */
export function listActivities(sql: SqlStorage): ActivitySummary[] {
  return sql
    .exec<SummaryRow>(
      `SELECT ${SUMMARY_COLUMNS} FROM activities WHERE deleted_at IS NULL ORDER BY start_time_s DESC, id`,
    )
    .toArray()
    .map(summaryOf);
}

/** The activities of one file, deleted ones included, in the file's order; `null` when the file was never imported. */
export function activitiesOfFile(sql: SqlStorage, sha256: string): ActivitySummary[] | null {
  const known = sql.exec('SELECT 1 FROM files WHERE sha256 = ?', sha256).toArray().length > 0;
  if (!known) return null;
  return sql
    .exec<SummaryRow>(
      `SELECT ${SUMMARY_COLUMNS} FROM activities WHERE sha256 = ? ORDER BY session_index`,
      sha256,
    )
    .toArray()
    .map(summaryOf);
}

/** One activity, also when it is deleted; `null` when the athlete has none of that id. */
export function findActivity(sql: SqlStorage, id: string): ActivityRecord | null {
  const row = sql
    .exec<
      SummaryRow &
        Row<{
          stored_as: string;
          session_index: number;
          file_name: string | null;
          device: string | null;
          warnings: string;
        }>
    >(
      `SELECT ${SUMMARY_COLUMNS}, stored_as, session_index, device, warnings, name AS file_name
       FROM activities JOIN files USING (sha256) WHERE id = ?`,
      id,
    )
    .toArray()[0];
  if (row === undefined) return null;
  return {
    ...summaryOf(row),
    storedAs: row.stored_as,
    sessionIndex: row.session_index,
    fileName: row.file_name,
    device: row.device === null ? null : JSON.parse(row.device),
    warnings: JSON.parse(row.warnings),
  };
}

/** The runs that count, oldest first. */
export function readHistoryRuns(sql: SqlStorage): HistoryRun[] {
  const rows = sql.exec<
    Row<{
      id: string;
      local_date: string;
      start_time_s: number;
      sub_sport: string | null;
      exposure: string;
      cells: ArrayBuffer;
    }>
  >(
    `SELECT id, local_date, start_time_s, sub_sport, exposure, cells FROM activities
     WHERE exposure IS NOT NULL AND deleted_at IS NULL ORDER BY start_time_s, id`,
  );
  return Array.from(rows, (row) => ({
    id: row.id,
    localDate: row.local_date as LocalDate,
    startTimeS: row.start_time_s,
    subSport: row.sub_sport,
    exposure: decodeExposure({ summary: row.exposure, cells: row.cells }),
  }));
}

/** Marks the activity as deleted (at a time) or, with `null`, restores it. False when there is none of that id. */
export function setDeletedAt(sql: SqlStorage, id: string, deletedAtS: number | null): boolean {
  return (
    sql.exec('UPDATE activities SET deleted_at = ? WHERE id = ?', deletedAtS, id).rowsWritten > 0
  );
}

/** Dates again every activity whose file did not say where the runner's clock stood. */
export function redateActivities(
  sql: SqlStorage,
  localDateOf: (startTimeS: number) => LocalDate,
): void {
  const rows = sql
    .exec<Row<{ id: string; start_time_s: number; local_date: string }>>(
      'SELECT id, start_time_s, local_date FROM activities WHERE utc_offset_s IS NULL',
    )
    .toArray();
  for (const { id, start_time_s, local_date } of rows) {
    const localDate = localDateOf(start_time_s);
    if (localDate !== local_date) {
      sql.exec('UPDATE activities SET local_date = ? WHERE id = ?', localDate, id);
    }
  }
}

function summaryOf(row: SummaryRow): ActivitySummary {
  return {
    id: row.id,
    sport: row.sport,
    subSport: row.sub_sport,
    startTimeS: row.start_time_s,
    utcOffsetS: row.utc_offset_s,
    localDate: row.local_date as LocalDate,
    distanceM: row.distance_m,
    timerS: row.timer_s,
    elapsedS: row.elapsed_s,
    isRun: row.is_run === 1,
    isDeleted: row.deleted_at !== null,
  };
}
