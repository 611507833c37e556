/** The shoes of the athlete's runs, from the rows of `activities`, `files` and `shoes`. */
import type { LocalDate } from '../analysis/local-date.ts';
import { recordingKey } from '../analysis/same-run.ts';
import { IS_EXCLUDED, IS_LIVE, IS_RUN, type Row } from './activity-table.ts';
import type { ShodRun } from './run-shoes.ts';
import { gearOfCopies, readStravaShodRuns } from './strava-runs.ts';

type ShodRow = Row<{
  id: string;
  sha256: string;
  session_index: number;
  start_time_s: number;
  local_date: string;
  is_excluded: number;
  shoe_id: string | null;
  gear: string | null;
}>;

/** What another recording of a run tells of gear is told of the run. */
const GEAR_OF_TWINS = `SELECT twin_of AS run_id, min(gear) AS gear FROM activities JOIN files USING (sha256)
  WHERE twin_of IS NOT NULL AND ${IS_LIVE} GROUP BY twin_of`;

/** Every live run that counts or is left out, those from Strava included. */
export function readShodRuns(sql: SqlStorage): ShodRun[] {
  const rows = sql.exec<ShodRow>(
    `SELECT id, sha256, session_index, start_time_s, local_date, ${IS_EXCLUDED} AS is_excluded, shoe_id,
       coalesce(files.gear, of_twins.gear) AS gear
     FROM activities JOIN files USING (sha256) LEFT JOIN (${GEAR_OF_TWINS}) AS of_twins ON of_twins.run_id = id
     WHERE ${IS_RUN} AND ${IS_LIVE} AND twin_of IS NULL`,
  );
  const onStrava = gearOfCopies(sql);
  const recorded = Array.from(rows, (row) => ({
    id: row.id,
    key: recordingKey(row.sha256, row.session_index),
    startTimeS: row.start_time_s,
    localDate: row.local_date as LocalDate,
    saidShoeId: row.shoe_id,
    gear: row.gear ?? onStrava.get(row.id) ?? null,
    isLeftOut: row.is_excluded === 1,
  }));
  return [...recorded, ...readStravaShodRuns(sql)];
}
