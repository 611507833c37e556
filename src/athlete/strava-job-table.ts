/** What is still to be asked of Strava, as rows: they outlive the object's memory. SQL only. */
import { FLAG_DAYS } from '../strava/sync-plan.ts';
import type { Row } from './activity-table.ts';

/**
 * `leave`: whether the athlete has thrown the app out. `verify`: one activity, by its id. `list`: the last 12 months. `gear`: the
 * name of a shoe. `streams`: the course of one run.
 */
export type StravaJobKind = 'leave' | 'verify' | 'list' | 'gear' | 'streams';

export interface StravaJob {
  kind: StravaJobKind;
  /** Strava's id of what is asked for; empty where there is one job of the kind. */
  key: string;
  /** May use what background work leaves of the budget. */
  isPrompt: boolean;
  /** Unix seconds. */
  dueAtS: number;
  attempts: number;
  /** Of a listing under way. */
  state: ListingState | null;
  /** How often Strava has said that there is no such thing. */
  absences: number;
  /** How often its answer could not be understood: says nothing of whether there is such a thing. */
  unreadables: number;
  revision: number;
}

export interface ListingState {
  /** The next one. */
  page: number;
  /** Unix seconds: of what is listed since it began, nothing is missing. */
  beganAtS: number;
  /** Of the job when it began. */
  revision: number;
}

const DAY_S = 86_400;

type JobRow = Row<{
  kind: string;
  key: string;
  is_prompt: number;
  due_at: number;
  attempts: number;
  state: string;
  revision: number;
}>;

/** Urgent kinds first. Courses that flags look at first; of those new ones, newest first, then those whose time ends first. */
const IN_ORDER = `ORDER BY is_prompt DESC,
  CASE kind WHEN 'leave' THEN 0 WHEN 'verify' THEN 1 WHEN 'list' THEN 2 WHEN 'gear' THEN 3 ELSE 4 END,
  start_time_s < ?, course_expires_at, start_time_s DESC, key`;

/** Which jobs are done at all: none but the first kind helps where our access seems to be over. */
export type JobScope = 'leave' | 'prompt' | 'all';

const IN_SCOPE: Record<JobScope, string> = {
  leave: "kind = 'leave'",
  prompt: 'is_prompt = 1',
  all: 'TRUE',
};

export function nextDueJob(sql: SqlStorage, scope: JobScope, nowS: number): StravaJob | null {
  const [row] = sql
    .exec<JobRow>(
      `SELECT strava_jobs.* FROM strava_jobs LEFT JOIN strava_activities ON strava_activities.id = key
       WHERE due_at <= ? AND ${IN_SCOPE[scope]} ${IN_ORDER} LIMIT 1`,
      nowS,
      nowS - FLAG_DAYS * DAY_S,
    )
    .toArray();
  if (row === undefined) return null;
  const { kind, key, is_prompt, due_at, attempts, state, revision } = row;
  const { absences = 0, unreadables = 0 } = kind === 'list' ? {} : JSON.parse(state);
  return {
    kind: kind as StravaJobKind,
    key,
    isPrompt: is_prompt === 1,
    dueAtS: due_at,
    attempts,
    state: kind === 'list' && state !== '{}' ? JSON.parse(state) : null,
    ...{ absences, unreadables, revision },
  };
}

/** `null` without any job. */
export function firstDueS(sql: SqlStorage, scope: JobScope): number | null {
  return sql
    .exec<Row<{ due_at: number | null }>>(
      `SELECT min(due_at) AS due_at FROM strava_jobs WHERE ${IN_SCOPE[scope]}`,
    )
    .one().due_at;
}

/** Wanted again, it is due at the earlier time, and what was asked before does not answer it. */
export function wantJob(
  sql: SqlStorage,
  { kind, key = '', isPrompt = false }: Pick<StravaJob, 'kind'> & Partial<StravaJob>,
  dueAtS: number,
): void {
  sql.exec(
    `INSERT INTO strava_jobs (kind, key, is_prompt, due_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, key) DO UPDATE SET due_at = min(due_at, excluded.due_at),
       is_prompt = max(is_prompt, excluded.is_prompt), revision = revision + 1`,
    kind,
    key,
    Number(isPrompt),
    dueAtS,
  );
}

/** Stays when it has been wanted anew meanwhile. */
export function endJob(sql: SqlStorage, { kind, key, revision }: StravaJob): void {
  sql.exec(
    'DELETE FROM strava_jobs WHERE kind = ? AND key = ? AND revision = ?',
    kind,
    key,
    revision,
  );
}

export function nextListingPage(sql: SqlStorage, state: ListingState, dueAtS: number): void {
  sql.exec(
    "UPDATE strava_jobs SET state = ?, due_at = ?, attempts = 0 WHERE kind = 'list'",
    JSON.stringify(state),
    dueAtS,
  );
}

/** The next listing, for which nobody waits, begins then; at once when it has been wanted since this one began. */
export function endListing(sql: SqlStorage, { revision }: ListingState, nextAtS: number): void {
  sql.exec(
    `UPDATE strava_jobs SET state = '{}', due_at = CASE revision WHEN ? THEN ? ELSE due_at END,
       attempts = 0, is_prompt = 0 WHERE kind = 'list'`,
    revision,
    nextAtS,
  );
}

/** Strava's answer is one more of those that are `counted`: asked again then, unless it is wanted sooner. */
export function askAgain(
  sql: SqlStorage,
  { kind, key, revision, absences, unreadables }: StravaJob,
  counted: 'absences' | 'unreadables',
  dueAtS: number,
): void {
  const counts = { absences, unreadables };
  sql.exec(
    `UPDATE strava_jobs SET state = ?, due_at = CASE revision WHEN ? THEN ? ELSE due_at END
     WHERE kind = ? AND key = ?`,
    JSON.stringify({ ...counts, [counted]: counts[counted] + 1 }),
    revision,
    dueAtS,
    kind,
    key,
  );
}

/** Nobody wants it any more. */
export function dropJob(sql: SqlStorage, { kind, key }: Pick<StravaJob, 'kind' | 'key'>): void {
  sql.exec('DELETE FROM strava_jobs WHERE kind = ? AND key = ?', kind, key);
}

export function putOff(sql: SqlStorage, { kind, key }: StravaJob, dueAtS: number): void {
  sql.exec(
    'UPDATE strava_jobs SET due_at = ?, attempts = attempts + 1 WHERE kind = ? AND key = ?',
    dueAtS,
    kind,
    key,
  );
}

/** None of them before then; `isPrompt`: `false` spares those that cannot wait. */
export function holdJobs(
  sql: SqlStorage,
  untilS: number,
  { isPrompt }: { isPrompt: boolean },
): void {
  sql.exec(
    'UPDATE strava_jobs SET due_at = max(due_at, ?) WHERE is_prompt <= ?',
    untilS,
    Number(isPrompt),
  );
}

/** All at once: what held them is over. */
export function releaseJobs(sql: SqlStorage, nowS: number): void {
  sql.exec('UPDATE strava_jobs SET due_at = min(due_at, ?), attempts = 0', nowS);
}
