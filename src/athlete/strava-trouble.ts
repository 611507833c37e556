/** What becomes of the jobs when Strava does not answer as hoped: who waits for how long, and what the athlete is told. */
import { noteProblem, readAccount } from './strava-account.ts';
import type { CallError } from './strava-calls.ts';
import { eraseStrava, expireBy } from './strava-expiry.ts';
import { askAgain, holdJobs, putOff, type StravaJob, wantJob } from './strava-job-table.ts';

/** Seconds: doubled with every failure. */
const FIRST_PAUSE_S = 2;
const LONGEST_PAUSE_S = 6 * 3600;

export const pauseS = (failuresBefore: number): number =>
  Math.min(FIRST_PAUSE_S * 2 ** Math.min(failuresBefore, 20), LONGEST_PAUSE_S);

/** Seconds after which an app that Strava has switched off is tried again. */
const INACTIVE_PAUSE_S = 3600;

/** Seconds within which what was deleted on Strava has to be deleted here. */
export const DELETION_S = 2 * 86_400;

/** Seconds between one refusal of a fresh token and the next until the athlete is believed to have left. */
const LEFT_AFTER_S = [60, 3600];

/** Seconds after the end of a window: clocks differ. */
const WINDOW_GUARD_S = 2;

/** Call inside a transaction. */
export function cope(sql: SqlStorage, job: StravaJob, error: CallError, nowS: number): void {
  const account = readAccount(sql);
  if (account === null) return;
  switch (error.kind) {
    case 'disconnected':
      return;
    case 'left':
    case 'grant-rejected':
      accessEnded(sql, job, error.kind, nowS);
      return;
    case 'sealed-shut':
    case 'scope-missing':
      noteProblem(sql, 'reconnect', 0);
      expireBy(sql, nowS + DELETION_S);
      return;
    case 'app-inactive':
    case 'app-rejected':
      noteWithoutApp(sql, nowS);
      return;
    case 'no-lease':
      // Nothing is wrong: the app's calls are shared, and when it goes on is told with the rest.
      noteProblem(sql, null, 0);
      holdJobs(sql, error.retryAtS, job);
      return;
    case 'rate-limited':
      noteProblem(sql, 'rate-limited', 0);
      holdJobs(sql, error.endsAtS + WINDOW_GUARD_S, { isPrompt: true });
      return;
    default:
      noteProblem(sql, 'unreachable', account.failures + 1);
      putOff(sql, job, nowS + pauseS(job.attempts));
      // One odd activity must not hold up the others for long: only one failure after the other does.
      holdJobs(sql, nowS + pauseS(account.failures) / 2, { isPrompt: true });
  }
}

/** Nobody can ask for anybody. */
export function noteWithoutApp(sql: SqlStorage, nowS: number): void {
  noteProblem(sql, 'inactive-app', 0);
  holdJobs(sql, nowS + INACTIVE_PAUSE_S, { isPrompt: true });
}

/**
 * A refused refresh may be one whose answer was lost, and a 401 may be a mistake of Strava's: only who was said to have left,
 * and is refused again, has left. A token that Strava has just given is refused three times before that counts.
 */
function accessEnded(
  sql: SqlStorage,
  job: StravaJob,
  kind: 'left' | 'grant-rejected',
  nowS: number,
): void {
  const pauseS = kind === 'left' ? LEFT_AFTER_S[job.absences] : undefined;
  if (job.kind === 'leave' && pauseS !== undefined) {
    noteProblem(sql, 'unreachable', 0);
    askAgain(sql, job, 'absences', nowS + pauseS);
    holdJobs(sql, nowS + pauseS, { isPrompt: true });
    return;
  }
  if (job.kind === 'leave') {
    eraseStrava(sql, { erasedAtS: nowS, wasRevoked: true }, null);
    return;
  }
  if (kind === 'left') {
    wantJob(sql, { kind: 'leave', isPrompt: true }, nowS);
    return;
  }
  noteProblem(sql, 'reconnect', 0);
  expireBy(sql, nowS + DELETION_S);
}
