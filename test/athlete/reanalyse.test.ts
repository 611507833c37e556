import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import type { ActivitySummary } from '../../src/athlete/activity-table.ts';
import { Browser } from '../routes/browser.ts';
import { runOn } from '../routes/watch-files.ts';

/** As if an older version of the analysis had found half of every distance. */
async function age(browser: Browser): Promise<void> {
  const athlete = await browser.athlete();
  await runInDurableObject(athlete, (_, { storage }) => {
    storage.sql.exec(`UPDATE activities SET analysis_version = 'older', distance_m = distance_m / 2,
      exposure = json_set(exposure, '$.distanceM', exposure ->> '$.distanceM' / 2)`);
  });
  await evictDurableObject(athlete);
}

async function stateOf(browser: Browser) {
  const { activities } = await browser.json<{ activities: ActivitySummary[] }>('/api/activities');
  const { weeks } = await browser.json<DashboardView>('/api/dashboard');
  return { activities, weeks };
}

async function alarmsUntilDone(browser: Browser): Promise<number> {
  const athlete = await browser.athlete();
  let alarms = 0;
  while (await runDurableObjectAlarm(athlete)) alarms++;
  return alarms;
}

test('runs of an older analysis are analysed again from their kept bytes, and keep their ids', async () => {
  const browser = new Browser();
  for (const day of [0, 2, 4]) await browser.upload(runOn(day, 10_000 + day));
  const before = await stateOf(browser);
  await age(browser);
  expect((await stateOf(browser)).activities[0]?.distanceM).toBe(5_002);
  expect(await alarmsUntilDone(browser)).toBe(1);
  expect(await stateOf(browser)).toEqual(before);
});

test('many files are analysed again in several alarms', async () => {
  const browser = new Browser();
  for (let day = 0; day < 26; day++) await browser.upload(runOn(day, 1_000 + day));
  const before = await stateOf(browser);
  await age(browser);
  await stateOf(browser);
  expect(await alarmsUntilDone(browser)).toBe(2);
  expect(await stateOf(browser)).toEqual(before);
});

test('a run whose bytes are lost keeps its numbers and is not tried again', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 10_000));
  const { objects } = await env.FILES.list({ prefix: `athletes/${await browser.athleteId()}/` });
  await env.FILES.delete(objects.map((object) => object.key));
  await age(browser);
  expect((await stateOf(browser)).activities[0]?.distanceM).toBe(5_000);
  expect(await alarmsUntilDone(browser)).toBe(1);
  expect((await stateOf(browser)).activities[0]?.distanceM).toBe(5_000);
});

test('nothing is to be done while the analysis is the same', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 10_000));
  await evictDurableObject(await browser.athlete());
  await stateOf(browser);
  expect(await alarmsUntilDone(browser)).toBe(0);
});
