/** What each kind of job asks of Strava, and what it makes of the answer. Each answer is kept in one transaction. */
import { err, ok, type Result } from '../analysis/result.ts';
import type { CallPriority } from '../strava/call-turns.ts';
import type { StravaSummary } from '../strava/summary.ts';
import { FLAG_DAYS } from '../strava/sync-plan.ts';
import { isConnection, noteSynced, type StravaAccount } from './strava-account.ts';
import {
  eraseStravaActivity,
  findStravaSummary,
  unseenStravaIds,
} from './strava-activity-table.ts';
import type { Ask, CallError } from './strava-calls.ts';
import { eraseGear, keepGear } from './strava-gear.ts';
import {
  askAgain,
  endJob,
  endListing,
  nextListingPage,
  type StravaJob,
  type StravaJobKind,
  wantJob,
} from './strava-job-table.ts';
import { keepStreams, keepSummaries } from './strava-keep.ts';

export interface JobRoom {
  storage: DurableObjectStorage;
  ask: Ask;
  /** Unix seconds. */
  nowS: () => number;
  /** How long a row may be kept. */
  cacheS: number;
  /** Something changed that a runner could see. */
  changed: () => void;
}

type DoJob = (
  room: JobRoom,
  job: StravaJob,
  account: StravaAccount,
) => Promise<Result<null, CallError>>;

const DAY_S = 86_400;

/** How far back activities are listed: what usual ranges, seasons and shoes look at. */
export const LISTED_S = 365 * DAY_S;

/** A little less than a day: nothing goes two days without being listed, whatever holds a listing up for some hours. */
export const LISTING_INTERVAL_S = 20 * 3600;

/** Seconds between one 404 and the next until an activity is believed to be gone. */
const ERASED_AFTER_S = [3];

/** The same until a run is believed to have no course. Its totals show meanwhile. */
const WITHOUT_COURSE_AFTER_S = [3600, DAY_S];

/** The same until an answer that cannot be understood is taken for the only one there is. */
const UNREADABLE_AFTER_S = [3600, DAY_S];

/** Nobody has recorded that much in a year: a list that goes on is not a list. */
const MAX_PAGES = 100;

export const JOBS: Record<StravaJobKind, DoJob> = {
  leave: checkAccess,
  verify: verifyActivity,
  list: listPage,
  gear: nameGear,
  streams: fetchStreams,
};

/** Something said that the athlete has left: who gets an answer has not. */
async function checkAccess(room: JobRoom, job: StravaJob, account: StravaAccount) {
  const answer = await room.ask('prompt', (client) => client.athlete());
  return kept(room, job, account, answer, () => {});
}

async function verifyActivity(room: JobRoom, job: StravaJob, account: StravaAccount) {
  const { sql } = room.storage;
  const answer = await room.ask(priorityOf(room, job), (client) => client.activity(job.key));
  if (!answer.ok && answer.error.kind === 'not-found') {
    return kept(room, null, account, ok(null), () => {
      if (askedAgain(room, job, 'absences', ERASED_AFTER_S)) return;
      eraseStravaActivity(sql, job.key);
      room.changed();
    });
  }
  if (!answer.ok && isUnreadable(answer.error)) {
    // What is known stays until its time is over.
    return kept(room, null, account, ok(null), () => {
      if (!askedAgain(room, job, 'unreadables', UNREADABLE_AFTER_S)) endJob(sql, job);
    });
  }
  return kept(room, job, account, answer, (detail) => {
    const nowS = room.nowS();
    if (detail.athleteId !== account.stravaAthleteId) return;
    const { gearName, ...summary } = detail;
    const { gearId } = detail;
    if (gearId !== null && gearName !== null && detail.sportType.endsWith('Run')) {
      keepGear(sql, { id: gearId, name: gearName }, nowS + room.cacheS);
    }
    keepSummaries(sql, [summary], { nowS, cacheS: room.cacheS, isPrompt: job.isPrompt });
    room.changed();
  });
}

async function listPage(room: JobRoom, job: StravaJob, account: StravaAccount) {
  const { sql } = room.storage;
  const { revision } = job;
  const listing = job.state ?? { page: 1, beganAtS: room.nowS(), revision };
  const { page, beganAtS } = listing;
  const fromS = beganAtS - LISTED_S;
  const answer = await room.ask(priorityOf(room, job), (client) => client.activities({ page }));
  const isOurs = ({ athleteId, startTimeS }: StravaSummary) =>
    athleteId === account.stravaAthleteId && startTimeS >= fromS;
  return kept(room, null, account, answer, ({ activities, count }) => {
    const nowS = room.nowS();
    const listed = activities.filter(isOurs);
    const keeping = { nowS, cacheS: room.cacheS, isPrompt: false };
    if (keepSummaries(sql, listed, keeping)) room.changed();
    const isLast =
      count === 0 || page >= MAX_PAGES || activities.some(({ startTimeS }) => startTimeS < fromS);
    if (!isLast) {
      nextListingPage(sql, { ...listing, page: page + 1 }, nowS);
      return;
    }
    for (const key of unseenStravaIds(sql, fromS, beganAtS)) {
      wantJob(sql, { kind: 'verify', key }, nowS);
    }
    endListing(sql, listing, nowS + LISTING_INTERVAL_S);
    noteSynced(sql, nowS);
  });
}

async function nameGear(room: JobRoom, job: StravaJob, account: StravaAccount) {
  const { sql } = room.storage;
  const answer = await room.ask(priorityOf(room, job), (client) => client.gear(job.key));
  if (!answer.ok && answer.error.kind === 'not-found') {
    return kept(room, job, account, ok(null), () => eraseGear(sql, job.key));
  }
  if (!answer.ok && isUnreadable(answer.error)) {
    // A name that is not known is wanted again with the next listing.
    return kept(room, job, account, ok(null), () => {});
  }
  return kept(room, job, account, answer, (gear) => {
    // By the id that was asked for: Strava may answer with it in another form.
    keepGear(sql, { ...gear, id: job.key }, room.nowS() + room.cacheS);
    room.changed();
  });
}

async function fetchStreams(room: JobRoom, job: StravaJob, account: StravaAccount) {
  const { sql } = room.storage;
  const answer = await room.ask(priorityOf(room, job), (client) => client.streams(job.key));
  const keep = (streams: Parameters<typeof keepStreams>[2]) => {
    const keeping = { nowS: room.nowS(), cacheS: room.cacheS, isPrompt: job.isPrompt };
    keepStreams(sql, job.key, streams, keeping);
    room.changed();
  };
  if (!answer.ok && answer.error.kind === 'not-found') {
    return kept(room, null, account, ok(null), () => {
      keep('absent');
      if (!askedAgain(room, job, 'absences', WITHOUT_COURSE_AFTER_S)) endJob(sql, job);
    });
  }
  if (!answer.ok && isUnreadable(answer.error)) {
    return kept(room, null, account, ok(null), () => {
      if (askedAgain(room, job, 'unreadables', UNREADABLE_AFTER_S)) return;
      keep('unreadable');
      endJob(sql, job);
    });
  }
  return kept(room, job, account, answer, (streams) => keep(streams ?? 'absent'));
}

/** Strava has answered, whole and in JSON: it is this one thing that is odd. */
const isUnreadable = (error: CallError): boolean =>
  error.kind === 'malformed' &&
  (error.reason === 'unexpected-shape' || error.reason === 'too-long');

/** Such an answer is asked for again after each of the pauses; false once they are over, and it is believed. */
function askedAgain(
  { storage, nowS }: JobRoom,
  job: StravaJob,
  counted: Parameters<typeof askAgain>[2],
  pausesS: readonly number[],
): boolean {
  const pauseS = pausesS[job[counted]];
  if (pauseS === undefined) return false;
  askAgain(storage.sql, job, counted, nowS() + pauseS);
  return true;
}

/** Courses that no flag looks at wait until every athlete has those that one does. */
function priorityOf({ storage, nowS }: JobRoom, { kind, key, isPrompt }: StravaJob): CallPriority {
  if (isPrompt) return 'prompt';
  if (kind !== 'streams') return 'soon';
  const startTimeS = findStravaSummary(storage.sql, key)?.startTimeS ?? 0;
  return startTimeS >= nowS() - FLAG_DAYS * DAY_S ? 'soon' : 'later';
}

/** Keeps what was answered and ends the job (`null`: it goes on) unless the connection is another one by now. */
function kept<Value>(
  { storage }: JobRoom,
  job: StravaJob | null,
  { connectionId }: StravaAccount,
  answer: Result<Value, CallError>,
  keep: (value: Value) => void,
): Result<null, CallError> {
  if (!answer.ok) return answer;
  return storage.transactionSync(() => {
    if (!isConnection(storage.sql, connectionId)) return err({ kind: 'disconnected' });
    keep(answer.value);
    if (job !== null) endJob(storage.sql, job);
    return ok(null);
  });
}
