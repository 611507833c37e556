import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import type { ActivitySummary } from '../../src/athlete/activity-table.ts';
import { MAX_FILE_BYTES } from '../../src/athlete/kept-file.ts';
import type { Settings } from '../../src/athlete/settings.ts';
import { Browser, gzip, ORIGIN } from './browser.ts';
import { brickOn, rideOn, runOn } from './watch-files.ts';

const activitiesOf = async (browser: Browser): Promise<ActivitySummary[]> =>
  (await browser.json<{ activities: ActivitySummary[] }>('/api/activities')).activities;

const dashboardOf = (browser: Browser) => browser.json<DashboardView>('/api/dashboard');

test('a run is added, and the dashboard holds its distance to the metre', async () => {
  const browser = new Browser();
  const [result, ...others] = await browser.upload(runOn(0, 10_000), '?name=morning.fit');
  expect(result).toEqual({ status: 'added', activityId: expect.any(String), warnings: [] });
  expect(others).toEqual([]);
  const { weeks } = await dashboardOf(browser);
  expect(weeks.map((week) => week.quantities.distanceM.value)).toEqual([10_000]);
});

test('the same bytes again are a duplicate of the same activity, and nothing changes', async () => {
  const browser = new Browser();
  const [first] = await browser.upload(runOn(0, 10_000));
  const before = await dashboardOf(browser);
  const [second] = await browser.upload(runOn(0, 10_000), '?name=another-name.fit');
  expect(second).toEqual({
    status: 'duplicate',
    activityId: first?.activityId,
    reason: 'Duplicate of the 2 Mar 2026 run',
    warnings: [],
  });
  expect(await dashboardOf(browser)).toEqual(before);
});

test('a file for a runner who is known is refused once the session is gone, and makes no other runner', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 10_000));
  expect((await browser.upload(runOn(1, 5_000), '?runner=known'))[0]?.status).toBe('added');
  browser.cookies.clear();
  const answer = await browser.post(runOn(2, 5_000), '?runner=known');
  expect(answer.status).toBe(401);
  expect(browser.cookies.size).toBe(0);
  expect((await browser.post(runOn(2, 5_000), '?runner=any')).status).toBe(400);
  expect((await browser.upload(runOn(2, 5_000)))[0]?.status).toBe('added');
});

test('a gzipped file is the same file: inflated, kept as sent, found again by its raw bytes', async () => {
  const browser = new Browser();
  const raw = runOn(0, 8_000);
  const compressed = await gzip(raw);
  const [first] = await browser.upload(compressed, '?name=run.fit.gz');
  expect(first?.status).toBe('added');
  expect((await browser.upload(raw))[0]?.status).toBe('duplicate');
  const prefix = `athletes/${await browser.athleteId()}/`;
  const { objects } = await env.FILES.list({ prefix });
  expect(objects.map((object) => object.size)).toEqual([compressed.length]);
});

test('each activity of a file has a result; a ride is kept as context and stays out of running numbers', async () => {
  const browser = new Browser();
  const results = await browser.upload(brickOn(0, 40_000, 5_000));
  expect(results.map(({ status, sport }) => [status, sport])).toEqual([
    ['not-a-run', 'Cycling'],
    ['added', undefined],
  ]);
  const activities = await activitiesOf(browser);
  expect(activities.map(({ sport, isRun }) => [sport, isRun])).toEqual([
    ['running', true],
    ['cycling', false],
  ]);
  const { weeks, status } = await dashboardOf(browser);
  expect(status.runCount).toBe(1);
  expect(weeks.map((week) => week.quantities.distanceM.value)).toEqual([5_000]);
  const again = await browser.upload(brickOn(0, 40_000, 5_000));
  expect(again.map((result) => result.status)).toEqual(['duplicate', 'duplicate']);
});

test('a ride alone makes no dashboard', async () => {
  const browser = new Browser();
  expect((await browser.upload(rideOn(0, 40_000)))[0]?.status).toBe('not-a-run');
  expect((await dashboardOf(browser)).status.kind).toBe('empty');
});

test('a file that cannot be read fails with a reason, keeps nothing and makes no athlete', async () => {
  const browser = new Browser();
  const noise = new Uint8Array(2_000).fill(7);
  const [result] = await browser.upload(noise, '?name=noise.fit');
  expect(result?.status).toBe('failed');
  expect(result?.reason).toContain('sports watch');
  expect(browser.cookies.size).toBe(0);
});

test('a truncated file gives what could be read, with a warning', async () => {
  const browser = new Browser();
  const whole = runOn(0, 10_000);
  const [result] = await browser.upload(whole.slice(0, whole.length * 0.6));
  expect(result?.status).toBe('added');
  expect(result?.warnings.length).toBeGreaterThan(0);
  const [activity] = await activitiesOf(browser);
  expect(activity?.distanceM).toBeGreaterThan(4_000);
  expect(activity?.distanceM).toBeLessThan(7_000);
});

test('an empty body is a problem of the request', async () => {
  const answer = await new Browser().post(new Uint8Array());
  expect(answer.status).toBe(400);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await answer.json()).toEqual({
    type: 'urn:achilles-watch:problem:body-missing',
    title: 'The request is empty',
    status: 400,
    detail: expect.any(String),
  });
});

test('a body declared too long is refused, and so is one that grows too long while it is read', async () => {
  const browser = new Browser();
  const declared = await browser.post(new Uint8Array(MAX_FILE_BYTES + 1));
  expect(declared.status).toBe(413);

  let sentBytes = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sentBytes += 1_000_000;
      controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  const init = { method: 'POST', body: endless, headers: { Origin: ORIGIN } };
  expect((await browser.request('/api/imports', init)).status).toBe(413);
  expect(sentBytes).toBeLessThan(MAX_FILE_BYTES + 5_000_000);
});

test('a gzip bomb is stopped at the limit', async () => {
  const bomb = await gzip(new Uint8Array(MAX_FILE_BYTES + 1));
  expect(bomb.length).toBeLessThan(65_000);
  const [result] = await new Browser().upload(bomb);
  expect(result?.status).toBe('failed');
  expect(result?.reason).toContain('20 MB');
});

test('what was added of half a file says so, and how much came in', async () => {
  const whole = runOn(0, 3_000);
  const [result] = await new Browser().upload(whole.slice(0, whole.length / 2));
  expect(result).toMatchObject({ status: 'added', isDamaged: true });
  expect(result?.warnings[0]).toMatch(/the first \d+ samples \(.+\) were kept/);
});

test('a damaged gzip file fails with a reason', async () => {
  const compressed = await gzip(runOn(0, 3_000));
  const [result] = await new Browser().upload(compressed.slice(0, compressed.length / 2));
  expect(result?.status).toBe('failed');
  expect(result?.reason).toContain('damaged or incomplete');
});

test('the session cookie is bound to this host, unreadable for scripts and lasts as long as browsers allow', async () => {
  const answer = await new Browser().post(runOn(0, 3_000));
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-sid=[A-Za-z0-9_-]{43};/);
  const attributes = cookie.split('; ').slice(1).sort();
  expect(attributes).toEqual(['HttpOnly', 'Max-Age=34560000', 'Path=/', 'SameSite=Lax', 'Secure']);
});

test('the time zone sent with the first file becomes the setting; later ones do not change it', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 3_000), '?timeZone=Europe/Berlin');
  await browser.upload(runOn(1, 3_000), '?timeZone=Asia/Tokyo');
  expect((await browser.json<Settings>('/api/settings')).timeZone).toBe('Europe/Berlin');
});

test('a file without its own offset is dated in the time zone it is sent with', async () => {
  const lateInLondon = { startTimeS: 1_772_490_600, utcOffsetS: null }; // 2 March 22:30 UTC
  const inTokyo = new Browser();
  await inTokyo.upload(runOn(0, 3_000, lateInLondon), '?timeZone=Asia/Tokyo');
  expect((await activitiesOf(inTokyo))[0]?.localDate).toBe('2026-03-03');
  const inLondon = new Browser();
  await inLondon.upload(runOn(0, 3_000, lateInLondon), '?timeZone=Europe/London');
  expect((await activitiesOf(inLondon))[0]?.localDate).toBe('2026-03-02');
});

test('an unknown time zone is refused', async () => {
  const answer = await new Browser().post(runOn(0, 3_000), '?timeZone=Mars/Olympus');
  expect(answer.status).toBe(400);
  expect((await answer.json<{ detail: string }>()).detail).toContain('timeZone');
});

test('what was imported is still there after the object was evicted from memory', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 10_000));
  const before = await dashboardOf(browser);
  await evictDurableObject(await browser.athlete());
  expect(await dashboardOf(browser)).toEqual(before);
  expect((await browser.upload(runOn(0, 10_000)))[0]?.status).toBe('duplicate');
});

test('an import that breaks off between its parts leaves no part behind, and sending it again completes it', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 10_000));
  const athlete = await browser.athlete();
  const before = await dashboardOf(browser);
  await runInDurableObject(athlete, (_, { storage }) => {
    storage.sql.exec(`CREATE TRIGGER disk_full BEFORE INSERT ON activities WHEN NEW.session_index = 1
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
  });
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const broken = await browser.post(brickOn(2, 20_000, 5_000));
  log.mockRestore();
  expect(broken.status).toBe(500);
  await evictDurableObject(athlete);
  expect(await dashboardOf(browser)).toEqual(before);
  expect(await activitiesOf(browser)).toHaveLength(1);
  const prefix = `athletes/${await browser.athleteId()}/`;
  expect((await env.FILES.list({ prefix })).objects).toHaveLength(2);

  await runInDurableObject(athlete, (_, { storage }) => {
    storage.sql.exec('DROP TRIGGER disk_full');
  });
  const results = await browser.upload(brickOn(2, 20_000, 5_000));
  expect(results.map((result) => result.status)).toEqual(['not-a-run', 'added']);
  expect(await activitiesOf(browser)).toHaveLength(3);
});

test('two uploads of one file at the same time add it once', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 5_000));
  const both = await Promise.all([1, 2].map(() => browser.upload(runOn(1, 6_000))));
  expect(
    both
      .flat()
      .map((result) => result.status)
      .sort(),
  ).toEqual(['added', 'duplicate']);
  expect(await activitiesOf(browser)).toHaveLength(2);
});
