/**
 * Many athletes of one app over days, in workerd: the clocks of the app and of Strava stand still but for steps from one due
 * alarm to the next, so that a week takes as long as its calls.
 */
import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { vi } from 'vitest';
import type { RequestEntry } from '../../fixtures/strava-simulator/journal.ts';
import type { RateLimits } from '../../fixtures/strava-simulator/rate-limits.ts';
import type { AthleteSeed } from '../../fixtures/strava-simulator/seeded-athletes.ts';
import type { Athlete } from '../../src/athlete/athlete.ts';
import type { WebhookEvent } from '../../src/strava/webhook.ts';
import { connect, newAthlete, now, type Simulator, simulator } from './strava-connected.ts';

export const HOUR_S = 3600;
export const DAY_S = 24 * HOUR_S;

export interface Member {
  stub: DurableObjectStub<Athlete>;
  stravaId: string;
  /** Requests that Strava had had when the member joined. */
  joinedAfter: number;
}

export interface Week {
  strava: Simulator;
  members: Member[];
  /** Unix seconds. */
  startS: number;
  /** When Strava first told of an activity, by its id; Unix seconds. */
  hinted: Map<string, number>;
}

/** Begins in the morning after next: no alarm of the week rings by itself before the test is over. */
export async function startWeek(
  athletes: number,
  seed: Pick<AthleteSeed, 'activities' | 'withinDays'>,
  limits: RateLimits,
): Promise<Week> {
  const startS = Math.floor(Date.now() / 1000 / DAY_S + 2) * DAY_S + 8 * HOUR_S;
  vi.useFakeTimers({ toFake: ['Date'], now: startS * 1000 });
  const strava = await simulator({
    athletes: Array.from({ length: athletes }, (_, index) => ({
      ...{ firstName: 'Athlete', lastName: `${index}`, differentRuns: 1 },
      ...seed,
    })),
    ...{ limits, nowMs: startS * 1000, isStanding: true },
  });
  return { strava, members: [], startS, hinted: new Map() };
}

export async function join(week: Week): Promise<Member> {
  const joinedAfter = (await requestsOf(week)).length;
  const stub = newAthlete();
  const { id } = await connect(stub, week.strava, { who: week.members.length });
  const member = { stub, stravaId: id, joinedAfter };
  week.members.push(member);
  return member;
}

export const requestsOf = ({ strava }: Week) => strava.control<RequestEntry[]>('GET', 'requests');

/** As its webhook would say it. */
export async function hint(
  week: Week,
  { stub, stravaId }: Member,
  kind: 'activity-created' | 'activity-updated' | 'activity-deleted',
  activityId: string,
): Promise<void> {
  if (!week.hinted.has(activityId)) week.hinted.set(activityId, now().nowS);
  const event: WebhookEvent = { kind, activityId, ownerId: stravaId, eventTimeS: now().nowS };
  await stub.stravaEvent(event, now());
}

/** Everything that is due by then is done, in its time and side by side. */
export async function liveUntil(week: Week, untilS: number): Promise<void> {
  for (;;) {
    const dues = await Promise.all(week.members.map(({ stub }) => dueS(stub)));
    const nextS = Math.min(...dues);
    if (nextS > untilS) break;
    await moveTo(week, nextS);
    const due = week.members.filter((_, index) => (dues[index] as number) <= now().nowS);
    await Promise.all(due.map(({ stub }) => runDurableObjectAlarm(stub)));
  }
  await moveTo(week, untilS);
}

const dueS = (stub: DurableObjectStub<Athlete>) =>
  runInDurableObject(
    stub,
    async (_, { storage }) => ((await storage.getAlarm()) ?? Number.POSITIVE_INFINITY) / 1000,
  );

async function moveTo({ strava }: Week, atS: number): Promise<void> {
  const advanceS = atS - now().nowS;
  if (advanceS <= 0) return;
  vi.setSystemTime(atS * 1000);
  await strava.control('POST', 'clock', { advanceS });
}

export interface KeptCourse {
  id: string;
  /** Unix seconds: of the row, and of its course. */
  endsS: number;
}

export const coursesOf = ({ stub }: Member): Promise<KeptCourse[]> =>
  runInDurableObject(stub, (_, { storage }) =>
    storage.sql
      .exec<{ id: string; endsS: number }>(
        `SELECT id, min(expires_at, course_expires_at) AS endsS FROM strava_activities WHERE streams = 'kept'`,
      )
      .toArray(),
  );
