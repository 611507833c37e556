/** The room against the simulated Strava, over HTTP: what its parts are for, put together. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standingClock } from '../../fixtures/strava-simulator/simulator-clock.ts';
import {
  type StravaSimulator,
  startStravaSimulator,
} from '../../fixtures/strava-simulator/start-simulator.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import type { Answered } from '../../src/strava/api-fetch.ts';
import {
  answerLease,
  type CallBudget,
  leaseCall,
  NEW_BUDGET,
} from '../../src/strava/call-budget.ts';
import { type StravaClient, stravaClient } from '../../src/strava/client.ts';
import {
  exchangeCode,
  refreshTokens,
  revokeAccess,
  type StravaApp,
  type StravaTokens,
} from '../../src/strava/oauth.ts';
import { subscribe, unsubscribe } from '../../src/strava/push-subscription.ts';
import { activityFromStrava } from '../../src/strava/streams.ts';
import type { StravaSummary } from '../../src/strava/summary.ts';
import { syncPlan } from '../../src/strava/sync-plan.ts';
import { handshakeAnswer, webhookEvent } from '../../src/strava/webhook.ts';
import { json, localServer } from './local-server.ts';

const START_MS = Date.UTC(2026, 10, 20, 12, 3);
const ACTIVITIES = 24;

let strava: StravaSimulator;
const clock = () => strava.control.clock;
const nowS = () => clock().nowMs() / 1000;

beforeEach(async () => {
  strava = await startStravaSimulator({
    port: 0,
    clock: standingClock(START_MS),
    athletes: [
      { firstName: 'Ada', lastName: 'Example', activities: ACTIVITIES, differentRuns: 4 },
      { firstName: 'Ben', lastName: 'Example', activities: 3, differentRuns: 1 },
    ],
  });
});
afterEach(async () => {
  expect(strava.control.violations()).toEqual([]);
  await strava.stop();
});

const appOf = (revokeWith: StravaApp['revokeWith'] = 'revoke'): StravaApp => ({
  clientId: strava.clientId,
  clientSecret: strava.clientSecret,
  oauthBase: strava.url,
  revokeWith,
  nowS,
});

async function connect(athlete = 0): Promise<StravaTokens & { athleteId: string }> {
  const { id } = strava.control.athletes()[athlete] as { id: string };
  const scopes = ['read', 'activity:read', 'activity:read_all'];
  const tokens = await exchangeCode(appOf(), strava.control.approve(id, scopes));
  if (!tokens.ok) throw new Error(tokens.error.kind);
  expect(tokens.value.athleteId).toBe(id);
  return tokens.value;
}

const clientOf = ({ accessToken }: StravaTokens, timeoutMs = 5000): StravaClient =>
  stravaClient(accessToken, { apiBase: strava.apiBase, nowS, timeoutMs });

function got<Value>({ outcome }: Answered<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.error.kind);
  return outcome.value;
}

async function listAll(client: StravaClient, perPage?: number): Promise<StravaSummary[]> {
  const all: StravaSummary[] = [];
  for (let page = 1; ; page++) {
    const query = perPage === undefined ? { page } : { page, perPage };
    const { activities, count } = got(await client.activities(query));
    if (count === 0) return all;
    all.push(...activities);
  }
}

describe('an athlete who has let us in', () => {
  it('has every activity listed, page by page, by ids that are exact', async () => {
    const tokens = await connect();
    const listed = await listAll(clientOf(tokens), 10);
    const known = strava.control.activities(tokens.athleteId).map(({ id }) => id);
    expect(listed.map(({ id }) => id)).toEqual(known);
    expect(known).toHaveLength(ACTIVITIES);
    expect(listed.every(({ athleteId }) => athleteId === tokens.athleteId)).toBe(true);
  });

  it('has runs with the exposures of their recordings', async () => {
    const tokens = await connect();
    const client = clientOf(tokens);
    const listed = await listAll(client);
    const { streams } = syncPlan({ activities: listed, fromS: 0 }, [], nowS());
    let compared = 0;
    for (const id of streams.slice(0, 6)) {
      const { outcome } = await client.streams(id);
      if (!outcome.ok) {
        expect(outcome.error.kind).toBe('not-found');
        continue;
      }
      const summary = listed.find((each) => each.id === id) as StravaSummary;
      const run = runExposure(activityFromStrava(summary, outcome.value).activity);
      const recorded = runExposure(strava.control.recording(id));
      expect(run.load?.loadAeKm).toBeCloseTo(recorded.load?.loadAeKm ?? Number.NaN, 1);
      compared++;
    }
    expect(compared).toBeGreaterThan(3);
  });

  it('has shoes with names', async () => {
    const client = clientOf(await connect());
    const shod = (await listAll(client)).find(({ gearId }) => gearId !== null);
    const { gearName } = got(await client.activity(shod?.id ?? ''));
    expect(got(await client.gear(shod?.gearId ?? '')).name).toBe(gearName);
  });

  it('keeps access when the token is refreshed, and the old refresh token is dead', async () => {
    const tokens = await connect();
    clock().advance(6 * 3600_000);
    expect((await clientOf(tokens).athlete()).outcome).toEqual({
      ok: false,
      error: { kind: 'unauthorized' },
    });
    const refreshed = await refreshTokens(appOf(), tokens.refreshToken);
    if (!refreshed.ok) throw new Error(refreshed.error.kind);
    expect(got(await clientOf(refreshed.value).athlete()).id).toBe(tokens.athleteId);
    expect(await refreshTokens(appOf(), tokens.refreshToken)).toEqual({
      ok: false,
      error: { kind: 'grant-rejected' },
    });
  });

  it.each(['revoke', 'deauthorize'] as const)('may go, by %s', async (revokeWith) => {
    const tokens = await connect();
    expect((await revokeAccess(appOf(revokeWith), tokens)).ok).toBe(true);
    expect((await clientOf(tokens).athlete()).outcome.ok).toBe(false);
    expect((await refreshTokens(appOf(), tokens.refreshToken)).ok).toBe(false);
  });

  it('is not seen by another', async () => {
    const ada = await connect(0);
    const ben = clientOf(await connect(1));
    const [first] = strava.control.activities(ada.athleteId);
    expect((await ben.activity(first?.id ?? '')).outcome.ok).toBe(false);
    expect((await ben.streams(first?.id ?? '')).outcome.ok).toBe(false);
  });
});

it.each([
  ['unauthorized', { kind: 'unauthorized' }],
  ['application-inactive', { kind: 'app-inactive' }],
  ['not-found', { kind: 'not-found' }],
  ['rate-limited-quarter-hour', { kind: 'rate-limited', window: 'quarterHour' }],
  ['rate-limited-day', { kind: 'rate-limited', window: 'day' }],
  ['server-error', { kind: 'server' }],
  ['timeout', { kind: 'unreachable', reason: 'timeout' }],
  ['cut-body', { kind: 'malformed', reason: 'cut' }],
] as const)('trouble of Strava is known by its name: %s', async (kind, error) => {
  const tokens = await connect();
  const client = clientOf(tokens, 300);
  strava.control.setFaults([{ kind }]);
  const { outcome } = await client.activities({ page: 1 });
  expect(outcome).toMatchObject({ ok: false, error });
  expect(JSON.stringify(outcome)).not.toContain(tokens.accessToken);
});

it('events of Strava are understood, and its handshake is answered', async () => {
  const bodies: string[] = [];
  const ours = await localServer(({ method, path, body }, response) => {
    if (method === 'POST') bodies.push(body);
    const { searchParams } = new URL(path, 'http://127.0.0.1');
    const answer = method === 'GET' ? handshakeAnswer(searchParams, 'verify-me') : {};
    json(response, JSON.stringify(answer), answer === null ? 403 : 200);
  });
  const app = { ...appOf(), apiBase: strava.apiBase };
  const callback = { url: `${ours.base}/secret-path`, verifyToken: 'verify-me' };
  const wrong = await subscribe(app, { ...callback, verifyToken: 'not-me' });
  expect(wrong).toEqual({ ok: false, error: { kind: 'refused', status: 400 } });
  const subscription = await subscribe(app, callback);
  if (!subscription.ok) throw new Error(subscription.error.kind);
  const { athleteId } = await connect();
  const activityId = strava.control.addActivity(athleteId);
  strava.control.changeActivity(activityId, { name: 'Renamed' });
  strava.control.deleteActivity(activityId);
  strava.control.deauthorize(athleteId);
  await strava.control.settled();
  expect((await unsubscribe(app, subscription.value)).ok).toBe(true);
  expect((await unsubscribe(app, subscription.value)).ok).toBe(true);
  await ours.close();
  const events = bodies.map((body) => webhookEvent(body, subscription.value));
  expect(events.map((event) => event.ok && event.value.kind).sort()).toEqual([
    'activity-created',
    'activity-deleted',
    'activity-updated',
    'deauthorized',
  ]);
  for (const event of events) {
    expect(event).toMatchObject({ ok: true, value: { ownerId: athleteId } });
    if (event.ok && event.value.kind !== 'deauthorized') {
      expect(event.value.activityId).toBe(activityId);
    }
  }
});

it('four callers under one budget never call in vain, and wait for no more than the windows', async () => {
  const client = clientOf(await connect());
  let budget: CallBudget = NEW_BUDGET;
  let calls = 0;
  let nextId = 0;
  const waits = new Set<number>();

  async function callUntilFull(): Promise<void> {
    for (;;) {
      const leaseId = String(nextId++);
      const asked = leaseCall(
        budget,
        { id: leaseId, isRead: true, caller: 'one', priority: 'later' },
        nowS(),
      );
      budget = asked.budget;
      if (!asked.lease.isGranted) return void waits.add(asked.lease.retryAtS);
      calls++;
      const { outcome, rate } = await client.gear('g1');
      const isRefused = !outcome.ok && outcome.error.kind === 'rate-limited';
      expect(isRefused).toBe(false);
      budget = answerLease(budget, leaseId, { rate, refusedUntilS: null }, nowS());
    }
  }

  for (let quarter = 0; quarter < 4; quarter++) {
    await Promise.all([1, 2, 3, 4].map(callUntilFull));
    clock().advance((Math.max(...waits) - nowS()) * 1000);
  }
  // Of 100 reads a quarter-hour.
  expect(calls).toBe(4 * 80);
  expect(waits.size).toBe(4);
});
