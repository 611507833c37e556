/** Activities from Strava as lists and pages show them, with what the runner says of them. SQL only. */
import type { Warning } from '../analysis/activity.ts';
import type { StravaSummary } from '../strava/summary.ts';
import {
  type ActivityRecord,
  type ActivitySummary,
  IS_EXCLUDED,
  IS_RUN,
  type Row,
  type SummaryFieldsRow,
  summaryFields,
} from './activity-table.ts';
import type { KeptOfActivity } from './analyse-activity.ts';
import type { RunOnStrava } from './runner.ts';
import { stravaIdOf, stravaRunId } from './strava-run-id.ts';
import { stravaTwinIdsOf, stravaTwins } from './strava-twins.ts';

/** What it takes to show an activity from Strava. */
export interface StravaRecord extends ActivityRecord {
  source: 'strava';
  strava: RunOnStrava;
}

type RecordRow = SummaryFieldsRow &
  Row<{
    id: string;
    name: string | null;
    summary: string;
    warnings: string;
    recorded: string;
    streams: string;
    corrections: string | null;
    has_exposure: number;
    said_shoe: string | null;
  }>;

/** As the runner calls it, here before on Strava. */
const NAME = "coalesce(corrections ->> '$.name', trim(summary ->> '$.name'))";

const COLUMNS = `strava_activities.id, ${NAME} AS name, summary, sport, sub_sport, start_time_s, utc_offset_s, local_date, distance_m, timer_s,
  elapsed_s, warnings, recorded, streams, corrections, said_of_strava.deleted_at,
  ${IS_RUN} AS is_run, ${IS_EXCLUDED} AS is_excluded, exposure IS NOT NULL AS has_exposure,
  (SELECT name FROM shoes WHERE shoes.id = shoe_id AND shoes.deleted_at IS NULL) AS said_shoe`;

/** Newest first, every sport, other recordings of the same run included. */
export function listStrava(sql: SqlStorage, which: 'live' | 'deleted'): ActivitySummary[] {
  const twins = stravaTwins(sql, which);
  const rows = readRows(
    sql,
    `WHERE said_of_strava.deleted_at IS ${which === 'live' ? 'NULL' : 'NOT NULL'}
     ORDER BY start_time_s DESC, strava_activities.id`,
  );
  return rows.map((row) => summaryOf(row, twins));
}

/** Also when it is deleted; `null` when nothing of that id is known from Strava. */
export function findStravaRecord(sql: SqlStorage, stravaId: string): StravaRecord | null {
  const [row] = readRows(sql, 'WHERE strava_activities.id = ?', stravaId);
  if (row === undefined) return null;
  const { name, deviceName }: StravaSummary = JSON.parse(row.summary);
  const recorded: KeptOfActivity['recorded'] = JSON.parse(row.recorded);
  const title = name.trim() || null;
  return {
    ...summaryOf(row, stravaTwins(sql, row.deleted_at === null ? 'live' : 'deleted')),
    fileName: null,
    device:
      deviceName === null ? null : { manufacturer: null, product: deviceName, serialNumber: null },
    warnings: warningsOf(row),
    recorded: { ...recorded, format: 'strava' },
    corrections: {
      ...JSON.parse(row.corrections ?? '{}'),
      ...(row.said_shoe !== null && { shoe: row.said_shoe }),
    },
    isUndone: false,
    title,
    strava: { id: row.id, name: title, deviceName },
  };
}

/** The copy on Strava of a run that is here as a file. */
export function copyOnStrava(sql: SqlStorage, fileId: string): RunOnStrava | null {
  const [twin] = stravaTwinIdsOf(sql, fileId);
  const stravaId = twin === undefined ? null : stravaIdOf(twin);
  return stravaId === null ? null : (findStravaRecord(sql, stravaId)?.strava ?? null);
}

/** By the ids of activities here; those that have one. */
export function namesOnStrava(sql: SqlStorage): Map<string, string> {
  const rows = sql.exec<Row<{ id: string; name: string }>>(
    `SELECT strava_activities.id, ${NAME} AS name
     FROM strava_activities LEFT JOIN said_of_strava USING (id) WHERE ${NAME} <> ''`,
  );
  return new Map(Array.from(rows, ({ id, name }) => [stravaRunId(id), name]));
}

/** `where` is a clause of SQL, with its order. */
const readRows = (sql: SqlStorage, where: string, ...values: string[]): RecordRow[] =>
  sql
    .exec<RecordRow>(
      `SELECT ${COLUMNS} FROM strava_activities LEFT JOIN said_of_strava USING (id) ${where}`,
      ...values,
    )
    .toArray();

function summaryOf(
  row: RecordRow,
  twins: ReadonlyMap<string, string>,
): ActivitySummary & { source: 'strava' } {
  const id = stravaRunId(row.id);
  return {
    id,
    source: 'strava',
    name: row.name || null,
    twinOf: twins.get(id) ?? null,
    ...summaryFields(row),
  };
}

/** That there are no samples is said of what Strava was asked for: not of other sports, nor of what is still to be asked. */
function warningsOf({ warnings, streams, has_exposure }: RecordRow): Warning[] {
  const said: Warning[] = JSON.parse(warnings);
  const why = WITHOUT_COURSE[streams];
  if (has_exposure === 1 && why === undefined) return said;
  return [
    ...(why === undefined ? [] : [{ kind: 'no-samples' as const, message: why }]),
    ...said.filter(({ kind }) => kind !== 'no-samples'),
  ];
}

/** Why there is none, where that is not for good, or not for want of one. */
const WITHOUT_COURSE: Readonly<Record<string, string>> = {
  'to-fetch': 'Its course has not come from Strava yet: until it has, only its totals count.',
  unreadable:
    'What Strava answers about its course cannot be understood, so only its totals count. Its file, added here, would count in full.',
};
