/**
 * What Strava adds to the athlete's files: runs, other sports, and which of them are copies of what is here as a file. A file
 * always counts before its copy, also when the runner left it out or deleted it.
 */
import type { Warning } from '../analysis/activity.ts';
import type { OtherSport } from '../analysis/diary.ts';
import type { HistoryRun } from '../analysis/judged-run.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { type Recording, sameRuns } from '../analysis/same-run.ts';
import { surfaceOf } from '../analysis/surface.ts';
import type { StravaSummary } from '../strava/summary.ts';
import type { Row } from './activity-table.ts';
import type { RecordedOnStrava } from './analyse-strava.ts';
import { decodeExposure } from './exposure-codec.ts';
import type { ShodRun } from './run-shoes.ts';
import type { RunOnStrava } from './runner.ts';
import type { Start } from './runner-clock.ts';
import { RECORDING_COLUMNS, type RecordingRow, recordingOf } from './twins.ts';

/** Of an activity here, from Strava's id of it: no other activity's looks like that. */
export const stravaRunId = (stravaId: string): string => `${PREFIX}${stravaId}`;

/** `null` for an activity of a file. */
export function stravaIdOf(id: string): string | null {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null;
}

const PREFIX = 'strava-';

type StravaRow = Row<{
  id: string;
  summary: string;
  sport: string;
  sub_sport: string | null;
  start_time_s: number;
  local_date: string;
  timer_s: number | null;
  elapsed_s: number | null;
  recorded: string;
  gear: string | null;
}>;
type StravaRunRow = StravaRow & Row<{ exposure: string; cells: ArrayBuffer }>;

const COLUMNS = `strava_activities.id, summary, sport, sub_sport, start_time_s, local_date, timer_s, elapsed_s, recorded,
  strava_gear.name AS gear`;
const ACTIVITIES = 'strava_activities LEFT JOIN strava_gear ON strava_gear.id = gear_id';

/** Runs that are no copies of a file. A shoe is for `runShoes` to tell. */
export function readStravaRuns(sql: SqlStorage): HistoryRun[] {
  const copies = copiesOfFiles(sql);
  const rows = sql.exec<StravaRunRow>(
    `SELECT ${COLUMNS}, exposure, cells FROM ${ACTIVITIES} WHERE exposure IS NOT NULL ORDER BY start_time_s, strava_activities.id`,
  );
  return Array.from(rows, runOf).filter(({ id }) => !copies.has(id));
}

/** `null` when Strava has no run of that id, as far as is known here. */
export function findStravaRun(sql: SqlStorage, stravaId: string): HistoryRun | null {
  const [row] = sql
    .exec<StravaRunRow>(
      `SELECT ${COLUMNS}, exposure, cells FROM ${ACTIVITIES} WHERE strava_activities.id = ? AND exposure IS NOT NULL`,
      stravaId,
    )
    .toArray();
  return row === undefined ? null : runOf(row);
}

/** What a run's page tells of where it came from. */
export function findStravaSource(
  sql: SqlStorage,
  stravaId: string,
): { start: Start; strava: RunOnStrava; warnings: Warning[] } | null {
  const [row] = sql
    .exec<Row<{ summary: string; warnings: string }>>(
      'SELECT summary, warnings FROM strava_activities WHERE id = ?',
      stravaId,
    )
    .toArray();
  if (row === undefined) return null;
  const summary: StravaSummary = JSON.parse(row.summary);
  const { id, startTimeS, utcOffsetS, deviceName } = summary;
  return {
    start: { startTimeS, utcOffsetS },
    strava: { id, name: summary.name.trim() || null, deviceName },
    warnings: JSON.parse(row.warnings),
  };
}

/** The copy on Strava of a run that is here as a file. */
export function copyOnStrava(sql: SqlStorage, fileId: string): RunOnStrava | null {
  for (const [id, keptId] of copiesOfFiles(sql)) {
    const stravaId = keptId === fileId ? stravaIdOf(id) : null;
    if (stravaId !== null) return findStravaSource(sql, stravaId)?.strava ?? null;
  }
  return null;
}

/** Names by the ids of runs here. */
export function namesOnStrava(sql: SqlStorage): Map<string, string> {
  const rows = sql.exec<Row<{ id: string; summary: string }>>(
    'SELECT id, summary FROM strava_activities',
  );
  return new Map(
    Array.from(rows, ({ id, summary }): [string, string] => [
      stravaRunId(id),
      (JSON.parse(summary) as StravaSummary).name.trim(),
    ]).filter(([, name]) => name !== ''),
  );
}

export function readStravaShodRuns(sql: SqlStorage): ShodRun[] {
  const copies = copiesOfFiles(sql);
  const rows = sql.exec<StravaRow>(
    `SELECT ${COLUMNS} FROM ${ACTIVITIES} WHERE exposure IS NOT NULL`,
  );
  return Array.from(rows, (row) => ({
    id: stravaRunId(row.id),
    key: stravaRunId(row.id),
    startTimeS: row.start_time_s,
    localDate: row.local_date as LocalDate,
    saidShoeId: null,
    gear: row.gear,
    isLeftOut: false,
  })).filter(({ id }) => !copies.has(id));
}

/** The names of shoes by the ids of files' runs whose copies on Strava name them. */
export function gearOfCopies(sql: SqlStorage): Map<string, string> {
  const copies = copiesOfFiles(sql);
  if (copies.size === 0) return new Map();
  const rows = sql.exec<Row<{ id: string; gear: string }>>(
    'SELECT strava_activities.id, name AS gear FROM strava_activities JOIN strava_gear ON strava_gear.id = gear_id',
  );
  return new Map(
    Array.from(rows).flatMap(({ id, gear }) => {
      const fileId = copies.get(stravaRunId(id));
      return fileId === undefined ? [] : [[fileId, gear]];
    }),
  );
}

/** What is no run, and no copy of a file. */
export function readStravaSports(sql: SqlStorage): OtherSport[] {
  const rows = sql.exec<StravaRow>(`SELECT ${COLUMNS} FROM ${ACTIVITIES} WHERE exposure IS NULL`);
  const sports = Array.from(rows);
  if (sports.length === 0) return [];
  const files = sql.exec<RecordingRow>(
    `SELECT ${RECORDING_COLUMNS} FROM activities WHERE undone_at IS NULL AND exposure IS NULL`,
  );
  const copies = sameRuns([
    ...Array.from(files, (row) => recordingOf(row, NONE_APART)),
    ...sports.map(recordingOnStrava),
  ]);
  return sports
    .filter(({ id }) => !copies.has(stravaRunId(id)))
    .map(({ local_date, sport, timer_s }) => ({
      date: local_date as LocalDate,
      sport,
      durationS: timer_s,
    }));
}

/** From the id of every run on Strava that is here as a file to that of the file's activity. */
export function copiesOfFiles(sql: SqlStorage): Map<string, string> {
  const rows = Array.from(
    sql.exec<StravaRow>(`SELECT ${COLUMNS} FROM ${ACTIVITIES} WHERE exposure IS NOT NULL`),
  );
  if (rows.length === 0) return new Map();
  const files = sql.exec<RecordingRow>(
    `SELECT ${RECORDING_COLUMNS} FROM activities WHERE undone_at IS NULL AND exposure IS NOT NULL`,
  );
  const keptFor = sameRuns([
    ...Array.from(files, (row) => recordingOf(row, NONE_APART)),
    ...rows.map(recordingOnStrava),
  ]);
  const isCopy = ([id, keptId]: [string, string]) =>
    stravaIdOf(id) !== null && stravaIdOf(keptId) === null;
  return new Map([...keptFor].filter(isCopy));
}

/** What the runner set apart are files. */
const NONE_APART: ReadonlyMap<string, readonly string[]> = new Map();

function runOf(row: StravaRunRow): HistoryRun {
  return {
    id: stravaRunId(row.id),
    localDate: row.local_date as LocalDate,
    startTimeS: row.start_time_s,
    subSport: row.sub_sport,
    surface: surfaceOf(row.sub_sport),
    exposure: decodeExposure({ summary: row.exposure, cells: row.cells }),
    recording: recordingOnStrava(row),
  };
}

function recordingOnStrava(row: StravaRow): Recording {
  const recorded: RecordedOnStrava = JSON.parse(row.recorded);
  const { distanceM, sampleCount, hasAltitude, hasCadence } = recorded;
  return {
    id: stravaRunId(row.id),
    key: stravaRunId(row.id),
    startTimeS: row.start_time_s,
    distanceM,
    timerS: row.timer_s,
    elapsedS: row.elapsed_s,
    ...{ sampleCount, hasAltitude, hasCadence },
    isCutShort: false,
    format: 'strava',
    isCorrected: false,
    apartFrom: [],
  };
}
