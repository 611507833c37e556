import { expect, test } from 'vitest';
import { connect, newAthlete, now, simulator, statusOf, worked } from './strava-connected.ts';

test('connecting lists every activity, then fetches the course of every run', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  const { backfill, problem, lastSyncAtS } = await statusOf(athlete);
  expect({ ...backfill, nextCallAtS: null, problem }).toEqual({
    listed: 14,
    withDetail: 12,
    toDetail: 0,
    isListing: false,
    nextCallAtS: null,
    problem: null,
  });
  expect(lastSyncAtS).toBeGreaterThan(0);
  const { runs } = await athlete.runs(now(), null);
  expect(runs.length).toBeGreaterThan(5);
  expect(await strava.control('GET', 'violations')).toEqual([]);
});
