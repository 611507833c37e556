/**
 * Recordings of one run among the stored activities: which of them counts is worked out again from what is there whenever
 * something near in time comes, goes or is corrected. So the order of imports never matters, and whatever is undone
 * leaves everything as it was.
 */
import { TWIN_START_TOLERANCE_S } from '../analysis/policy.ts';
import { isCutShort, type Recording, recordingKey, sameRuns } from '../analysis/same-run.ts';
import { IS_LIVE, type Row } from './activity-table.ts';
import type { Recorded } from './analysed-file.ts';

/** A file and what the runner says may differ: the same run is found by either. */
const MAY_BE_RUN = "(sport = 'running' OR recorded ->> '$.sport' = 'running')";

/** Call inside a transaction, with the starts of everything that has changed. */
export function settleTwins(sql: SqlStorage, startTimesS: readonly number[]): void {
  const apart = apartRuns(sql);
  let settledToS = Number.NEGATIVE_INFINITY;
  for (const startTimeS of [...startTimesS].sort((a, b) => a - b)) {
    if (startTimeS <= settledToS) continue;
    const [fromS, toS] = neighbourhood(sql, startTimeS);
    settle(sql, fromS, toS, apart);
    settledToS = toS;
  }
}

/** By the id of each run that was separated: the ids of the runs it was separated from. */
export function apartRuns(sql: SqlStorage): Map<string, string[]> {
  const apart = new Map<string, string[]>();
  const pairs = sql.exec<Row<{ one_id: string; other_id: string }>>('SELECT * FROM separate_runs');
  for (const { one_id, other_id } of pairs) {
    apart.set(one_id, [...(apart.get(one_id) ?? []), other_id]);
    apart.set(other_id, [...(apart.get(other_id) ?? []), one_id]);
  }
  return apart;
}

export function setApart(sql: SqlStorage, ids: readonly [string, string], areTwo: boolean): void {
  const [one, other] = [...ids].sort() as [string, string];
  sql.exec(
    areTwo
      ? 'INSERT OR IGNORE INTO separate_runs (one_id, other_id) VALUES (?, ?)'
      : 'DELETE FROM separate_runs WHERE one_id = ? AND other_id = ?',
    one,
    other,
  );
}

/** Ids of the live recordings that `id` counts for. */
export function twinIdsOf(sql: SqlStorage, id: string): string[] {
  return sql
    .exec<Row<{ id: string }>>(
      `SELECT id FROM activities WHERE twin_of = ? AND ${IS_LIVE} ORDER BY start_time_s, sha256`,
      id,
    )
    .toArray()
    .map((row) => row.id);
}

/** From the first to the last of the starts that follow each other closely enough to be compared. */
function neighbourhood(sql: SqlStorage, startTimeS: number): [fromS: number, toS: number] {
  let [fromS, toS] = [startTimeS, startTimeS];
  for (;;) {
    const { first, last } = sql
      .exec<Row<{ first: number | null; last: number | null }>>(
        `SELECT min(start_time_s) AS first, max(start_time_s) AS last FROM activities
         WHERE start_time_s BETWEEN ? AND ? AND ${MAY_BE_RUN}`,
        fromS - TWIN_START_TOLERANCE_S,
        toS + TWIN_START_TOLERANCE_S,
      )
      .one();
    if (first === null || last === null || (first >= fromS && last <= toS)) return [fromS, toS];
    [fromS, toS] = [Math.min(fromS, first), Math.max(toS, last)];
  }
}

function settle(
  sql: SqlStorage,
  fromS: number,
  toS: number,
  apart: ReadonlyMap<string, readonly string[]>,
): void {
  const keptFor = sameRuns(recordingsBetween(sql, fromS, toS, apart));
  const rows = sql
    .exec<Row<{ id: string; twin_of: string | null }>>(
      `SELECT id, twin_of FROM activities WHERE start_time_s BETWEEN ? AND ? AND ${IS_LIVE}`,
      fromS,
      toS,
    )
    .toArray();
  for (const { id, twin_of } of rows) {
    const twinOf = keptFor.get(id) ?? null;
    if (twinOf !== twin_of) {
      sql.exec('UPDATE activities SET twin_of = ? WHERE id = ?', twinOf, id);
    }
  }
}

export type RecordingRow = Row<{
  id: string;
  sha256: string;
  session_index: number;
  start_time_s: number;
  timer_s: number | null;
  elapsed_s: number | null;
  warnings: string;
  recorded: string;
  corrections: string;
  shoe_id: string | null;
}>;

export const RECORDING_COLUMNS =
  'id, sha256, session_index, start_time_s, timer_s, elapsed_s, warnings, recorded, corrections, shoe_id';

function recordingsBetween(
  sql: SqlStorage,
  fromS: number,
  toS: number,
  apart: ReadonlyMap<string, readonly string[]>,
): Recording[] {
  const rows = sql.exec<RecordingRow>(
    `SELECT ${RECORDING_COLUMNS} FROM activities
     WHERE start_time_s BETWEEN ? AND ? AND ${IS_LIVE} AND ${MAY_BE_RUN}`,
    fromS,
    toS,
  );
  return Array.from(rows, (row) => recordingOf(row, apart));
}

/** `apart`: see `apartRuns`. */
export function recordingOf(
  row: RecordingRow,
  apart: ReadonlyMap<string, readonly string[]>,
): Recording {
  const recorded: Recorded = JSON.parse(row.recorded);
  const { distanceM, sampleCount, hasAltitude, hasCadence, format } = recorded;
  return {
    id: row.id,
    key: recordingKey(row.sha256, row.session_index),
    startTimeS: row.start_time_s,
    distanceM,
    timerS: row.timer_s,
    elapsedS: row.elapsed_s,
    sampleCount,
    isCutShort: isCutShort(JSON.parse(row.warnings)),
    hasAltitude,
    hasCadence,
    format,
    isCorrected: row.corrections !== '{}' || row.shoe_id !== null,
    apartFrom: apart.get(row.id) ?? [],
  };
}
