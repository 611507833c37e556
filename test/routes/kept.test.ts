import { runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { encodeGpx } from '../../fixtures/encode-gpx.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import type { ListedActivity } from '../../src/athlete/listed-activities.ts';
import { Browser } from './browser.ts';
import { MONDAY_MORNING_S, rideOn, runOn } from './watch-files.ts';

const GPX = encodeGpx(
  syntheticRun({
    segments: [{ distanceM: 10_000, speedMps: 2.78 }],
    startTimeS: MONDAY_MORNING_S,
    position: { latitudeDeg: 0, longitudeDeg: -30 },
    recording: 'smart',
  }),
);

const BATCH = '3b6a27bc-0000-4000-8000-000000000001';
const OTHER_SPORTS = '/runs?show=other-sports';
const DELETED = '/runs?show=deleted';

const dashboardOf = (browser: Browser) => browser.json<DashboardView>('/api/dashboard');
const activitiesOf = (browser: Browser) =>
  browser.json<{ activities: ListedActivity[] }>('/api/activities');

/** Addresses of the activities that a page links to, in its order. */
const linked = (page: string): string[] =>
  [...page.matchAll(/href="\/runs\/([^"]+)"/g)].map(([, id = '']) => id);

async function idOf(browser: Browser, bytes: Uint8Array, query = ''): Promise<string> {
  return (await browser.upload(bytes, query))[0]?.activityId ?? '';
}

test('a ride has a page and a list of its own, is a run when the runner says so, and that can be taken back', async () => {
  const browser = new Browser();
  const run = await idOf(browser, runOn(0, 10_000));
  expect(await browser.page('/runs')).not.toContain(OTHER_SPORTS);
  const ride = await idOf(browser, rideOn(2, 9_000), '?name=ride.fit');
  const before = await dashboardOf(browser);
  expect(await browser.page('/runs')).toContain(OTHER_SPORTS);
  expect(linked(await browser.page('/runs'))).toEqual([run]);
  expect(linked(await browser.page(OTHER_SPORTS))).toEqual([ride]);
  const page = await browser.page(`/runs/${ride}`);
  expect(page).toContain('<h1>Cycling, 9.0\u00a0km, Wed 4 Mar 2026</h1>');
  expect(page).toContain('Stays out of every running number.');

  const answer = await browser.submit(`/runs/${ride}/sport`, { sport: 'running' });
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/runs/${ride}`]);
  expect((await dashboardOf(browser)).status.runCount).toBe(2);
  expect(linked(await browser.page('/runs'))).toEqual([ride, run]);
  expect(await browser.page(`/runs/${ride}`)).toContain('was Cycling');

  await browser.submit(`/runs/${ride}/corrections/undo`, {});
  expect(await dashboardOf(browser)).toEqual(before);
  expect(await browser.page(`/runs/${ride}`)).toContain('Stays out of every running number.');
});

test('a run that the runner calls a ride is listed with the other sports and keeps its way back', async () => {
  const browser = new Browser();
  const id = await idOf(browser, runOn(0, 10_000));
  await browser.change('PATCH', `/api/activities/${id}`, { sport: 'cycling' });
  expect(linked(await browser.page('/runs'))).toEqual([]);
  expect(linked(await browser.page(OTHER_SPORTS))).toEqual([id]);
  const page = await browser.page(`/runs/${id}`);
  expect(page).toContain('You said this is not a run');
  expect(page).toContain('Undo all changes');
});

test('deleting a run takes all its recordings, lists it once, and restoring it brings everything back', async () => {
  const browser = new Browser();
  await browser.upload(runOn(1, 5_000));
  const run = await idOf(browser, runOn(0, 10_000), '?name=watch.fit');
  await browser.upload(GPX, '?name=service.gpx');
  const before = { ...(await activitiesOf(browser)), dashboard: await dashboardOf(browser) };
  const twin = before.activities.find(({ id }) => id === run)?.twins[0] ?? '';
  expect(await browser.page(`/runs/${run}`)).toContain('and so does its other recording.');

  const answer = await browser.submit(`/runs/${run}/delete`, {});
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/runs/${run}`]);
  expect((await activitiesOf(browser)).activities).toHaveLength(1);
  expect((await dashboardOf(browser)).status.runCount).toBe(1);
  expect(linked(await browser.page(DELETED))).toEqual([run]);
  for (const id of [run, twin]) {
    const page = await browser.page(`/runs/${id}`);
    expect(page).toContain('<h1>Deleted: Running, 10.0\u00a0km, Mon 2 Mar 2026</h1>');
    expect(page).toContain(`action="/runs/${run}/restore"`);
  }
  expect((await browser.upload(runOn(0, 10_000)))[0]?.reason).toContain('can be restored');
  expect((await dashboardOf(browser)).status.runCount).toBe(1);

  const restored = await browser.submit(`/runs/${run}/restore`, {});
  expect([restored.status, restored.headers.get('Location')]).toEqual([303, `/runs/${run}`]);
  expect({ ...(await activitiesOf(browser)), dashboard: await dashboardOf(browser) }).toEqual(
    before,
  );
  expect(await browser.page('/runs')).not.toContain(DELETED);
});

test('a recording that was deleted by itself stays deleted when its run is deleted and restored', async () => {
  const browser = new Browser();
  const run = await idOf(browser, runOn(0, 10_000, { recording: 'every-second' }));
  await browser.upload(GPX);
  const twin = (await activitiesOf(browser)).activities[0]?.twins[0] ?? '';
  await browser.change('DELETE', `/api/activities/${twin}`);
  const earlier = 'UPDATE activities SET deleted_at = deleted_at - 60 WHERE deleted_at IS NOT NULL';
  await runInDurableObject(await browser.athlete(), (_, { storage }) => {
    storage.sql.exec(earlier);
  });
  await browser.submit(`/runs/${run}/delete`, {});
  expect(linked(await browser.page(DELETED)).sort()).toEqual([run, twin].sort());
  await browser.submit(`/runs/${run}/restore`, {});
  expect((await activitiesOf(browser)).activities).toMatchObject([{ id: run, twins: [] }]);
  expect(linked(await browser.page(DELETED))).toEqual([twin]);
});

test('a ride can be deleted and restored like a run', async () => {
  const browser = new Browser();
  const ride = await idOf(browser, rideOn(0, 20_000));
  await browser.submit(`/runs/${ride}/delete`, {});
  expect(linked(await browser.page(OTHER_SPORTS))).toEqual([]);
  expect(await browser.page(DELETED)).toContain('Cycling');
  await browser.submit(`/runs/${ride}/restore`, {});
  expect(linked(await browser.page(OTHER_SPORTS))).toEqual([ride]);
  expect(await browser.page(DELETED)).toContain('Nothing is deleted.');
});

test('a list shows one year at a time, and the newest for one without any of it', async () => {
  const browser = new Browser();
  const older = await idOf(browser, rideOn(-100, 20_000));
  const newer = await idOf(browser, rideOn(0, 20_000));
  expect(linked(await browser.page(OTHER_SPORTS))).toEqual([newer]);
  expect(linked(await browser.page(`${OTHER_SPORTS}&year=2025`))).toEqual([older]);
  expect(linked(await browser.page(`${OTHER_SPORTS}&year=1999`))).toEqual([newer]);
});

test('nothing of another athlete, of an upload that is undone or of no one is shown, deleted or restored', async () => {
  const [browser, stranger] = [new Browser(), new Browser()];
  const ride = await idOf(browser, rideOn(0, 20_000), `?batch=${BATCH}`);
  await stranger.upload(runOn(0, 5_000));
  for (const id of [ride, 'unknown']) {
    expect((await stranger.request(`/runs/${id}`)).status).toBe(404);
    for (const verb of ['delete', 'restore']) {
      expect((await stranger.submit(`/runs/${id}/${verb}`, {})).status).toBe(404);
    }
    expect((await stranger.submit(`/runs/${id}/sport`, { sport: 'running' })).status).toBe(404);
  }
  expect((await browser.request(`/runs/${ride}`)).status).toBe(200);
  await browser.change('POST', `/api/imports/batches/${BATCH}/undo`);
  expect((await browser.request(`/runs/${ride}`)).status).toBe(404);
  expect((await browser.submit(`/runs/${ride}/sport`, { sport: '<b>' })).status).toBe(400);
  expect((await browser.request('/runs?show=all')).status).toBe(400);
});

test('a run’s page says what was found in its file, once, and what can be done about it', async () => {
  const browser = new Browser();
  const page = await browser.page(`/runs/${await idOf(browser, GPX)}`);
  expect(page.match(/in which time zone it was recorded/g)).toHaveLength(1);
  expect(page).toContain('set your time zone in Settings.');
});

test('a sport of a check-in is listed with those of files, by its day, and leads to its check-in', async () => {
  const browser = new Browser();
  const ride = await idOf(browser, rideOn(2, 9_000), '?name=ride.fit');
  const say = (date: string, change: object) =>
    browser.change('PUT', `/api/check-ins/${date}`, change);
  await say('2026-03-05', { otherSport: { sport: 'tennis', durationMin: 90 } });
  await say('2026-03-03', { otherSport: { sport: 'soccer', durationMin: null } });
  await say('2026-03-02', { stiffness: 1 });
  const page = await browser.page(OTHER_SPORTS);
  expect([...page.matchAll(/class="kept-link" href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '/check-in?date=2026-03-05',
    `/runs/${ride}`,
    '/check-in?date=2026-03-03',
  ]);
  expect(page).toMatch(/Tennis.*from your check-in.*1:30:00/s);
  expect(page).toContain('<span class="count">3</span>');
  await say('2026-03-05', { otherSport: null });
  expect(await browser.page(OTHER_SPORTS)).toContain('<span class="count">2</span>');
});
