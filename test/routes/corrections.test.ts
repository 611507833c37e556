import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { encodeGpx } from '../../fixtures/encode-gpx.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import type { ListedActivity } from '../../src/athlete/listed-activities.ts';
import type { RunDetailView } from '../../web/pages/run-page.tsx';
import { Browser } from './browser.ts';
import { MONDAY_MORNING_S, rideOn, runOn } from './watch-files.ts';

/** What is shown of everything. */
async function stateOf(browser: Browser, id: string) {
  return {
    run: await browser.json<RunDetailView>(`/api/activities/${id}`),
    dashboard: await browser.json<DashboardView>('/api/dashboard'),
    ...(await browser.json<{ activities: ListedActivity[] }>('/api/activities')),
  };
}

async function withRun(bytes: Uint8Array, query = '?name=run.fit') {
  const browser = new Browser();
  const [added] = await browser.upload(bytes, query);
  const id = added?.activityId ?? '';
  return { browser, id, path: `/api/activities/${id}`, before: await stateOf(browser, id) };
}

const weekM = ({ dashboard }: { dashboard: DashboardView }) =>
  dashboard.weeks.map((week) => week.quantities.distanceM.value);

test('a corrected distance rescales the whole run, the original stays, and undoing it restores every number', async () => {
  const { browser, id, path, before } = await withRun(runOn(0, 10_000));
  const answer = await browser.change('PATCH', path, { distanceM: 12_000 });
  expect(await answer.json()).toEqual({ activityId: id });
  const after = await stateOf(browser, id);
  expect(after.run.exposure.distanceM).toBe(12_000);
  expect(after.run.course?.segments).toHaveLength(12);
  expect(after.run.exposure.top10sSpeedMps).toBeCloseTo(
    1.2 * (before.run.exposure.top10sSpeedMps ?? 0),
    1,
  );
  expect(weekM(after)).toEqual([12_000]);
  expect(after.run.about?.original.distanceM).toBe(10_000);
  expect(after.run.about?.corrections).toEqual({ distanceM: 12_000 });

  await evictDurableObject(await browser.athlete());
  expect(await stateOf(browser, id)).toEqual(after);
  expect((await browser.change('DELETE', `${path}/corrections`)).status).toBe(200);
  expect(await stateOf(browser, id)).toEqual(before);
});

/** Another person's watch, started at the same time and worn as long on a shorter way. */
const SLOWER = runOn(0, 9_000, { segments: [{ distanceM: 9_000, speedMps: 2.502 }] });

test('a corrected distance makes no other run of two that begin together: both count', async () => {
  const { browser, path } = await withRun(SLOWER);
  const [other] = await browser.upload(runOn(0, 10_000));
  expect(other?.status).toBe('added');
  await browser.change('PATCH', path, { distanceM: 10_000 });
  const after = await stateOf(browser, other?.activityId ?? '');
  expect(after.activities.map(({ twinOf }) => twinOf)).toEqual([null, null]);
  expect(weekM(after)).toEqual([20_000]);
});

test('a corrected distance makes no two runs of two recordings of one', async () => {
  const { browser, id, path } = await withRun(runOn(0, 10_000, { recording: 'every-second' }));
  await browser.change('PATCH', path, { distanceM: 12_000 });
  expect(await browser.upload(runOn(0, 10_000))).toMatchObject([
    { status: 'duplicate', twinOf: id },
  ]);
  expect(weekM(await stateOf(browser, id))).toEqual([12_000]);
});

test.each([3_000, 30_000])(
  'a distance of %s m holds against a file that says 10 km',
  async (metres) => {
    const { browser, id, path } = await withRun(runOn(0, 10_000));
    await browser.change('PATCH', path, { distanceM: metres });
    const { run, dashboard } = await stateOf(browser, id);
    expect(run.course?.segments).toHaveLength(metres / 1000);
    expect(weekM({ dashboard })).toEqual([metres]);
  },
);

test('null takes back one correction and leaves the others', async () => {
  const { browser, path, id } = await withRun(runOn(0, 10_000));
  await browser.change('PATCH', path, { distanceM: 12_000, shoe: 'Blue ones', name: 'Intervals' });
  await browser.change('PATCH', path, { distanceM: null });
  const { run, activities } = await stateOf(browser, id);
  expect(run.exposure.distanceM).toBe(10_000);
  expect(run.about).toMatchObject({ shoe: 'Blue ones', name: 'Intervals' });
  expect(activities[0]?.name).toBe('Intervals');
});

test('a correction outlives a new analysis and another import of the file', async () => {
  const { browser, id, path } = await withRun(runOn(0, 10_000));
  await browser.change('PATCH', path, { distanceM: 12_000, surface: 'treadmill' });
  const after = await stateOf(browser, id);
  expect(after.run.subSport).toBe('treadmill');
  expect((await browser.upload(runOn(0, 10_000)))[0]?.status).toBe('duplicate');
  const athlete = await browser.athlete();
  await runInDurableObject(athlete, (_, { storage }) => {
    storage.sql.exec("UPDATE activities SET analysis_version = 'older'");
  });
  await evictDurableObject(athlete);
  await browser.json('/api/activities');
  expect(await runDurableObjectAlarm(athlete)).toBe(true);
  expect(await stateOf(browser, id)).toEqual(after);
});

test('a run that is left out is in no running number, still listed and marked, and counts again when that is undone', async () => {
  const { browser, id, path, before } = await withRun(runOn(0, 10_000));
  await browser.upload(runOn(2, 5_000));
  const both = await stateOf(browser, id);
  await browser.change('PATCH', path, { excluded: true });
  const without = await stateOf(browser, id);
  expect(weekM(without)).toEqual([5_000]);
  expect(without.dashboard.status.runCount).toBe(1);
  expect(without.run.about?.leftOut).toBe('excluded');
  expect(without.run.exposure).toEqual(before.run.exposure);
  expect(without.activities.map(({ isExcluded }) => isExcluded)).toEqual([false, true]);
  const row = /<tr>(?:(?!<\/tr>).)*Left out.*?<\/tr>/s.exec(await browser.page('/runs'))?.[0] ?? '';
  expect(row.match(/(?<=<td[^>]*>)[^<]+/g)).toEqual(['10.0', '59:57', '6:00', '0', '–', '10.0']);
  expect(await browser.page(`/runs/${id}`)).toContain('You left this run out');
  await browser.change('PATCH', path, { excluded: false });
  expect(await stateOf(browser, id)).toEqual(both);
});

test('a run that was a ride counts nowhere; a ride that was a run counts', async () => {
  const { browser, id, path, before } = await withRun(runOn(0, 10_000));
  await browser.change('PATCH', path, { sport: 'cycling' });
  const ride = await stateOf(browser, id);
  expect(ride.dashboard.status.kind).toBe('empty');
  expect(ride.activities).toMatchObject([{ sport: 'cycling', family: 'cycling', isRun: false }]);
  expect(ride.run.about).toMatchObject({ leftOut: 'not-a-run', original: { sport: 'running' } });
  await browser.change('PATCH', path, { sport: null });
  expect(await stateOf(browser, id)).toEqual(before);

  const [added] = await browser.upload(rideOn(2, 9_000));
  await browser.change('PATCH', `/api/activities/${added?.activityId}`, { sport: 'running' });
  expect(weekM(await stateOf(browser, id))).toEqual([19_000]);
  await browser.change('DELETE', `/api/activities/${added?.activityId}/corrections`);
  expect(await stateOf(browser, id)).toMatchObject({ dashboard: before.dashboard });
});

test('a corrected run stays the one that is kept, and a corrected distance does not make its twin another run', async () => {
  const { browser, id, path } = await withRun(runOn(0, 10_000));
  await browser.change('PATCH', path, { distanceM: 12_000 });
  const rich = runOn(0, 10_000, { recording: 'every-second' });
  const [twin] = await browser.upload(rich, '?name=watch.fit');
  expect(twin).toMatchObject({ status: 'duplicate', activityId: id, twinOf: id });
  expect(weekM(await stateOf(browser, id))).toEqual([12_000]);

  const answer = await browser.change('DELETE', `${path}/corrections`);
  const { activityId } = await answer.json<{ activityId: string }>();
  expect(activityId).not.toBe(id);
  expect((await stateOf(browser, id)).run).toMatchObject({ id: activityId, fileName: 'watch.fit' });
});

test('what is no correction is refused with a problem', async () => {
  const { browser, path, id, before } = await withRun(runOn(0, 10_000));
  for (const change of [
    { distanceM: 0 },
    { distanceM: 1_000_001 },
    { distanceM: '10' },
    { surface: 'sand' },
    { sport: '<script>' },
    { shoe: '' },
    { name: 'n'.repeat(256) },
    { id: 'other' },
  ]) {
    const answer = await browser.change('PATCH', path, change);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([
      400,
      'application/problem+json',
    ]);
  }
  expect((await browser.change('PATCH', '/api/activities/unknown', { shoe: 'a' })).status).toBe(
    404,
  );
  expect((await browser.change('DELETE', '/api/activities/unknown/corrections')).status).toBe(404);
  expect(await stateOf(browser, id)).toEqual(before);
});

test('a run whose bytes are lost keeps its numbers, but can be named and left out', async () => {
  const { browser, path, id } = await withRun(runOn(0, 10_000));
  const { objects } = await env.FILES.list({ prefix: `athletes/${await browser.athleteId()}/` });
  await env.FILES.delete(objects.map((object) => object.key));
  expect((await browser.change('PATCH', path, { distanceM: 9_000 })).status).toBe(409);
  expect((await browser.change('PATCH', path, { name: 'Race', excluded: true })).status).toBe(200);
  const { run } = await stateOf(browser, id);
  expect([run.exposure.distanceM, run.about?.name]).toEqual([10_000, 'Race']);
});

test('the form corrects without JavaScript, in the runner’s units, lists what was changed and undoes it', async () => {
  const { browser, id, before } = await withRun(runOn(0, 10_000));
  await browser.change('PATCH', '/api/settings', { units: 'mi' });
  const unchanged = { name: '', distance: '6.21', sport: 'running', surface: '', shoe: '' };
  await browser.submit(`/runs/${id}/correct`, unchanged);
  const untouched = await browser.json<RunDetailView>(`/api/activities/${id}`);
  expect(untouched.about?.corrections).toEqual({});
  const answer = await browser.submit(`/runs/${id}/correct`, {
    ...unchanged,
    distance: '7',
    surface: 'road',
    shoe: 'Red ones',
  });
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    `/runs/${id}#correct-title`,
  ]);
  const page = (await browser.page(`/runs/${id}`)).replaceAll(/<[^>]+>/g, '');
  expect(page).toContain('7.0\u00a0mi, was 6.2\u00a0mi');
  expect(page).toContain('Red ones, was not known');
  const { exposure } = await browser.json<RunDetailView>(`/api/activities/${id}`);
  expect(exposure.distanceM).toBeCloseTo(7 * 1609.344, 6);

  await browser.submit(`/runs/${id}/corrections/undo`, {});
  await browser.change('PATCH', '/api/settings', { units: 'km' });
  const after = await stateOf(browser, id);
  // A shoe once named is known from then on.
  const about = { ...before.run.about, shoes: ['Red ones'] };
  expect(after).toEqual({ ...before, run: { ...before.run, about } });
  expect((await browser.submit(`/runs/${id}/correct`, { distance: 'far' })).status).toBe(400);
});

test('what an archive says is shown: title, gear, and the sport where the file names none', async () => {
  const track = (type: string | null) =>
    encodeGpx(
      syntheticRun({
        segments: [{ distanceM: 5_000, speedMps: 2.78 }],
        startTimeS: MONDAY_MORNING_S,
        position: { latitudeDeg: 0, longitudeDeg: -30 },
      }),
      { type, name: null },
    );
  const query = '?title=Tempo%20day&gear=Old%20faithful&sportHint=Ride';
  const { browser, id, before } = await withRun(track('running'), query);
  expect(before.run.about).toMatchObject({ name: 'Tempo day', shoe: 'Old faithful' });
  expect(await browser.page('/runs')).toContain('Tempo day');
  expect(await browser.page(`/runs/${id}`)).toContain('Tempo day');

  const other = new Browser();
  const [hinted] = await other.upload(track(null), '?sportHint=Ride');
  expect(hinted?.status).toBe('not-a-run');
  expect(hinted?.warnings.join()).not.toContain('which sport');
  const guessed = new Browser();
  expect((await guessed.upload(track(null)))[0]?.status).toBe('added');
  expect((await browser.post(track(null), `?title=${'t'.repeat(256)}`)).status).toBe(400);
});

test('a ride that its watch calls a run counts nowhere, until the runner says that it was one', async () => {
  const browser = new Browser();
  const ride = { segments: [{ distanceM: 10_000, speedMps: 7 }] };
  const [kept] = await browser.upload(runOn(0, 10_000, ride));
  expect(kept).toMatchObject({
    status: 'not-a-run',
    warnings: [expect.stringContaining('moves like a ride')],
  });
  const path = `/api/activities/${kept?.activityId}`;
  const weeks = async () => weekM({ dashboard: await browser.json('/api/dashboard') });
  expect(await weeks()).toEqual([]);
  expect((await browser.change('PATCH', path, { sport: 'running' })).status).toBe(200);
  expect(await weeks()).toEqual([10_000]);
  expect((await browser.change('DELETE', `${path}/corrections`)).status).toBe(200);
  expect(await weeks()).toEqual([]);
});
