/** Rows of the `activities` table. SQL only: what a run means is judged elsewhere. */
import type { Device, Warning } from '../analysis/activity.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { type SportFamily, sportFamily } from '../analysis/sport-family.ts';
import type { AnalysedActivity, Recorded } from './analysed-file.ts';
import type { Corrections } from './corrections.ts';

/** An activity of any sport as lists show it. */
export interface ActivitySummary {
  id: string;
  source: 'file' | 'strava';
  /** The runner's, else the archive's or that on Strava. */
  name: string | null;
  sport: string;
  family: SportFamily;
  subSport: string | null;
  startTimeS: number;
  utcOffsetS: number | null;
  localDate: LocalDate;
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  /** False for a sport kept as context only. */
  isRun: boolean;
  /** The runner left it out: listed, but in no running number. */
  isExcluded: boolean;
  /** The recording of the same run that counts in this one's place. */
  twinOf: string | null;
  /** The runner removed it; it counts nowhere and can be restored. */
  isDeleted: boolean;
}

/** What it takes to show one activity. */
export interface ActivityRecord extends ActivitySummary {
  fileName: string | null;
  device: Device | null;
  warnings: Warning[];
  recorded: Recorded;
  /** The shoe by its name of today. */
  corrections: Corrections;
  /** Part of an upload that is undone: not here until that is taken back. */
  isUndone: boolean;
  /** What the archive around the file, or Strava, calls it. */
  title: string | null;
}

/** And where its bytes lie. */
export interface FileRecord extends ActivityRecord {
  source: 'file';
  /** Of the file's raw bytes. */
  sha256: string;
  /** Key of the file's raw bytes in R2. */
  storedAs: string;
  sessionIndex: number;
}

export type Row<Fields extends Record<string, SqlStorageValue>> = Fields &
  Record<string, SqlStorageValue>;

/** The columns of activities that files and Strava have alike. */
export type SummaryFieldsRow = Row<{
  sport: string;
  sub_sport: string | null;
  start_time_s: number;
  utc_offset_s: number | null;
  local_date: string;
  distance_m: number | null;
  timer_s: number | null;
  elapsed_s: number | null;
  is_run: number;
  is_excluded: number;
  deleted_at: number | null;
}>;
type SummaryRow = SummaryFieldsRow &
  Row<{ id: string; twin_of: string | null; name: string | null }>;

/** Neither removed by the runner nor part of an upload that is undone. */
export const IS_LIVE = 'deleted_at IS NULL AND undone_at IS NULL';
export const IS_RUN = "exposure IS NOT NULL AND sport = 'running'";
export const IS_EXCLUDED = "coalesce(corrections ->> '$.excluded', 0)";

const SUMMARY_COLUMNS = `id, sport, sub_sport, start_time_s, utc_offset_s, local_date, distance_m, timer_s, elapsed_s,
  ${IS_RUN} AS is_run, ${IS_EXCLUDED} AS is_excluded, twin_of, coalesce(corrections ->> '$.name', title) AS name, deleted_at`;

const ACTIVITIES = 'activities JOIN files USING (sha256)';

/** A second analysis of the same bytes takes the place of the first; the id, and whether it is deleted, stay. */
export function writeActivity(
  sql: SqlStorage,
  sha256: string,
  activity: AnalysedActivity,
  localDate: LocalDate,
): void {
  sql.exec(
    `INSERT INTO activities (id, sha256, session_index, sport, sub_sport, start_time_s, utc_offset_s, local_date,
       distance_m, timer_s, elapsed_s, device, warnings, recorded, exposure, cells, analysis_version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (sha256, session_index) DO UPDATE SET sport = excluded.sport, sub_sport = excluded.sub_sport,
       start_time_s = excluded.start_time_s, utc_offset_s = excluded.utc_offset_s, local_date = excluded.local_date,
       distance_m = excluded.distance_m, timer_s = excluded.timer_s, elapsed_s = excluded.elapsed_s,
       device = excluded.device, warnings = excluded.warnings, recorded = excluded.recorded,
       exposure = excluded.exposure, cells = excluded.cells, analysis_version = excluded.analysis_version`,
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
    JSON.stringify(activity.recorded),
    activity.exposure?.summary ?? null,
    activity.exposure?.cells ?? null,
    activity.analysisVersion,
  );
}

/** Every live activity, newest first, other recordings of the same run included. */
export function listActivities(sql: SqlStorage): ActivitySummary[] {
  return summaries(sql, `WHERE ${IS_LIVE} ORDER BY start_time_s DESC, id`);
}

/** The activities of one file, deleted ones included, in the file's order. */
export function activitiesOfFile(sql: SqlStorage, sha256: string): ActivitySummary[] {
  return summaries(sql, 'WHERE sha256 = ? ORDER BY session_index', sha256);
}

/** Runs that the runner left out; newest first. */
export function listLeftOut(sql: SqlStorage): ActivitySummary[] {
  return summaries(
    sql,
    `WHERE ${IS_LIVE} AND ${IS_RUN} AND ${IS_EXCLUDED} AND twin_of IS NULL ORDER BY start_time_s DESC, id`,
  );
}

/** The names of live activities that have one. */
export function namesOfActivities(sql: SqlStorage): Map<string, string> {
  const rows = sql.exec<Row<{ id: string; name: string }>>(
    `SELECT id, coalesce(corrections ->> '$.name', title) AS name FROM ${ACTIVITIES}
     WHERE ${IS_LIVE} AND coalesce(corrections ->> '$.name', title) IS NOT NULL`,
  );
  return new Map(Array.from(rows, ({ id, name }) => [id, name]));
}

/** `where` is a clause of SQL, with its order. */
export function summaries(sql: SqlStorage, where: string, ...values: string[]): ActivitySummary[] {
  return sql
    .exec<SummaryRow>(`SELECT ${SUMMARY_COLUMNS} FROM ${ACTIVITIES} ${where}`, ...values)
    .toArray()
    .map(summaryOf);
}

type RecordRow = SummaryRow &
  Row<{
    sha256: string;
    stored_as: string;
    session_index: number;
    file_name: string | null;
    device: string | null;
    warnings: string;
    recorded: string;
    corrections: string;
    undone_at: number | null;
    title: string | null;
    said_shoe: string | null;
  }>;

/** One activity of a file, also when it is deleted; `null` when the athlete has none of that id. */
export function findActivity(sql: SqlStorage, id: string): FileRecord | null {
  const row = sql
    .exec<RecordRow>(
      `SELECT ${SUMMARY_COLUMNS}, sha256, stored_as, session_index, device, warnings, recorded, corrections, undone_at, title,
         files.name AS file_name, (SELECT shoes.name FROM shoes WHERE shoes.id = shoe_id AND shoes.deleted_at IS NULL) AS said_shoe
       FROM ${ACTIVITIES} WHERE id = ?`,
      id,
    )
    .toArray()[0];
  if (row === undefined) return null;
  return {
    ...summaryOf(row),
    sha256: row.sha256,
    storedAs: row.stored_as,
    sessionIndex: row.session_index,
    fileName: row.file_name,
    device: row.device === null ? null : JSON.parse(row.device),
    warnings: JSON.parse(row.warnings),
    recorded: JSON.parse(row.recorded),
    corrections: {
      ...JSON.parse(row.corrections),
      ...(row.said_shoe !== null && { shoe: row.said_shoe }),
    },
    isUndone: row.undone_at !== null,
    title: row.title,
  };
}

/** All but the shoe, which is a row of its own: see `sayShoe`. */
export function writeCorrections(
  sql: SqlStorage,
  id: string,
  { shoe: _, ...corrections }: Corrections,
): void {
  sql.exec('UPDATE activities SET corrections = ? WHERE id = ?', JSON.stringify(corrections), id);
}

/** The runner's corrections of a file's activities, by their place in the file. */
export function correctionsOfFile(sql: SqlStorage, sha256: string): Map<number, Corrections> {
  const rows = sql.exec<Row<{ session_index: number; corrections: string }>>(
    'SELECT session_index, corrections FROM activities WHERE sha256 = ?',
    sha256,
  );
  return new Map(Array.from(rows, (row) => [row.session_index, JSON.parse(row.corrections)]));
}

const summaryOf = (row: SummaryRow): ActivitySummary & { source: 'file' } => ({
  ...{ id: row.id, source: 'file', name: row.name, twinOf: row.twin_of },
  ...summaryFields(row),
});

/** What a row says of an activity in the same way wherever it comes from. */
export function summaryFields(
  row: SummaryFieldsRow,
): Omit<ActivitySummary, 'id' | 'source' | 'name' | 'twinOf'> {
  return {
    sport: row.sport,
    family: sportFamily(row.sport),
    subSport: row.sub_sport,
    startTimeS: row.start_time_s,
    utcOffsetS: row.utc_offset_s,
    localDate: row.local_date as LocalDate,
    distanceM: row.distance_m,
    timerS: row.timer_s,
    elapsedS: row.elapsed_s,
    isRun: row.is_run === 1,
    isExcluded: row.is_excluded === 1,
    isDeleted: row.deleted_at !== null,
  };
}
