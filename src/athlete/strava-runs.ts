/** What Strava adds to the athlete's files in the analysis: runs, their shoes, other sports. Nothing that is here as a file. */
import type { OtherSport } from '../analysis/diary.ts';
import type { HistoryRun } from '../analysis/judged-run.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { surfaceOf } from '../analysis/surface.ts';
import { IS_EXCLUDED, IS_RUN, type Row } from './activity-table.ts';
import { decodeExposure } from './exposure-codec.ts';
import type { ShodRun } from './run-shoes.ts';
import { stravaRunId } from './strava-run-id.ts';
import {
  recordingOnStrava,
  STRAVA_RECORDING_COLUMNS,
  type StravaRecordingRow,
  stravaTwins,
} from './strava-twins.ts';

/** With what the runner says of it. */
const ACTIVITIES = 'strava_activities LEFT JOIN said_of_strava USING (id)';
const IS_LIVE = 'deleted_at IS NULL';

type RunRow = StravaRecordingRow &
  Row<{
    sub_sport: string | null;
    local_date: string;
    exposure: string;
    cells: ArrayBuffer;
  }>;

const RUN_COLUMNS = `${STRAVA_RECORDING_COLUMNS}, sub_sport, local_date, exposure, cells`;

/** Runs that count. A shoe is for `runShoes` to tell. `apart`: see `apartRuns`. */
export function readStravaRuns(
  sql: SqlStorage,
  apart: ReadonlyMap<string, readonly string[]>,
): HistoryRun[] {
  const twins = stravaTwins(sql);
  const rows = sql.exec<RunRow>(
    `SELECT ${RUN_COLUMNS} FROM ${ACTIVITIES}
     WHERE ${IS_RUN} AND ${IS_LIVE} AND NOT ${IS_EXCLUDED} ORDER BY start_time_s, strava_activities.id`,
  );
  return Array.from(rows, (row) => ({
    ...runOf(row),
    recording: recordingOnStrava(row, apart),
  })).filter(({ id }) => !twins.has(id));
}

/** A live activity that has an exposure, whether it counts or not; without its shoe. */
export function readStravaRun(sql: SqlStorage, stravaId: string): HistoryRun | null {
  const [row] = sql
    .exec<RunRow>(
      `SELECT ${RUN_COLUMNS} FROM ${ACTIVITIES}
       WHERE strava_activities.id = ? AND exposure IS NOT NULL AND ${IS_LIVE}`,
      stravaId,
    )
    .toArray();
  return row === undefined ? null : runOf(row);
}

type ShodRow = Row<{
  id: string;
  start_time_s: number;
  local_date: string;
  shoe_id: string | null;
  gear: string | null;
  is_excluded: number;
}>;

/** Every run that counts or is left out. */
export function readStravaShodRuns(sql: SqlStorage): ShodRun[] {
  const twins = stravaTwins(sql);
  const rows = sql.exec<ShodRow>(
    `SELECT strava_activities.id, start_time_s, local_date, said_of_strava.shoe_id, strava_gear.name AS gear,
       ${IS_EXCLUDED} AS is_excluded
     FROM ${ACTIVITIES} LEFT JOIN strava_gear ON strava_gear.id = gear_id WHERE ${IS_RUN} AND ${IS_LIVE}`,
  );
  return Array.from(rows, (row) => ({
    id: stravaRunId(row.id),
    key: stravaRunId(row.id),
    startTimeS: row.start_time_s,
    localDate: row.local_date as LocalDate,
    saidShoeId: row.shoe_id,
    gear: row.gear,
    isLeftOut: row.is_excluded === 1,
  })).filter(({ id }) => !twins.has(id));
}

/** The names of shoes by the ids of runs of which other recordings, on Strava, name them. */
export function gearOfCopies(sql: SqlStorage): Map<string, string> {
  const twins = stravaTwins(sql);
  if (twins.size === 0) return new Map();
  const rows = sql.exec<Row<{ id: string; gear: string }>>(
    'SELECT strava_activities.id, name AS gear FROM strava_activities JOIN strava_gear ON strava_gear.id = gear_id',
  );
  return new Map(
    Array.from(rows).flatMap(({ id, gear }) => {
      const keptId = twins.get(stravaRunId(id));
      return keptId === undefined ? [] : [[keptId, gear]];
    }),
  );
}

/** What is no run, there or in the runner's words. */
export function readStravaSports(sql: SqlStorage): OtherSport[] {
  const rows = Array.from(
    sql.exec<Row<{ id: string; local_date: string; sport: string; timer_s: number | null }>>(
      `SELECT strava_activities.id, local_date, sport, timer_s FROM ${ACTIVITIES}
       WHERE NOT (${IS_RUN}) AND ${IS_LIVE}`,
    ),
  );
  if (rows.length === 0) return [];
  const twins = stravaTwins(sql);
  return rows
    .filter(({ id }) => !twins.has(stravaRunId(id)))
    .map(({ local_date, sport, timer_s }) => ({
      date: local_date as LocalDate,
      sport,
      durationS: timer_s,
    }));
}

function runOf(row: RunRow): HistoryRun {
  return {
    id: stravaRunId(row.id),
    localDate: row.local_date as LocalDate,
    startTimeS: row.start_time_s,
    subSport: row.sub_sport,
    // The runner's word on the surface is in the sub-sport: see `corrected`.
    surface: surfaceOf(row.sub_sport),
    exposure: decodeExposure({ summary: row.exposure, cells: row.cells }),
  };
}
