import { runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isGivenUpAfterThree, newestRun, spoil, streamCalls } from './strava-answers.ts';
import { connect, newAthlete, now, rung, simulator, statusOf } from './strava-connected.ts';
import { later, workedAhead } from './strava-moved-clock.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

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
  await isGivenUpAfterThree(athlete, strava, added);
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
