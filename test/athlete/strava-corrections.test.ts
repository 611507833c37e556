import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { addFitFile, newAthlete, now, worked } from './strava-connected.ts';
import { answerOf, callsFor, corrected, filled, listed, stateOf } from './strava-words.ts';

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

test('a shoe that was said is worn again once it is restored, whatever else is said meanwhile', async () => {
  const { athlete, id } = await filled();
  await corrected(athlete, id, { shoe: 'Old ones' });
  const said = async () => (await answerOf(athlete, id))?.about?.corrections.shoe;
  const { shoes } = await athlete.shoes(now());
  const shoe = shoes.find(({ name }) => name === 'Old ones')?.id ?? '';
  await athlete.deleteShoe(shoe, now().nowS);
  await corrected(athlete, id, { name: 'Mine' });
  expect(await said()).toBeUndefined();
  await athlete.restoreShoe(shoe);
  expect(await said()).toBe('Old ones');
  await corrected(athlete, id, { shoe: null });
  expect(await said()).toBeUndefined();
});

test('a run that is left out is in no running number, but listed', async () => {
  const { athlete, id } = await filled();
  const before = await stateOf(athlete, id);
  await corrected(athlete, id, { excluded: true });
  const { runs } = await athlete.runs(now(), null);
  const { ascentM, load } = before.run?.exposure ?? {};
  expect([ascentM, load?.loadAeKm]).toEqual([expect.any(Number), expect.any(Number)]);
  expect(runs.find((run) => run.id === id)).toMatchObject({
    ...{ leftOut: 'excluded', ascentM, fastM: null, loadAeKm: load?.loadAeKm },
  });
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
