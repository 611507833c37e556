/** Runs as the history takes them, from the rows of the `activities` table. SQL only. */
import type { HistoryRun } from '../analysis/judged-run.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { surfaceOf } from '../analysis/surface.ts';
import { IS_EXCLUDED, IS_LIVE, IS_RUN, type Row } from './activity-table.ts';
import { decodeExposure } from './exposure-codec.ts';
import { runShoes } from './run-shoes.ts';
import { readShoes } from './shoe-table.ts';
import { stravaIdOf } from './strava-run-id.ts';
import { readStravaRun, readStravaRuns } from './strava-runs.ts';
import { RECORDING_COLUMNS, type RecordingRow, recordingOf } from './twins.ts';
import { readShodRuns } from './worn-shoes.ts';

type RunRow = Row<{
  id: string;
  local_date: string;
  start_time_s: number;
  sub_sport: string | null;
  exposure: string;
  cells: ArrayBuffer;
}>;

/** Beside its id and start. */
const RUN_COLUMNS = 'local_date, sub_sport, exposure, cells';

/**
 * The runs that count, in any order. `apart` names the runs that must not be taken for one: see `apartRuns`. `withStrava`: those
 * from Strava too.
 */
export function readHistoryRuns(
  sql: SqlStorage,
  apart: ReadonlyMap<string, readonly string[]>,
  withStrava: boolean,
): HistoryRun[] {
  const rows = sql.exec<RunRow & RecordingRow>(
    `SELECT ${RECORDING_COLUMNS}, ${RUN_COLUMNS} FROM activities
     WHERE ${IS_RUN} AND ${IS_LIVE} AND twin_of IS NULL AND NOT ${IS_EXCLUDED} ORDER BY start_time_s, id`,
  );
  const recorded = Array.from(rows, (row) => ({
    ...runOf(row),
    recording: recordingOf(row, apart),
  }));
  const worn = runShoes(readShodRuns(sql), readShoes(sql));
  const runs: HistoryRun[] = withStrava ? [...recorded, ...readStravaRuns(sql, apart)] : recorded;
  return runs.map((run) => ({ ...run, shoe: worn.get(run.id)?.shoe ?? null }));
}

/** A live activity that has an exposure, whether it counts or not; without its shoe. */
export function readRun(sql: SqlStorage, id: string): HistoryRun | null {
  const stravaId = stravaIdOf(id);
  if (stravaId !== null) return readStravaRun(sql, stravaId);
  const [row] = sql
    .exec<RunRow>(
      `SELECT id, start_time_s, ${RUN_COLUMNS} FROM activities WHERE id = ? AND exposure IS NOT NULL AND ${IS_LIVE}`,
      id,
    )
    .toArray();
  return row === undefined ? null : runOf(row);
}

/** Of a run that may count nowhere; `null` while it is unknown. */
export interface ClimbAndLoad {
  ascentM: number | null;
  loadAeKm: number | null;
}

export function readClimbAndLoad(sql: SqlStorage, id: string): ClimbAndLoad {
  const stravaId = stravaIdOf(id);
  const table = stravaId === null ? 'activities' : 'strava_activities';
  const [row] = sql
    .exec<Row<{ ascent_m: number | null; load_ae_km: number | null }>>(
      `SELECT exposure ->> '$.ascentM' AS ascent_m, exposure ->> '$.load.loadAeKm' AS load_ae_km
       FROM ${table} WHERE id = ?`,
      stravaId ?? id,
    )
    .toArray();
  return { ascentM: row?.ascent_m ?? null, loadAeKm: row?.load_ae_km ?? null };
}

function runOf(row: RunRow): HistoryRun {
  return {
    id: row.id,
    localDate: row.local_date as LocalDate,
    startTimeS: row.start_time_s,
    subSport: row.sub_sport,
    // The runner's word on the surface is in the sub-sport: see `corrected`.
    surface: surfaceOf(row.sub_sport),
    exposure: decodeExposure({ summary: row.exposure, cells: row.cells }),
  };
}
