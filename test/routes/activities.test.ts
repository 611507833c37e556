import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { ActivitySummary } from '../../src/athlete/activity-table.ts';
import type { RunDetailView } from '../../web/pages/run-page.tsx';
import { Browser, gzip } from './browser.ts';
import { rideOn, runOn } from './watch-files.ts';

async function idsOf(browser: Browser): Promise<string[]> {
  const { activities } = await browser.json<{ activities: ActivitySummary[] }>('/api/activities');
  return activities.map((activity) => activity.id);
}

const runCount = async (browser: Browser) =>
  (await browser.json<{ status: { runCount: number } }>('/api/dashboard')).status.runCount;

test('activities are listed newest first, whatever the order of import', async () => {
  const browser = new Browser();
  for (const day of [2, 0, 1]) await browser.upload(runOn(day, 3_000));
  const { activities } = await browser.json<{ activities: ActivitySummary[] }>('/api/activities');
  expect(activities.map((activity) => activity.localDate)).toEqual([
    '2026-03-04',
    '2026-03-03',
    '2026-03-02',
  ]);
});

test('a removed run counts nowhere, stays removed when its file is sent again, and can be restored', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 3_000));
  await browser.upload(runOn(1, 4_000));
  const before = await browser.json('/api/dashboard');
  const [id = ''] = await idsOf(browser);
  expect((await browser.change('DELETE', `/api/activities/${id}`)).status).toBe(204);
  expect((await browser.change('DELETE', `/api/activities/${id}`)).status).toBe(204);
  expect(await idsOf(browser)).toHaveLength(1);
  expect(await runCount(browser)).toBe(1);
  expect((await browser.request(`/api/activities/${id}`)).status).toBe(404);
  expect(await browser.page(`/runs/${id}`)).toContain('<h1>Deleted: Running, 4.0\u00a0km');

  const [again] = await browser.upload(runOn(1, 4_000));
  expect(again).toMatchObject({ status: 'duplicate', activityId: id });
  expect(again?.reason).toContain('restored');
  expect(await runCount(browser)).toBe(1);

  expect((await browser.change('POST', `/api/activities/${id}/restore`)).status).toBe(204);
  expect(await browser.json('/api/dashboard')).toEqual(before);
});

test('an unknown activity can be neither removed nor restored', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 3_000));
  expect((await browser.change('DELETE', '/api/activities/unknown')).status).toBe(404);
  expect((await browser.change('POST', '/api/activities/unknown/restore')).status).toBe(404);
});

test('a run in detail is told from its kept bytes: segments, heaviest stretch and series', async () => {
  const browser = new Browser();
  const segments = [
    { distanceM: 3_000, speedMps: 2.78 },
    { distanceM: 1_000, speedMps: 2.5, gradePercent: 9 },
    { distanceM: 2_000, speedMps: 2.78 },
  ];
  const [added] = await browser.upload(await gzip(runOn(0, 0, { segments })), '?name=hill.fit.gz');
  const path = `/api/activities/${added?.activityId}`;
  const { course, exposure, ...run } = await browser.json<RunDetailView>(path);
  expect(run).toMatchObject({
    id: added?.activityId,
    fileName: 'hill.fit.gz',
    localDate: '2026-03-02',
    utcOffsetS: 3600,
    flags: [],
    previousId: null,
    nextId: null,
  });
  expect(exposure.distanceM).toBe(6_000);
  expect(course?.segments).toHaveLength(6);
  expect(course?.heaviest).toMatchObject({ first: 3, last: 3 });
  expect(course?.series?.distanceM).toHaveLength(400);

  await browser.change('PATCH', '/api/settings', { units: 'mi' });
  expect((await browser.json<RunDetailView>(path)).course?.segments).toHaveLength(4);
});

test('a run whose bytes are lost is shown by its totals alone', async () => {
  const browser = new Browser();
  const [added] = await browser.upload(runOn(0, 5_000));
  const { objects } = await env.FILES.list({ prefix: `athletes/${await browser.athleteId()}/` });
  await env.FILES.delete(objects.map((object) => object.key));
  const run = await browser.json<RunDetailView>(`/api/activities/${added?.activityId}`);
  expect([run.exposure.distanceM, run.course]).toEqual([5_000, null]);
  expect((await browser.request(`/runs/${added?.activityId}`)).status).toBe(200);
});

test('what is no run has no run detail', async () => {
  const browser = new Browser();
  const [ride] = await browser.upload(rideOn(0, 20_000));
  expect((await browser.request(`/api/activities/${ride?.activityId}`)).status).toBe(404);
});
