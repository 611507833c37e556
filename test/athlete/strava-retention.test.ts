import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connect, newAthlete, now, rung, simulator, statusOf, worked } from './strava-connected.ts';
import { workedAhead } from './strava-moved-clock.ts';

const DAY_S = 86_400;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

async function later(days: number, strava: Awaited<ReturnType<typeof simulator>>) {
  vi.setSystemTime(Date.now() + days * DAY_S * 1000);
  await strava.control('POST', 'clock', { advanceS: days * DAY_S });
}

test('eight days on, nothing is left of an athlete who did not come; who comes back finds it again', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  await later(8, strava);
  await worked(athlete);
  expect((await statusOf(athlete)).backfill.listed).toBe(0);
  await worked(athlete);
  expect((await statusOf(athlete)).backfill).toMatchObject({ listed: 14, withDetail: 12 });
}, 60_000);

test('nothing is asked for an athlete who stays away, and what was fetched last goes in its time', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  for (let day = 0; day < 8; day++) {
    await later(1, strava);
    await worked(athlete);
  }
  const asked = (await strava.control<unknown[]>('GET', 'requests')).length;
  for (let day = 8; day < 15; day++) {
    await later(1, strava);
    await worked(athlete);
  }
  expect(await strava.control('GET', 'requests')).toHaveLength(asked);
  expect((await statusOf(athlete)).backfill.listed).toBe(0);
}, 60_000);

test('of an athlete who comes every day everything is fetched again in time', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  for (let day = 0; day < 9; day++) {
    await later(1, strava);
    await worked(athlete);
    const { runs } = await athlete.runs(now(), null);
    expect(runs.length).toBeGreaterThan(0);
    const { backfill, expiresAtS, problem } = await statusOf(athlete);
    expect({ ...backfill, problem }).toMatchObject({ listed: 14, toDetail: 0, problem: null });
    expect(expiresAtS ?? 0).toBeGreaterThan(now().nowS);
    expect(expiresAtS ?? 0).toBeLessThanOrEqual(now().nowS + 7 * DAY_S);
  }
  expect(await strava.control('GET', 'violations')).toEqual([]);
}, 60_000);

/** An athlete whose only run was in a shoe that Strava knows. */
async function oneRunInShoes() {
  const seeds = [{ firstName: 'Ada', lastName: 'Example', activities: 1, differentRuns: 1 }];
  const strava = await simulator({ athletes: seeds });
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  const [only] = await strava.control<{ id: string }[]>('GET', `athletes/${id}/activities`);
  const run = only?.id as string;
  await strava.control('POST', `activities/${run}`, { gearId: 'g100', webhook: false });
  await workedAhead(athlete, strava);
  return { strava, athlete, id, run };
}

test('the name of a shoe goes in its time, also when nothing else is left to be done', async () => {
  const { strava, athlete, id, run } = await oneRunInShoes();
  const gear = () =>
    runInDurableObject(athlete, (_, { storage }) =>
      storage.sql.exec('SELECT name FROM strava_gear').toArray(),
    );
  // Nobody comes any more: only the alarm does anything.
  const rungUntil = async (untilMs: number) => {
    for (let dueMs = await rung(athlete); dueMs !== null && dueMs < untilMs; ) {
      await later(Math.max(0, dueMs - Date.now()) / (DAY_S * 1000), strava);
      dueMs = await rung(athlete);
    }
  };
  await rungUntil(Date.now() + 8 * DAY_S * 1000);
  expect(await gear()).toHaveLength(1);
  await strava.control('DELETE', `activities/${run}`, { webhook: false });
  const deleted = { kind: 'activity-deleted', activityId: run, ownerId: id } as const;
  await athlete.stravaEvent({ ...deleted, eventTimeS: now().nowS }, now());
  await rungUntil(Number.POSITIVE_INFINITY);
  expect(await gear()).toEqual([]);
}, 60_000);

test('a shoe that is known from Strava alone is not handed on; what the runner says of it makes it theirs', async () => {
  const { athlete } = await oneRunInShoes();
  const [shoe] = (await athlete.shoes(now())).shoes;
  expect(shoe?.name).toMatch(/./);
  expect((await athlete.exportedData(now())).shoes).toEqual([]);
  await athlete.changeShoe(shoe?.id ?? '', { dropMm: 8 });
  expect((await athlete.exportedData(now())).shoes).toMatchObject([{ id: shoe?.id, dropMm: 8 }]);
}, 60_000);

test('what is over is out of the numbers, too, of a site that has lost its app', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  expect((await athlete.runs(now(), null)).runs.length).toBeGreaterThan(0);
  Object.assign(env, { STRAVA_CLIENT_SECRET: '' });
  await later(8, strava);
  await rung(athlete);
  expect((await athlete.runs(now(), null)).runs).toEqual([]);
});
