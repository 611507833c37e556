/** Rows of activities from Strava, in their own table. SQL only: what a run means is judged elsewhere. */
import type { LocalDate } from '../analysis/local-date.ts';
import type { StravaSummary } from '../strava/summary.ts';
import type { KnownActivity } from '../strava/sync-plan.ts';
import type { Row } from './activity-table.ts';
import { ANALYSIS_VERSION } from './analyse-file.ts';
import type { AnalysedStrava } from './analyse-strava.ts';
import { eraseSaidOf } from './said-of-strava.ts';

/** `course`: what came of the streams, `null` while they have not come. */
export interface KeptStrava {
  summary: StravaSummary;
  analysed: AnalysedStrava;
  localDate: LocalDate;
  streams: KnownActivity['streams'];
  courseKey: string;
  labelKey: string;
  fetchedAtS: number;
  expiresAtS: number;
  courseExpiresAtS: number | null;
}

export function writeStravaActivity(sql: SqlStorage, kept: KeptStrava): void {
  const { summary, analysed } = kept;
  sql.exec(
    `INSERT OR REPLACE INTO strava_activities (id, summary, sport, sub_sport, start_time_s, utc_offset_s, local_date,
       distance_m, timer_s, elapsed_s, warnings, recorded, exposure, cells, analysis_version, streams, course_key,
       label_key, gear_id, fetched_at, expires_at, course_expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    summary.id,
    JSON.stringify(summary),
    analysed.sport,
    analysed.subSport,
    summary.startTimeS,
    summary.utcOffsetS,
    kept.localDate,
    analysed.distanceM,
    analysed.timerS,
    analysed.elapsedS,
    JSON.stringify(analysed.warnings),
    JSON.stringify(analysed.recorded),
    analysed.exposure?.summary ?? null,
    analysed.exposure?.cells ?? null,
    ANALYSIS_VERSION,
    kept.streams,
    kept.courseKey,
    kept.labelKey,
    summary.gearId,
    kept.fetchedAtS,
    kept.expiresAtS,
    kept.courseExpiresAtS,
  );
}

/** The same summary was seen again: it is as good as new, but for its streams. */
export function renewStravaActivities(
  sql: SqlStorage,
  ids: readonly string[],
  fetchedAtS: number,
  expiresAtS: number,
): void {
  sql.exec(
    'UPDATE strava_activities SET fetched_at = ?, expires_at = ? WHERE id IN (SELECT value FROM json_each(?))',
    fetchedAtS,
    expiresAtS,
    JSON.stringify(ids),
  );
}

/** What came of its streams; `null` where nothing did. */
export function courseOfStravaActivity(
  sql: SqlStorage,
  id: string,
): Pick<KeptStrava, 'analysed' | 'streams' | 'courseExpiresAtS'> | null {
  const [row] = sql
    .exec<CourseRow>(
      'SELECT * FROM strava_activities WHERE id = ? AND course_expires_at IS NOT NULL',
      id,
    )
    .toArray();
  if (row === undefined) return null;
  return {
    analysed: {
      sport: row.sport,
      subSport: row.sub_sport,
      distanceM: row.distance_m,
      timerS: row.timer_s,
      elapsedS: row.elapsed_s,
      warnings: JSON.parse(row.warnings),
      recorded: JSON.parse(row.recorded),
      exposure:
        row.exposure === null || row.cells === null
          ? null
          : { summary: row.exposure, cells: new Uint8Array(row.cells) },
    },
    streams: row.streams as KeptStrava['streams'],
    courseExpiresAtS: row.course_expires_at,
  };
}

type CourseRow = Row<{
  sport: string;
  sub_sport: string | null;
  distance_m: number | null;
  timer_s: number | null;
  elapsed_s: number | null;
  warnings: string;
  recorded: string;
  exposure: string | null;
  cells: ArrayBuffer | null;
  streams: string;
  course_expires_at: number | null;
}>;

type KnownRow = Row<{
  id: string;
  start_time_s: number;
  course_key: string;
  label_key: string;
  streams: string;
  analysis_version: string;
  expires_at: number;
  course_expires_at: number | null;
}>;

/** As `syncPlan` takes them. What an older analysis made of streams, or could not read, is to be fetched anew. */
export function knownStravaActivities(sql: SqlStorage): KnownActivity[] {
  const rows = sql.exec<KnownRow>(
    'SELECT id, start_time_s, course_key, label_key, streams, analysis_version, expires_at, course_expires_at FROM strava_activities',
  );
  return Array.from(rows, (row) => ({
    id: row.id,
    startTimeS: row.start_time_s,
    courseKey: row.course_key,
    labelKey: row.label_key,
    streams:
      row.streams !== 'absent' && row.analysis_version !== ANALYSIS_VERSION
        ? 'to-fetch'
        : (row.streams as KnownActivity['streams']),
    expiresAtS: row.course_expires_at ?? row.expires_at,
  }));
}

export function findStravaSummary(sql: SqlStorage, id: string): StravaSummary | null {
  const [row] = sql
    .exec<Row<{ summary: string }>>('SELECT summary FROM strava_activities WHERE id = ?', id)
    .toArray();
  return row === undefined ? null : JSON.parse(row.summary);
}

/** What is not made of its summary or streams. */
export function rowOfSummary(
  sql: SqlStorage,
  id: string,
): Omit<KeptStrava, 'summary' | 'analysed' | 'courseExpiresAtS'> | null {
  const [row] = sql
    .exec<
      Row<{
        local_date: string;
        streams: string;
        course_key: string;
        label_key: string;
        fetched_at: number;
        expires_at: number;
      }>
    >(
      'SELECT local_date, streams, course_key, label_key, fetched_at, expires_at FROM strava_activities WHERE id = ?',
      id,
    )
    .toArray();
  if (row === undefined) return null;
  return {
    localDate: row.local_date as LocalDate,
    streams: row.streams as KeptStrava['streams'],
    courseKey: row.course_key,
    labelKey: row.label_key,
    fetchedAtS: row.fetched_at,
    expiresAtS: row.expires_at,
  };
}

/** Strava has it no more: what the runner says of it goes along. */
export function eraseStravaActivity(sql: SqlStorage, id: string): void {
  dropStravaActivity(sql, id);
  eraseSaidOf(sql, id);
}

/** Its time here is over, which it may be on Strava still. */
export function dropStravaActivity(sql: SqlStorage, id: string): void {
  sql.exec('DELETE FROM strava_jobs WHERE key = ?', id);
  sql.exec('DELETE FROM strava_activities WHERE id = ?', id);
}

export interface StravaCounts {
  listed: number;
  withDetail: number;
  toDetail: number;
  expiresAtS: number | null;
}

export function countStravaActivities(sql: SqlStorage): StravaCounts {
  const row = sql
    .exec<
      Row<{ listed: number; with_detail: number; to_detail: number; expires_at: number | null }>
    >(
      `SELECT count(*) AS listed,
         count(*) FILTER (WHERE exposure IS NOT NULL AND streams <> 'to-fetch') AS with_detail,
         count(*) FILTER (WHERE exposure IS NOT NULL AND streams = 'to-fetch') AS to_detail,
         min(min(expires_at, coalesce(course_expires_at, expires_at))) AS expires_at
       FROM strava_activities`,
    )
    .one();
  return {
    listed: row.listed,
    withDetail: row.with_detail,
    toDetail: row.to_detail,
    expiresAtS: row.expires_at,
  };
}

/** Runs that started then or later and whose course is still to be asked for. */
export function countToDetail(sql: SqlStorage, fromS: number): number {
  return sql
    .exec<Row<{ count: number }>>(
      `SELECT count(*) AS count FROM strava_activities
       WHERE exposure IS NOT NULL AND streams = 'to-fetch' AND start_time_s >= ?`,
      fromS,
    )
    .one().count;
}

/** What started then or later and has not been seen since. */
export function unseenStravaIds(sql: SqlStorage, fromS: number, seenSinceS: number): string[] {
  return sql
    .exec<Row<{ id: string }>>(
      'SELECT id FROM strava_activities WHERE start_time_s >= ? AND fetched_at < ?',
      fromS,
      seenSinceS,
    )
    .toArray()
    .map(({ id }) => id);
}
