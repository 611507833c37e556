import { runInDurableObject } from 'cloudflare:test';
import { afterEach, expect, test, vi } from 'vitest';
import { addFitFile, now, worked } from './strava-connected.ts';
import { answerOf, callsFor, corrected, filled, listed, stateOf } from './strava-words.ts';

afterEach(() => void vi.useRealTimers());

test('of an athlete who stayed away words hold again after the runs were gone and came back', async () => {
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
  const { strava, athlete, stravaId, id } = await filled();
  await corrected(athlete, id, { distanceM: 7000, surface: 'treadmill', name: 'Indoors' });
  const [other] = (await athlete.activities()).filter((one) => one.id !== id && one.isRun);
  await athlete.deleteRun(other?.id ?? '', now().nowS);
  await worked(athlete);
  const before = await stateOf(athlete, id);
  vi.setSystemTime(Date.now() + 8 * 86_400_000);
  await strava.control('POST', 'clock', { advanceS: 8 * 86_400 });
  await worked(athlete);
  expect(await athlete.activities()).toEqual([]);
  expect((await athlete.keptActivities('deleted', null)).activities).toEqual([]);
  await athlete.stravaStatus(now());
  await worked(athlete);
  const after = await stateOf(athlete, id);
  expect({ ...after, weeks: null }).toEqual({ ...before, weeks: null });
  expect(await callsFor(strava, stravaId)).toBe(3);
}, 60_000);

test('nothing is left of the words once Strava has deleted the activity, or the connection is over', async () => {
  const { strava, athlete, stravaId, id, otherId, event } = await filled();
  const wordsLeft = () =>
    runInDurableObject(athlete, (_, { storage: { sql } }) => [
      sql.exec('SELECT * FROM said_of_strava').toArray().length,
      sql.exec('SELECT * FROM separate_runs').toArray().length,
    ]);
  await corrected(athlete, id, { distanceM: 7000 });
  const fileId = await addFitFile(athlete, strava, stravaId);
  expect(await athlete.setApart([fileId, id], true)).toBe(true);
  await athlete.deleteRun(otherId, now().nowS);
  expect(await wordsLeft()).toEqual([2, 1]);
  await event('activity-deleted');
  await worked(athlete);
  // It is on Strava still.
  expect(await wordsLeft()).toEqual([2, 1]);
  await strava.control('DELETE', `activities/${stravaId}`, { webhook: false });
  await event('activity-deleted');
  await worked(athlete);
  expect(await wordsLeft()).toEqual([1, 0]);
  await athlete.disconnectStrava(now());
  expect(await wordsLeft()).toEqual([0, 0]);
});

test('what is deleted here stays away when Strava lists it again, and is restored as it was', async () => {
  const { strava, athlete, id, otherId } = await filled();
  const before = await stateOf(athlete, id);
  for (const each of [id, otherId]) expect(await athlete.deleteRun(each, now().nowS)).toBe(true);
  await athlete.syncStravaNow(now());
  await worked(athlete);
  expect(await answerOf(athlete, id)).toBeNull();
  expect(await listed(athlete, id)).toBeUndefined();
  const { activities, kept } = await athlete.keptActivities('deleted', null);
  expect(activities.map((one) => one.id).sort()).toEqual([id, otherId].sort());
  expect(kept.deleted).toBe(2);
  const page = await athlete.keptActivity(now(), id);
  expect(page?.activity).toMatchObject({ isDeleted: true, source: 'strava' });
  expect(`strava-${page?.activity.strava?.id}`).toBe(id);
  for (const each of [id, otherId]) expect(await athlete.restoreActivity(each)).toBe(true);
  expect(await stateOf(athlete, id)).toEqual(before);
  expect(await strava.control('GET', 'violations')).toEqual([]);
});

test('a file and its copy on Strava are told apart and joined again', async () => {
  const { strava, athlete, stravaId, id } = await filled();
  const fileId = await addFitFile(athlete, strava, stravaId);
  const joined = await stateOf(athlete, id);
  expect(joined.run?.id).toBe(fileId);
  expect((await answerOf(athlete, fileId))?.about?.twins).toMatchObject([{ id, format: 'strava' }]);
  expect((await listed(athlete, fileId))?.twins).toEqual([id]);

  expect(await athlete.setApart([id, fileId], true)).toBe(true);
  for (const [one, other] of [
    [id, fileId],
    [fileId, id],
  ] as const) {
    const answer = await answerOf(athlete, one);
    expect(answer?.run.id).toBe(one);
    expect(answer?.about?.apart.map((apart) => apart.id)).toEqual([other]);
    expect((await listed(athlete, one))?.twinOf).toBeNull();
  }
  expect(await athlete.setApart([fileId, id], false)).toBe(true);
  expect(await stateOf(athlete, id)).toEqual(joined);
  expect(await athlete.setApart([fileId, 'strava-1'], true)).toBe(false);
});

test('what was said of a run on Strava is said of its file once that is here, and outlives the connection', async () => {
  const { strava, athlete, stravaId, id } = await filled();
  await corrected(athlete, id, { distanceM: 7000, excluded: true, shoe: 'Old ones', name: 'Mine' });
  await worked(athlete);
  const before = (await answerOf(athlete, id))?.about?.corrections;
  const fileId = await addFitFile(athlete, strava, stravaId);
  await worked(athlete);
  await athlete.disconnectStrava(now());
  const answer = await answerOf(athlete, fileId);
  expect(answer?.about?.corrections).toEqual(before);
  expect(answer?.run.exposure).toMatchObject({ distanceM: 7000, loadOrigin: 'samples' });
});

test('deleting a run that is a file and on Strava deletes both, and restoring brings both back', async () => {
  const { strava, athlete, stravaId, id } = await filled();
  const fileId = await addFitFile(athlete, strava, stravaId);
  const before = await stateOf(athlete, id);
  await athlete.deleteRun(id, now().nowS);
  for (const each of [id, fileId]) {
    expect(await answerOf(athlete, each)).toBeNull();
    expect((await athlete.keptActivity(now(), each))?.activity.id).toBe(fileId);
  }
  const { activities } = await athlete.keptActivities('deleted', null);
  expect(activities.map((one) => one.id)).toEqual([fileId]);
  await athlete.restoreActivity(fileId);
  expect(await stateOf(athlete, id)).toEqual(before);
});
