/** One turn of work for Strava: the jobs that are due, one after the other. */
import { noteProblem, readAccount, type StravaAccount } from './strava-account.ts';
import { countStravaActivities } from './strava-activity-table.ts';
import { gearExpiresAtS } from './strava-gear.ts';
import { firstDueS, type JobScope, nextDueJob } from './strava-job-table.ts';
import { JOBS, type JobRoom } from './strava-jobs.ts';
import { cope } from './strava-trouble.ts';

/** Days without a request after which nothing is fetched again for an athlete; what is kept runs out. */
const ACTIVE_DAYS = 7;

/** One turn is over after so many jobs or seconds; the alarm comes back for the rest. */
const JOBS_PER_TURN = 40;
const SECONDS_PER_TURN = 60;

const DAY_S = 86_400;

export async function workForStrava(room: JobRoom): Promise<void> {
  const { storage, nowS } = room;
  const endsAtS = nowS() + SECONDS_PER_TURN;
  for (let done = 0; done < JOBS_PER_TURN && nowS() < endsAtS; done++) {
    const account = readAccount(storage.sql);
    if (account === null) return;
    const job = nextDueJob(storage.sql, scopeOf(account, nowS()), nowS());
    if (job === null) return;
    const outcome = await JOBS[job.kind](room, job, account);
    storage.transactionSync(() => {
      if (readAccount(storage.sql)?.connectionId !== account.connectionId) return;
      if (!outcome.ok) cope(storage.sql, job, outcome.error, nowS());
      else if (account.problem !== null) noteProblem(storage.sql, null, 0);
    });
    if (readAccount(storage.sql) === null) room.changed();
  }
}

/** When there is work next; `null` when never. */
export function stravaDueS(sql: SqlStorage, nowS: number): number | null {
  const account = readAccount(sql);
  if (account === null) return null;
  const { expiresAtS } = countStravaActivities(sql);
  const dues = [nextStravaCallS(sql, nowS), expiresAtS, gearExpiresAtS(sql)];
  const known = dues.filter((due) => due !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** When Strava is asked next; `null` when nothing is to be asked. */
export function nextStravaCallS(sql: SqlStorage, nowS: number): number | null {
  const account = readAccount(sql);
  return account === null ? null : firstDueS(sql, scopeOf(account, nowS));
}

export function isActive({ activeAtS }: StravaAccount, nowS: number): boolean {
  return nowS - activeAtS < ACTIVE_DAYS * DAY_S;
}

function scopeOf(account: StravaAccount, nowS: number): JobScope {
  if (account.problem === 'reconnect') return 'leave';
  return isActive(account, nowS) ? 'all' : 'prompt';
}
