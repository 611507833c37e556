import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { afterEach, expect, test, vi } from 'vitest';
import type { Athlete } from '../../src/athlete/athlete.ts';
import type { CorrectionChange } from '../../src/athlete/corrections.ts';
import {
  addFitFile,
  connect,
  newAthlete,
  now,
  type Simulator,
  simulator,
  worked,
} from './strava-connected.ts';

interface OnStrava {
  id: string;
  sportType: string;
  hasStreams: boolean;
}

afterEach(() => void vi.useRealTimers());

async function filled() {
  const strava = await simulator();
  const athlete = newAthlete();
  const { id: athleteId } = await connect(athlete, strava);
  await worked(athlete);
  const all = await strava.control<OnStrava[]>('GET', `athletes/${athleteId}/activities`);
  const run = all.find(({ sportType, hasStreams }) => sportType === 'Run' && hasStreams);
  const other = all.find(({ sportType }) => !/Run$/.test(sportType));
  const stravaId = run?.id ?? '';
  return {
    ...{ strava, athlete, athleteId, stravaId, otherId: `strava-${other?.id}` },
    id: `strava-${stravaId}`,
    event: (kind: 'activity-updated' | 'activity-deleted') =>
      athlete.stravaEvent(
        { kind, activityId: stravaId, ownerId: athleteId, eventTimeS: now().nowS },
        now(),
      ),
  };
}

const answerOf = (athlete: DurableObjectStub<Athlete>, id: string) => athlete.run(now(), id);

/** All that a correction could change, in the run and around it. */
async function stateOf(athlete: DurableObjectStub<Athlete>, id: string) {
  const answer = await answerOf(athlete, id);
  return {
    run: answer?.run,
    about: { ...answer?.about, shoes: null },
    activities: await athlete.activities(),
    weeks: (await athlete.dashboard(now(), null, null)).answer?.view.weeks,
  };
}

async function corrected(
  athlete: DurableObjectStub<Athlete>,
  id: string,
  change: CorrectionChange,
): Promise<void> {
  expect(await athlete.correct(id, change, now())).toEqual({ ok: true, value: id });
}

const callsFor = async (strava: Simulator, stravaId: string) =>
  (await strava.control<{ path: string }[]>('GET', 'requests')).filter(({ path }) =>
    path.endsWith(`/${stravaId}/streams`),
  ).length;

const listed = async (athlete: DurableObjectStub<Athlete>, id: string) =>
  (await athlete.activities()).find((activity) => activity.id === id);

test('a corrected distance counts at once by its totals, then along the whole course, as it does for the file', async () => {
  const { strava, athlete, stravaId, id } = await filled();
  const before = await stateOf(athlete, id);
  const distanceM = 1.1 * (before.run?.exposure.distanceM ?? 0);
  await corrected(athlete, id, { distanceM });
  const atOnce = await answerOf(athlete, id);
  expect(atOnce?.run.exposure).toMatchObject({ distanceM, loadOrigin: 'session-average' });
  expect(atOnce?.source.warnings.map(({ message }) => message).join()).toContain('not come');
  await worked(athlete);
  const then = await answerOf(athlete, id);
  expect(then?.run.exposure).toMatchObject({ distanceM, loadOrigin: 'samples' });
  expect(then?.source.warnings).toEqual([]);
  expect(then?.about?.original.distanceM).toBe(before.run?.exposure.distanceM);
  expect(await callsFor(strava, stravaId)).toBe(2);

  const byFile = newAthlete();
  const fileId = await addFitFile(byFile, strava, stravaId);
  await corrected(byFile, fileId, { distanceM });
  const ofFile = (await answerOf(byFile, fileId))?.run.exposure;
  expect(then?.run.exposure.load?.loadAeKm).toBeCloseTo(ofFile?.load?.loadAeKm ?? 0, 1);

  await athlete.undoCorrections(id, now());
  await worked(athlete);
  expect(await stateOf(athlete, id)).toEqual(before);
});

test('the surface of a run asks for nothing, unless it takes the sky away', async () => {
  const { strava, athlete, stravaId, id } = await filled();
  const before = await stateOf(athlete, id);
  await corrected(athlete, id, { surface: 'trail', name: 'In the wood', shoe: 'Old ones' });
  await worked(athlete);
  const after = await stateOf(athlete, id);
  expect(after.run?.subSport).toBe('trail');
  expect(after.run?.exposure).toEqual(before.run?.exposure);
  expect(after.about).toMatchObject({ name: 'In the wood', surface: 'trail', shoe: 'Old ones' });
  expect((await athlete.runs(now(), null)).runs.map(({ name }) => name)).toContain('In the wood');
  expect(await callsFor(strava, stravaId)).toBe(1);
  await corrected(athlete, id, { surface: 'treadmill' });
  await worked(athlete);
  expect((await answerOf(athlete, id))?.run.exposure).toMatchObject({
    ascentM: null,
    loadOrigin: 'samples',
  });
  expect(await callsFor(strava, stravaId)).toBe(2);
});

test('a run that is left out is in no running number, but listed', async () => {
  const { athlete, id } = await filled();
  const before = await stateOf(athlete, id);
  await corrected(athlete, id, { excluded: true });
  const { runs } = await athlete.runs(now(), null);
  expect(runs.find((run) => run.id === id)?.leftOut).toBe('excluded');
  expect((await answerOf(athlete, id))?.about?.leftOut).toBe('excluded');
  expect((await listed(athlete, id))?.isExcluded).toBe(true);
  const after = await stateOf(athlete, id);
  expect(after.run?.exposure).toEqual(before.run?.exposure);
  expect(after.weeks).not.toEqual(before.weeks);
  await corrected(athlete, id, { excluded: null });
  expect(await stateOf(athlete, id)).toEqual(before);
});

test('a run that was a ride is listed with the other sports; a ride that was a run counts with its course', async () => {
  const { strava, athlete, id, otherId } = await filled();
  const before = await stateOf(athlete, id);
  const sports = async () =>
    (await athlete.keptActivities('other-sports', null)).activities.map((one) => one.id);
  expect(await sports()).toContain(otherId);
  await corrected(athlete, id, { sport: 'cycling' });
  expect(await sports()).toContain(id);
  expect((await answerOf(athlete, id))?.about?.leftOut).toBe('not-a-run');
  await athlete.undoCorrections(id, now());
  expect(await stateOf(athlete, id)).toEqual(before);
  expect(await callsFor(strava, id.slice(7))).toBe(1);

  expect(await answerOf(athlete, otherId)).toBeNull();
  await corrected(athlete, otherId, { sport: 'running' });
  expect(await sports()).not.toContain(otherId);
  await worked(athlete);
  expect((await answerOf(athlete, otherId))?.run.exposure.loadOrigin).toBe('samples');
  await athlete.undoCorrections(otherId, now());
  expect(await stateOf(athlete, id)).toEqual(before);
  expect(await sports()).toContain(otherId);
});

test('words outlive a new name on Strava, a new course, a restart and a newer analysis', async () => {
  const { strava, athlete, stravaId, id, event } = await filled();
  await corrected(athlete, id, { distanceM: 7000, excluded: true, shoe: 'Old ones' });
  await worked(athlete);
  const before = await stateOf(athlete, id);
  const rename = { name: 'Renamed', webhook: false };
  await strava.control('POST', `activities/${stravaId}`, rename);
  await event('activity-updated');
  await worked(athlete);
  const about = { name: 'Renamed', original: { ...before.about.original, name: 'Renamed' } };
  const renamed = await stateOf(athlete, id);
  expect(renamed.about).toEqual({ ...before.about, ...about });
  expect(renamed.run).toEqual(before.run);

  await runInDurableObject(athlete, (_, { storage }) => {
    storage.sql.exec("UPDATE strava_activities SET analysis_version = 'older'");
  });
  await evictDurableObject(athlete);
  await athlete.syncStravaNow(now());
  await worked(athlete);
  expect(await callsFor(strava, stravaId)).toBe(3);
  expect(await stateOf(athlete, id)).toEqual(renamed);
});

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
