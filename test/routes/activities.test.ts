import { expect, test } from 'vitest';
import type { ActivitySummary } from '../../src/athlete/activity-table.ts';
import { Browser } from './browser.ts';
import { runOn } from './watch-files.ts';

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
  expect((await browser.request(`/runs/${id}`)).status).toBe(404);

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
