/** What may no longer be kept goes: one activity at its time, or everything when the connection ends. Call inside a transaction. */
import type { Row } from './activity-table.ts';
import { analyseStrava } from './analyse-strava.ts';
import { correctionsOnStrava, eraseAllSaid } from './said-of-strava.ts';
import type { SealedTokens } from './strava-account.ts';
import {
  dropStravaActivity,
  findStravaSummary,
  rowOfSummary,
  writeStravaActivity,
} from './strava-activity-table.ts';
import { readFarewell, wantFarewell } from './strava-farewell-table.ts';
import { eraseAllGear, eraseExpiredGear } from './strava-gear.ts';
import { wantJob } from './strava-job-table.ts';
import type { DisconnectReceipt } from './strava-status.ts';

/** True when anything went. */
export function eraseExpired(sql: SqlStorage, nowS: number): boolean {
  const expired = idsWhere(sql, 'expires_at <= ?', nowS);
  for (const id of expired) dropStravaActivity(sql, id);
  const withoutCourse = idsWhere(sql, 'course_expires_at <= ?', nowS);
  for (const id of withoutCourse) eraseCourse(sql, id, nowS);
  const hasGearGone = eraseExpiredGear(sql, nowS);
  return hasGearGone || expired.length + withoutCourse.length > 0;
}

/** Our access is over without the athlete's word: two days are what Strava allows for what may have been deleted there. */
export function expireBy(sql: SqlStorage, latestS: number): void {
  sql.exec('UPDATE strava_activities SET expires_at = min(expires_at, ?)', latestS);
  sql.exec('UPDATE strava_gear SET expires_at = min(expires_at, ?)', latestS);
}

/** Everything from Strava, the tokens first. `sealed`: those with which Strava is to be told, kept until it has been. */
export function eraseStrava(
  sql: SqlStorage,
  { erasedAtS, wasRevoked }: Pick<DisconnectReceipt, 'erasedAtS' | 'wasRevoked'>,
  sealed: SealedTokens | null,
): void {
  const { count } = sql
    .exec<Row<{ count: number }>>('SELECT count(*) AS count FROM strava_activities')
    .one();
  sql.exec('DELETE FROM strava_account');
  sql.exec('DELETE FROM strava_jobs');
  sql.exec('DELETE FROM strava_activities');
  eraseAllSaid(sql);
  eraseAllGear(sql);
  wantFarewell(sql, sealed, erasedAtS);
  sql.exec(
    'INSERT OR REPLACE INTO strava_receipt (id, erased_activities, erased_at, was_revoked) VALUES (1, ?, ?, ?)',
    count,
    erasedAtS,
    Number(wasRevoked),
  );
}

/** Strava has confirmed it after all. */
export function noteRevoked(sql: SqlStorage): void {
  sql.exec('UPDATE strava_receipt SET was_revoked = 1');
}

/** Of the last connection that ended; `null` when none has. */
export function readReceipt(sql: SqlStorage): DisconnectReceipt | null {
  const [row] = sql
    .exec<Row<{ erased_activities: number; erased_at: number; was_revoked: number }>>(
      'SELECT * FROM strava_receipt',
    )
    .toArray();
  return row === undefined
    ? null
    : {
        erasedActivities: row.erased_activities,
        erasedAtS: row.erased_at,
        wasRevoked: row.was_revoked === 1,
        isRevoking: (readFarewell(sql)?.sealed ?? null) !== null,
      };
}

/** Its totals stay, which the list tells anew every day. */
function eraseCourse(sql: SqlStorage, id: string, nowS: number): void {
  const summary = findStravaSummary(sql, id);
  const row = rowOfSummary(sql, id);
  if (summary === null || row === null) return;
  const analysed = analyseStrava(summary, null, correctionsOnStrava(sql, id));
  const isRun = analysed.exposure !== null;
  writeStravaActivity(sql, {
    ...row,
    summary,
    analysed,
    streams: isRun ? 'to-fetch' : 'absent',
    courseExpiresAtS: null,
  });
  if (isRun) wantJob(sql, { kind: 'streams', key: id }, nowS);
}

function idsWhere(sql: SqlStorage, where: string, value: number): string[] {
  return sql
    .exec<Row<{ id: string }>>(`SELECT id FROM strava_activities WHERE ${where}`, value)
    .toArray()
    .map(({ id }) => id);
}
