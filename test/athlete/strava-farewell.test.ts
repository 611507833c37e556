import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { linkedAthlete, linkStrava } from '../../src/account/strava-links.ts';
import type { Athlete } from '../../src/athlete/athlete.ts';
import { connect, now, rung, type Simulator, simulator, statusOf } from './strava-connected.ts';
import { later, workedAhead } from './strava-moved-clock.ts';

const DAY_S = 86_400;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

async function connected(strava: Simulator) {
  const athleteId = crypto.randomUUID();
  const athlete = env.ATHLETE.getByName(athleteId);
  await env.DIRECTORY.prepare('INSERT INTO athletes (id, created_at) VALUES (?, 0)')
    .bind(athleteId)
    .run();
  const { id } = await connect(athlete, strava);
  // Strava's athletes have the same numbers in every test.
  await env.DIRECTORY.prepare('DELETE FROM strava_links').run();
  await linkStrava(env.DIRECTORY, id, athleteId, 0);
  await workedAhead(athlete, strava);
  return { athlete, athleteId, id };
}

const allowed = async (strava: Simulator, id: string) =>
  (await strava.control<{ id: string; scopes: unknown }[]>('GET', 'athletes')).find(
    (each) => each.id === id,
  )?.scopes;

const keptTokens = (athlete: DurableObjectStub<Athlete>) =>
  runInDurableObject(athlete, (_, { storage }) =>
    storage.sql.exec('SELECT refresh_token FROM strava_farewell').toArray(),
  );

test.each([
  { kind: 'server-error', path: '/oauth/deauthorize', times: 2 },
  { kind: 'unauthorized', path: '/oauth/deauthorize' },
  { kind: 'cut-body', path: '/oauth/deauthorize' },
] as const)(
  'after $kind Strava is told of a disconnection again, also by another life of the server',
  async (fault) => {
    const strava = await simulator();
    const { athlete, id } = await connected(strava);
    await strava.control('PUT', 'faults', { faults: [fault] });
    const receipt = await athlete.disconnectStrava(now());
    expect(receipt.erasedActivities).toBe(14);
    expect(receipt.isRevoking).toBe(!receipt.wasRevoked);
    await evictDurableObject(athlete);
    await workedAhead(athlete, strava);
    expect(await athlete.disconnectStrava(now())).toMatchObject({
      ...{ erasedActivities: 14, wasRevoked: true, isRevoking: false },
    });
    expect(await allowed(strava, id)).toBeNull();
    expect(await keptTokens(athlete)).toEqual([]);
  },
);

test('after two days the tokens go, whether Strava has heard or not', async () => {
  const strava = await simulator();
  const { athlete } = await connected(strava);
  await strava.control('PUT', 'faults', {
    faults: [{ kind: 'server-error', path: '/oauth/', times: 1000 }],
  });
  await athlete.disconnectStrava(now());
  expect(await keptTokens(athlete)).toHaveLength(1);
  for (let day = 0; day < 3; day++) {
    await later(DAY_S, strava);
    await rung(athlete);
  }
  expect(await keptTokens(athlete)).toEqual([]);
  const receipt = await athlete.disconnectStrava(now());
  expect(receipt).toMatchObject({ wasRevoked: false, isRevoking: false });
});

test('who connects anew before Strava has heard stays connected', async () => {
  const strava = await simulator();
  const { athlete, athleteId, id } = await connected(strava);
  await strava.control('PUT', 'faults', {
    faults: [{ kind: 'server-error', path: '/oauth/deauthorize', times: 1000 }],
  });
  await athlete.disconnectStrava(now());
  expect(await linkedAthlete(env.DIRECTORY, id)).toBeNull();
  await connect(athlete, strava);
  await strava.control('PUT', 'faults', { faults: [] });
  await later(3600, strava);
  await workedAhead(athlete, strava);
  expect((await statusOf(athlete)).backfill.listed).toBe(14);
  expect(await allowed(strava, id)).not.toBeNull();
  expect(await linkedAthlete(env.DIRECTORY, id)).toBe(athleteId);
  expect(await keptTokens(athlete)).toEqual([]);
});

test('the directory forgets who has left on Strava, also when the server died before it could', async () => {
  const strava = await simulator();
  const { athlete, id } = await connected(strava);
  await strava.control('POST', `athletes/${id}/deauthorize`, {});
  const left = { kind: 'deauthorized', ownerId: id, eventTimeS: now().nowS } as const;
  await athlete.stravaEvent(left, now());
  await workedAhead(athlete, strava);
  expect(await linkedAthlete(env.DIRECTORY, id)).toBeNull();
  expect(await keptTokens(athlete)).toEqual([]);
});

const slowTokens = { faults: [{ kind: 'slow', path: '/oauth/token', delayMs: 1500 }] };
const underWay = () => new Promise((resolve) => setTimeout(resolve, 500));

test('who connects anew while Strava is being told keeps the new access', async () => {
  const strava = await simulator();
  const { athlete, id } = await connected(strava);
  await strava.control('PUT', 'faults', {
    faults: [{ kind: 'server-error', path: '/oauth/deauthorize' }],
  });
  await athlete.disconnectStrava(now());
  await strava.control('PUT', 'faults', slowTokens);
  // The access token is over: it takes a new one to tell.
  await later(7 * 3600, strava);
  const telling = rung(athlete);
  await underWay();
  await connect(athlete, strava);
  await telling;
  await workedAhead(athlete, strava);
  expect(await allowed(strava, id)).not.toBeNull();
  expect((await statusOf(athlete)).problem).toBeNull();
});

test('a disconnection while tokens are renewed is told with the new ones', async () => {
  const strava = await simulator({ refreshRotation: 'old-dies' });
  const { athlete, id } = await connected(strava);
  await strava.control('PUT', 'faults', slowTokens);
  await later(7 * 3600, strava);
  await athlete.syncStravaNow(now());
  const working = rung(athlete);
  await underWay();
  expect(await athlete.disconnectStrava(now())).toMatchObject({ wasRevoked: true });
  expect(await allowed(strava, id)).toBeNull();
  expect(await keptTokens(athlete)).toEqual([]);
  await working;
});
