import { runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  connect,
  newAthlete,
  now,
  rung,
  type Simulator,
  simulator,
  statusOf,
} from './strava-connected.ts';
import { later, workedAhead } from './strava-moved-clock.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

const spoil = (strava: Simulator, faults: readonly object[]) =>
  strava.control('PUT', 'faults', { faults });

async function newestRun(strava: Simulator, id: string) {
  const runs = await strava.control<{ id: string; hasStreams: boolean; sportType: string }[]>(
    'GET',
    `athletes/${id}/activities`,
  );
  return runs.find(({ hasStreams, sportType }) => hasStreams && sportType === 'Run')?.id as string;
}

const streamCalls = async (strava: Simulator, activityId: string) =>
  (await strava.control<{ path: string }[]>('GET', 'requests')).filter(
    ({ path }) => path === `/api/v3/activities/${activityId}/streams`,
  ).length;

test('a course that Strava says it has not is asked for again, an hour and a day later', async () => {
  const strava = await simulator({ faults: [{ kind: 'not-found', path: '/streams', times: 2 }] });
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  const run = await newestRun(strava, id);
  await workedAhead(athlete, strava);
  const originOf = async () => (await athlete.run(now(), `strava-${run}`))?.run.exposure.loadOrigin;
  expect(await originOf()).toBe('session-average');
  expect((await statusOf(athlete)).backfill.toDetail).toBe(0);
  await later(3700, strava);
  await workedAhead(athlete, strava);
  expect(await originOf()).toBe('samples');
});

test('the course of a run that has become a walk meanwhile is not asked for', async () => {
  const strava = await simulator({
    faults: [{ kind: 'rate-limited-quarter-hour', path: '/streams' }],
  });
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  const run = await newestRun(strava, id);
  await rung(athlete);
  await strava.control('POST', `activities/${run}`, { sportType: 'Walk', webhook: false });
  await later(901, strava);
  await athlete.stravaEvent(
    { kind: 'activity-updated', activityId: run, ownerId: id, eventTimeS: now().nowS },
    now(),
  );
  await workedAhead(athlete, strava);
  expect((await statusOf(athlete)).backfill.toDetail).toBe(0);
  expect(await streamCalls(strava, run)).toBe(1);
});

test('a run without a course is believed after three times', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  const { id: added } = await strava.control<{ id: string }>('POST', `athletes/${id}/activities`, {
    ...{ name: 'Belt', lacksStreams: true, webhook: false },
    run: { segments: [{ speedMps: 3, distanceM: 5000 }] },
  });
  await workedAhead(athlete, strava);
  expect(await streamCalls(strava, added)).toBe(1);
  for (const [hours, calls] of [
    [2, 2],
    [25, 3],
    [25, 3],
    [25, 3],
  ] as const) {
    await later(hours * 3600, strava);
    await workedAhead(athlete, strava);
    expect(await streamCalls(strava, added)).toBe(calls);
  }
});

test('a course that cannot be understood is given up after three times, holds up nothing, and the run says so', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  const run = await newestRun(strava, id);
  await spoil(strava, [
    { kind: 'odd-shape', path: `/activities/${run}/streams`, times: Number.MAX_SAFE_INTEGER },
  ]);
  await workedAhead(athlete, strava);
  expect(await statusOf(athlete)).toMatchObject({
    problem: null,
    backfill: { withDetail: 11, toDetail: 1 },
  });
  for (const [hours, calls] of [
    [2, 2],
    [25, 3],
    [25, 3],
    [25, 3],
  ] as const) {
    await later(hours * 3600, strava);
    await workedAhead(athlete, strava);
    expect(await streamCalls(strava, run)).toBe(calls);
  }
  expect((await statusOf(athlete)).backfill).toMatchObject({ withDetail: 12, toDetail: 0 });
  const change = (fields: object) =>
    strava.control('POST', `activities/${run}`, { ...fields, webhook: false });
  await change({ name: 'Another name' });
  await later(25 * 3600, strava);
  await workedAhead(athlete, strava);
  const { run: shown, source } = (await athlete.run(now(), `strava-${run}`)) ?? {};
  expect(source?.strava?.name).toBe('Another name');
  expect(shown?.exposure.loadOrigin).toBe('session-average');
  expect(source?.warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('cannot be understood, so only its totals count'),
  ]);
  await spoil(strava, []);
  await change({ run: { segments: [{ speedMps: 3, distanceM: 5_000 }] } });
  await later(25 * 3600, strava);
  await workedAhead(athlete, strava);
  expect(await streamCalls(strava, run)).toBe(4);
});

test('a hint of an activity that cannot be understood is followed three times, and nothing is lost', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  await workedAhead(athlete, strava);
  const run = await newestRun(strava, id);
  const path = `/activities/${run}`;
  await spoil(strava, [{ kind: 'odd-shape', path, times: Number.MAX_SAFE_INTEGER }]);
  await athlete.stravaEvent(
    { kind: 'activity-updated', activityId: run, ownerId: id, eventTimeS: now().nowS },
    now(),
  );
  for (const hours of [2, 25, 25, 25]) {
    await workedAhead(athlete, strava);
    await later(hours * 3600, strava);
  }
  await workedAhead(athlete, strava);
  const calls = await strava.control<{ path: string }[]>('GET', 'requests');
  expect(calls.filter((call) => call.path === `/api/v3${path}`)).toHaveLength(3);
  expect(await statusOf(athlete)).toMatchObject({ problem: null, backfill: { listed: 14 } });
});

test('that a run has no course is no word that it is still there', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  const run = await newestRun(strava, id);
  await spoil(strava, [{ kind: 'not-found', path: `/activities/${run}/streams`, times: 2 }]);
  await workedAhead(athlete, strava);
  const fetchedAtS = () =>
    runInDurableObject(athlete, (_, { storage }) =>
      storage.sql.exec('SELECT fetched_at FROM strava_activities WHERE id = ?', run).one(),
    );
  const listed = await fetchedAtS();
  await later(2 * 3600, strava);
  await workedAhead(athlete, strava);
  expect(await streamCalls(strava, run)).toBe(2);
  expect(await fetchedAtS()).toEqual(listed);
});

test('a false word of a departure and refusals by mistake erase nothing; refusals without end do', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  await workedAhead(athlete, strava);
  const told = { kind: 'deauthorized', ownerId: id, eventTimeS: now().nowS } as const;
  for (const times of [2, 4]) {
    await spoil(strava, [{ kind: 'unauthorized', times }]);
    await athlete.stravaEvent(told, now());
    await workedAhead(athlete, strava);
    await later(3700, strava);
    await workedAhead(athlete, strava);
    const { backfill, problem } = await statusOf(athlete);
    expect({ listed: backfill.listed, problem }).toEqual({ listed: 14, problem: null });
  }
  await spoil(strava, [{ kind: 'unauthorized', times: 1000 }]);
  await athlete.stravaEvent(told, now());
  await workedAhead(athlete, strava);
  expect((await statusOf(athlete)).backfill.listed).toBe(14);
  await later(3700, strava);
  await workedAhead(athlete, strava);
  expect(await athlete.stravaStatus(now())).toBeNull();
});

test('one 404 erases no activity, and one of the token endpoint says nothing of any', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  await workedAhead(athlete, strava);
  const run = await newestRun(strava, id);
  const hint = { kind: 'activity-updated', activityId: run, ownerId: id } as const;
  for (const faults of [
    [{ kind: 'not-found', path: `/activities/${run}` }],
    [
      { kind: 'access-token-dies', path: `/activities/${run}` },
      { kind: 'not-found', path: '/oauth/token', times: 2 },
    ],
  ]) {
    await spoil(strava, faults);
    await athlete.stravaEvent({ ...hint, eventTimeS: now().nowS }, now());
    await workedAhead(athlete, strava);
    expect(await athlete.run(now(), `strava-${run}`)).not.toBeNull();
    expect((await statusOf(athlete)).backfill.listed).toBe(14);
    expect((await statusOf(athlete)).problem).toBeNull();
  }
}, 60_000);

test('an answer that cannot be understood is no word that an activity is gone, nor that its course is', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  const run = await newestRun(strava, id);
  const path = `/activities/${run}/streams`;
  await spoil(strava, [
    { kind: 'odd-shape', path, times: 2 },
    { kind: 'not-found', path, times: 1 },
  ]);
  for (const hours of [2, 25, 25]) {
    await workedAhead(athlete, strava);
    await later(hours * 3600, strava);
  }
  await workedAhead(athlete, strava);
  expect((await athlete.run(now(), `strava-${run}`))?.run.exposure.loadOrigin).toBe('samples');
  await spoil(strava, [
    { kind: 'odd-shape', path: `/activities/${run}`, times: 1 },
    { kind: 'not-found', path: `/activities/${run}`, times: 1 },
  ]);
  const hint = { kind: 'activity-updated', activityId: run, ownerId: id } as const;
  await athlete.stravaEvent({ ...hint, eventTimeS: now().nowS }, now());
  await workedAhead(athlete, strava);
  await later(3700, strava);
  await workedAhead(athlete, strava);
  expect((await statusOf(athlete)).backfill.listed).toBe(14);
});

test('the name of a shoe that cannot be understood holds up nothing, and is asked for again with the next listing', async () => {
  const strava = await simulator({
    faults: [{ kind: 'odd-shape', path: '/gear/', times: Number.MAX_SAFE_INTEGER }],
  });
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  const run = await newestRun(strava, id);
  await strava.control('POST', `activities/${run}`, { gearId: 'g100', webhook: false });
  await workedAhead(athlete, strava);
  expect(await statusOf(athlete)).toMatchObject({
    problem: null,
    backfill: { withDetail: 12, toDetail: 0 },
  });
  const named = async () => (await athlete.shoes(now())).shoes.length;
  const before = await named();
  await spoil(strava, []);
  await later(25 * 3600, strava);
  await workedAhead(athlete, strava);
  expect(await named()).toBeGreaterThan(before);
});
