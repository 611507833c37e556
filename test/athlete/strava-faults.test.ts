import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TokenKeeper } from '../../src/athlete/strava-tokens.ts';
import { stravaApp } from '../../src/strava/app-settings.ts';
import {
  connect,
  newAthlete,
  now,
  type Simulator,
  simulator,
  statusOf,
  worked,
} from './strava-connected.ts';

const COMPLETE = { listed: 14, withDetail: 12, toDetail: 0, isListing: false };
const HALF_A_MINUTE = 60_000;

const tokenRequests = async (strava: Simulator) =>
  (await strava.control<{ path: string }[]>('GET', 'requests')).filter(
    ({ path }) => path === '/oauth/token',
  ).length;

const said: unknown[] = [];
beforeEach(() => {
  said.length = 0;
  for (const method of ['error', 'warn', 'log', 'info'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => void said.push(...words));
  }
});
afterEach(() => void vi.restoreAllMocks());

test.each([
  { kind: 'unauthorized', path: '/streams', after: 2 },
  { kind: 'access-token-dies', path: '/activities', after: 1 },
  { kind: 'server-error', path: '/athlete/activities' },
  { kind: 'server-error', path: '/streams', after: 1, times: 2 },
  { kind: 'cut-body', path: '/athlete/activities' },
  { kind: 'cut-body', path: '/streams', after: 3 },
  { kind: 'timeout', path: '/streams', after: 1, delayMs: 300 },
  { kind: 'slow', path: '/athlete/activities', delayMs: 500 },
] as const)(
  'after $kind at $path everything comes all the same',
  async (fault) => {
    const strava = await simulator({ faults: [fault] });
    const athlete = newAthlete();
    await connect(athlete, strava);
    await worked(athlete);
    const { backfill, problem } = await statusOf(athlete);
    expect(backfill).toMatchObject(COMPLETE);
    expect(problem).toBeNull();
    expect(await strava.control('GET', 'violations')).toEqual([]);
    const secrets = await strava.control<string[]>('GET', 'secrets');
    expect(secrets.filter((secret) => JSON.stringify(said).includes(secret))).toEqual([]);
  },
  HALF_A_MINUTE,
);

test('a run whose course Strava does not have keeps its totals', async () => {
  const strava = await simulator({ faults: [{ kind: 'not-found', path: '/streams' }] });
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  expect((await statusOf(athlete)).backfill).toMatchObject(COMPLETE);
});

test('an app that Strava has switched off is said to be, and tried again an hour later', async () => {
  const strava = await simulator({ faults: [{ kind: 'application-inactive', times: 1000 }] });
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  const { problem, backfill } = await statusOf(athlete);
  expect(problem).toBe('inactive-app');
  expect(backfill.listed).toBe(0);
  expect((backfill.nextCallAtS ?? 0) - now().nowS).toBeGreaterThan(3500);
});

test('after a 429 nobody asks before the window is over: the quarter-hour, or the day', async () => {
  for (const [kind, windowS] of [
    ['rate-limited-quarter-hour', 900],
    ['rate-limited-day', 86_400],
  ] as const) {
    const strava = await simulator({ faults: [{ kind, path: '/streams', after: 2 }] });
    const athlete = newAthlete();
    await connect(athlete, strava);
    await worked(athlete);
    const { problem, backfill } = await statusOf(athlete);
    expect(problem).toBe('rate-limited');
    const windowEndS = (Math.floor(now().nowS / windowS) + 1) * windowS;
    expect(Math.abs((backfill.nextCallAtS ?? 0) - windowEndS)).toBeLessThan(5);
    expect(await strava.control('GET', 'violations')).toEqual([]);
  }
  // At the end of a quarter-hour the next one is waited for, twice.
}, 90_000);

test('background work leaves a fifth of the window to what cannot wait', async () => {
  const strava = await simulator({
    athletes: [{ firstName: 'Ada', lastName: 'Example', activities: 60, differentRuns: 2 }],
    limits: {
      overall: { quarterHour: 40, day: 400 },
      read: { quarterHour: 20, day: 200 },
    },
  });
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  await worked(athlete);
  const calls = async () =>
    (await strava.control<{ path: string }[]>('GET', 'requests')).filter(({ path }) =>
      path.startsWith('/api/v3/'),
    ).length;
  const before = await calls();
  const { problem, backfill } = await statusOf(athlete);
  expect(problem).toBeNull();
  expect(backfill.toDetail).toBeGreaterThan(0);
  const [newest] = await strava.control<{ id: string }[]>('GET', `athletes/${id}/activities`);
  await strava.control('DELETE', `activities/${newest?.id}`, {});
  const hint = { ownerId: id, eventTimeS: now().nowS, activityId: newest?.id ?? '' };
  await athlete.stravaEvent({ ...hint, kind: 'activity-deleted' }, now());
  await worked(athlete);
  expect(await calls()).toBe(before + 2);
  expect((await statusOf(athlete)).backfill.listed).toBe(backfill.listed - 1);
  expect(await strava.control('GET', 'violations')).toEqual([]);
});

test('ten callers at once refresh once', async () => {
  const strava = await simulator({ refreshRotation: 'old-dies' });
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  const before = await tokenRequests(strava);
  const tokens = await runInDurableObject(athlete, (instance, { storage, id }) => {
    // As if six hours had passed.
    const app = stravaApp(env, () => now().nowS + 6 * 3600);
    if (app === null) throw new Error('no app');
    const keeper = new TokenKeeper(storage.sql, id.toString(), env.STRAVA_TOKEN_KEYS ?? '');
    expect(instance).toBeDefined();
    return Promise.all(Array.from({ length: 10 }, () => keeper.accessToken(app)));
  });
  expect(new Set(tokens.map((token) => (token.ok ? token.value : token.error.kind))).size).toBe(1);
  expect(tokens[0]?.ok).toBe(true);
  expect(await tokenRequests(strava)).toBe(before + 1);
});

test.each(['cut-body', 'timeout'] as const)(
  'a refresh whose answer is lost (%s) is asked for again with the old token',
  async (kind) => {
    const strava = await simulator({
      faults: [
        { kind: 'access-token-dies', path: '/streams', after: 1 },
        { kind, path: '/oauth/token', after: 1, delayMs: 200 },
      ],
    });
    const athlete = newAthlete();
    await connect(athlete, strava);
    await worked(athlete);
    const { problem, backfill } = await statusOf(athlete);
    expect(problem).toBeNull();
    expect(backfill).toMatchObject(COMPLETE);
  },
  HALF_A_MINUTE,
);

test(
  'when even that is refused the athlete is asked to connect anew; what is here goes within two days',
  async () => {
    const strava = await simulator({
      refreshRotation: 'old-dies',
      faults: [
        { kind: 'access-token-dies', path: '/streams', after: 5 },
        { kind: 'cut-body', path: '/oauth/token', after: 1 },
      ],
    });
    const athlete = newAthlete();
    await connect(athlete, strava);
    await worked(athlete);
    const { problem, backfill, expiresAtS } = await statusOf(athlete);
    expect(problem).toBe('reconnect');
    expect(backfill).toMatchObject({ listed: 14, nextCallAtS: null });
    expect((expiresAtS ?? 0) - now().nowS).toBeLessThanOrEqual(2 * 86_400);
    await connect(athlete, strava);
    await worked(athlete);
    const after = await statusOf(athlete);
    expect(after.problem).toBeNull();
    expect(after.backfill).toMatchObject(COMPLETE);
  },
  HALF_A_MINUTE,
);

test('one 401 too many by mistake erases nothing', async () => {
  const strava = await simulator({
    faults: [{ kind: 'unauthorized', path: '/streams', after: 3, times: 2 }],
  });
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  expect((await statusOf(athlete)).backfill).toMatchObject(COMPLETE);
});
