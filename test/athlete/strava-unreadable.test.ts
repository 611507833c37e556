import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isGivenUpAfterThree, newestRun, spoil, streamCalls } from './strava-answers.ts';
import { connect, newAthlete, now, simulator, statusOf } from './strava-connected.ts';
import { later, workedAhead } from './strava-moved-clock.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

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
  await isGivenUpAfterThree(athlete, strava, run);
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
