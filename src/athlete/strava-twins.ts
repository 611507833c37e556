/**
 * Which activities on Strava are recordings of something else that is here: a file always counts before its copy, also when the
 * runner left it out or deleted it. Worked out from what is there, as often as it is asked for.
 */
import { copiesWithHiddenStart, isStartHidden } from '../analysis/hidden-start.ts';
import { TWIN_START_TOLERANCE_S } from '../analysis/policy.ts';
import { type Recording, sameRuns } from '../analysis/same-run.ts';
import type { Row } from './activity-table.ts';
import type { KeptOfActivity } from './analyse-activity.ts';
import { stravaIdOf, stravaRunId } from './strava-run-id.ts';
import { apartRuns, RECORDING_COLUMNS, type RecordingRow, recordingOf } from './twins.ts';

export type StravaRecordingRow = Row<{
  id: string;
  start_time_s: number;
  utc_offset_s: number | null;
  timer_s: number | null;
  elapsed_s: number | null;
  recorded: string;
  corrections: string | null;
  shoe_id: string | null;
}>;

/** Of `strava_activities LEFT JOIN said_of_strava`. */
export const STRAVA_RECORDING_COLUMNS = `strava_activities.id, start_time_s, utc_offset_s, timer_s, elapsed_s, recorded,
  corrections, shoe_id`;

/** `apart`: see `apartRuns`. */
export function recordingOnStrava(
  row: StravaRecordingRow,
  apart: ReadonlyMap<string, readonly string[]>,
): Recording {
  const recorded: KeptOfActivity['recorded'] = JSON.parse(row.recorded);
  const { distanceM, sampleCount, hasAltitude, hasCadence } = recorded;
  const id = stravaRunId(row.id);
  return {
    id,
    key: id,
    startTimeS: row.start_time_s,
    isStartHidden: isStartHidden(row.start_time_s, row.utc_offset_s),
    distanceM,
    timerS: row.timer_s,
    elapsedS: row.elapsed_s,
    ...{ sampleCount, hasAltitude, hasCadence },
    isCutShort: false,
    format: 'strava',
    isCorrected: (row.corrections ?? '{}') !== '{}' || row.shoe_id !== null,
    apartFrom: apart.get(id) ?? [],
  };
}

/**
 * From the id of every activity on Strava that gives way to the id of what is kept in its place: of a file, or another on
 * Strava. Those that the runner deleted are compared with each other and with files only.
 */
export function stravaTwins(
  sql: SqlStorage,
  which: 'live' | 'deleted' = 'live',
  starts: Starts = EVER,
): Map<string, string> {
  const apart = apartRuns(sql);
  const onStrava = recordingsOnStrava(sql, which, apart, starts);
  if (onStrava.length === 0) return new Map();
  const files = recordingsOfFiles(sql, apart, starts);
  const isRun = ({ isRun }: Compared) => isRun;
  // Another sport there may be a run here, by its file or the runner's word; a run is no copy of another sport.
  return new Map([
    ...twinsAmong(onStrava.filter(isRun), files.filter(isRun)),
    ...twinsAmong(without(onStrava, isRun), files),
  ]);
}

/** Ids of the activities on Strava that `id` counts for. */
export function stravaTwinIdsOf(
  sql: SqlStorage,
  id: string,
  which: 'live' | 'deleted' = 'live',
): string[] {
  return twinsOf(id, stravaTwins(sql, which));
}

/** Those of a file's activity that starts at `startTimeS`, for which only what is near in time is looked at. */
export function stravaCopiesOf(sql: SqlStorage, id: string, startTimeS: number): string[] {
  const starts = { fromS: startTimeS - NEAR_S, toS: startTimeS + NEAR_S };
  return twinsOf(id, stravaTwins(sql, 'live', starts));
}

const twinsOf = (id: string, keptByTwin: ReadonlyMap<string, string>): string[] =>
  [...keptByTwin].flatMap(([twin, kept]) => (kept === id ? [twin] : []));

/** In Unix seconds, both included. */
interface Starts {
  fromS: number;
  toS: number;
}

const EVER: Starts = { fromS: Number.MIN_SAFE_INTEGER, toS: Number.MAX_SAFE_INTEGER };
/** A start that Strava hides is said to be at midnight: all of that day, wherever it was, is within. */
const NEAR_S = 2 * 86_400;

interface Compared {
  recording: Recording;
  isRun: boolean;
  isDeleted: boolean;
  /** The recording that counts in its place. */
  twinOf: string | null;
}

/** Files that count come before those that were deleted. */
function twinsAmong(
  onStrava: readonly Compared[],
  files: readonly Compared[],
): Map<string, string> {
  const isDeleted = ({ isDeleted }: Compared) => isDeleted;
  const twins = keptFor(onStrava, without(files, isDeleted));
  const alone = without(onStrava, ({ recording }) => twins.has(recording.id));
  for (const [id, kept] of keptFor(alone, files.filter(isDeleted))) twins.set(id, kept);
  const twinOfFile = new Map(files.map(({ recording, twinOf }) => [recording.id, twinOf]));
  const counted = (keptId: string): string => {
    const id = twins.get(keptId) ?? keptId;
    return twinOfFile.get(id) ?? id;
  };
  return new Map(Array.from(twins, ([id, keptId]) => [id, counted(keptId)]));
}

const without = (
  all: readonly Compared[],
  isOut: (compared: Compared) => boolean,
): readonly Compared[] => all.filter((one) => !isOut(one));

function keptFor(onStrava: readonly Compared[], files: readonly Compared[]): Map<string, string> {
  const recordings = [...files, ...onStrava].map(({ recording }) => recording);
  const twins = sameRuns(recordings);
  const hidden = copiesWithHiddenStart(recordings.filter(({ id }) => !twins.has(id)));
  return new Map([...twins, ...hidden].filter(([id]) => stravaIdOf(id) !== null));
}

function recordingsOnStrava(
  sql: SqlStorage,
  which: 'live' | 'deleted',
  apart: ReadonlyMap<string, readonly string[]>,
  { fromS, toS }: Starts,
): Compared[] {
  const rows = sql.exec<StravaRecordingRow & Row<{ is_run: number }>>(
    `SELECT ${STRAVA_RECORDING_COLUMNS}, exposure IS NOT NULL AS is_run
     FROM strava_activities LEFT JOIN said_of_strava USING (id)
     WHERE deleted_at IS ${which === 'live' ? 'NULL' : 'NOT NULL'} AND start_time_s BETWEEN ? AND ?`,
    fromS,
    toS,
  );
  return Array.from(rows, (row) => ({
    recording: recordingOnStrava(row, apart),
    isRun: row.is_run === 1,
    isDeleted: which === 'deleted',
    twinOf: null,
  }));
}

/** Those that start no earlier than anything on Strava. */
function recordingsOfFiles(
  sql: SqlStorage,
  apart: ReadonlyMap<string, readonly string[]>,
  { fromS, toS }: Starts,
): Compared[] {
  const rows = sql.exec<
    RecordingRow & Row<{ is_run: number; is_deleted: number; twin_of: string | null }>
  >(
    `SELECT ${RECORDING_COLUMNS}, exposure IS NOT NULL AS is_run, deleted_at IS NOT NULL AS is_deleted,
       twin_of
     FROM activities WHERE undone_at IS NULL
       AND start_time_s >= (SELECT min(start_time_s) FROM strava_activities) - ?
       AND start_time_s BETWEEN ? AND ?`,
    TWIN_START_TOLERANCE_S,
    fromS,
    toS,
  );
  return Array.from(rows, (row) => ({
    recording: recordingOf(row, apart),
    isRun: row.is_run === 1,
    isDeleted: row.is_deleted === 1,
    twinOf: row.twin_of,
  }));
}
