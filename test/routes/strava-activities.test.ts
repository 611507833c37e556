import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { ListedActivity } from '../../src/athlete/listed-activities.ts';
import type { RunDetailView } from '../../web/pages/run-page.tsx';
import { worked } from '../athlete/strava-connected.ts';
import { connect, fitFileOf, StravaBrowser, savedRun, stravaWith } from './simulated-strava.ts';
import { MONDAY_MORNING_S, runOn } from './watch-files.ts';

let browser: StravaBrowser;
let stravaIds: string[];
let stravaId: string;
let id: string;

beforeAll(async () => {
  stravaIds = await stravaWith(6);
});

/** Another athlete for each test, with a run of 5 km. */
beforeEach(async () => {
  stravaId = stravaIds.pop() ?? '';
  id = `strava-${await savedRun(stravaId)}`;
  browser = new StravaBrowser();
  await connect(browser, stravaId);
  await worked(await browser.athlete());
});

const activities = async () =>
  (await browser.json<{ activities: ListedActivity[] }>('/api/activities')).activities;

const runOf = (of: string) => browser.json<RunDetailView>(`/api/activities/${of}`);

test('activities of files and of Strava are listed together, newest first, each with its source', async () => {
  await browser.upload(runOn(0, 10_000));
  const all = await activities();
  expect(all.map(({ source }) => source).sort()).toEqual(['file', 'strava', 'strava', 'strava']);
  const starts = all.map(({ startTimeS }) => startTimeS);
  expect(starts).toEqual(starts.toSorted((one, other) => other - one));
  expect(starts).toContain(MONDAY_MORNING_S);
  expect(all.find((one) => one.id === id)).toEqual({
    ...{ id, source: 'strava', name: 'New run', sport: 'running', family: 'running' },
    ...{ subSport: null, startTimeS: expect.any(Number), utcOffsetS: expect.any(Number) },
    ...{ localDate: expect.any(String), distanceM: expect.closeTo(5000, 0) },
    ...{ timerS: expect.any(Number), elapsedS: expect.any(Number) },
    ...{ isRun: true, isExcluded: false, twinOf: null, isDeleted: false, twins: [] },
  });
});

test('the file of a run from Strava is said to join it, and can be told apart from it', async () => {
  const file = await fitFileOf(id.slice('strava-'.length));
  const [result] = await browser.upload(file, '?name=watch.fit');
  expect(result).toMatchObject({
    status: 'added',
    replaces: [id],
    reason: 'Joins the same run from Strava, and counts in its place',
  });
  const fileId = result?.activityId ?? '';
  const listed = async () => (await activities()).map((one) => one.id);
  expect(await listed()).toContain(fileId);
  expect(await listed()).not.toContain(id);
  const pair = `/api/activities/${fileId}/twins/${id}`;
  expect((await browser.change('POST', `${pair}/separate`)).status).toBe(204);
  expect(await listed()).toEqual(expect.arrayContaining([fileId, id]));
  expect((await browser.change('POST', `${pair}/join`)).status).toBe(204);
  expect(await browser.upload(file)).toMatchObject([{ status: 'duplicate', activityId: fileId }]);
  expect((await browser.upload(runOn(1, 7_000)))[0]).not.toHaveProperty('replaces');
});

test('the file of a ride from Strava counts nowhere, so it is not said to count in its place', async () => {
  const rideId = await savedRun(stravaId, { sport: 'cycling' });
  expect((await browser.change('POST', '/strava/sync')).status).toBe(303);
  await worked(await browser.athlete());
  const ofStrava = `strava-${rideId}`;
  expect((await activities()).map((one) => one.id)).toContain(ofStrava);
  const [result] = await browser.upload(await fitFileOf(rideId), '?name=ride.fit');
  expect((await activities()).map((one) => one.id)).not.toContain(ofStrava);
  expect(result).toMatchObject({ status: 'not-a-run', isRun: false });
  expect(result).not.toHaveProperty('reason');
  expect(result).not.toHaveProperty('replaces');
});

test('a run from Strava is corrected and taken back by the API, and by forms without JavaScript', async () => {
  const path = `/api/activities/${id}`;
  const change = { name: 'Tempo', surface: 'road', excluded: true };
  const answer = await browser.change('PATCH', path, change);
  expect([answer.status, await answer.json()]).toEqual([200, { activityId: id }]);
  expect((await runOf(id)).about).toMatchObject({
    ...{ source: 'strava', corrections: change, leftOut: 'excluded' },
    original: { name: 'New run', surface: null, sport: 'running' },
  });
  const page = (await browser.page(`/runs/${id}`)).replaceAll(/<[^>]+>/g, '');
  expect(page).toContain('Tempo, was New run');
  expect(page).toContain('On Strava it stays as it is');
  expect((await browser.change('DELETE', `${path}/corrections`)).status).toBe(200);
  expect((await runOf(id)).about?.corrections).toEqual({});
  expect((await browser.change('PATCH', path, { distanceM: -1 })).status).toBe(400);

  const { about, exposure } = await runOf(id);
  const unchanged = { name: about?.name ?? '', sport: 'running', surface: '', shoe: '' };
  const distance = ((exposure.distanceM ?? 0) / 1000).toFixed(2);
  await browser.submit(`/runs/${id}/correct`, { ...unchanged, distance });
  expect((await runOf(id)).about?.corrections).toEqual({});
  await browser.submit(`/runs/${id}/correct`, { ...unchanged, distance: '6' });
  expect((await runOf(id)).exposure).toMatchObject({ distanceM: 6000, top10sSpeedMps: null });
  expect(await browser.page(`/runs/${id}`)).toContain('has not come from Strava yet');
  await worked(await browser.athlete());
  expect((await runOf(id)).exposure.top10sSpeedMps).toBeGreaterThan(3);
  expect(await browser.page(`/runs/${id}`)).not.toContain('has not come from Strava yet');
});

test('a run from Strava is deleted here alone, which its page says, and restored', async () => {
  const before = await activities();
  expect(await browser.page(`/runs/${id}`)).toContain('On Strava it stays');
  const answer = await browser.submit(`/runs/${id}/delete`, {});
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/runs/${id}`]);
  expect(await browser.page('/runs?show=deleted')).toContain(`/runs/${id}`);
  const page = await browser.page(`/runs/${id}`);
  expect(page).toContain('<h1>Deleted: Running, 5.0\u00a0km');
  expect(page).toContain('View on Strava');
  expect((await browser.request(`/api/activities/${id}`)).status).toBe(404);
  expect((await browser.change('DELETE', `/api/activities/${id}`)).status).toBe(204);
  await browser.submit(`/runs/${id}/restore`, {});
  expect(await activities()).toEqual(before);
  expect((await browser.change('DELETE', '/api/activities/strava-1')).status).toBe(404);
});

test('where runs from Strava do not count, each is listed as not counted, and its page says why', async () => {
  Object.assign(env, { STRAVA_IN_ANALYSIS: 'off' });
  try {
    await evictDurableObject(await browser.athlete());
    const list = await browser.page('/runs');
    expect(list.match(/Not counted/g)).toHaveLength(3);
    expect(list).toContain('counts none of them');
    const page = await browser.page(`/runs/${id}`);
    expect(page).toContain('counts none of them');
    expect(page).toContain('View on Strava');
    expect((await activities()).map(({ isRun }) => isRun)).toEqual([true, true, true]);
    for (const [who, path] of [
      [browser, '/'],
      [browser, '/strava'],
      [new StravaBrowser(), '/strava'],
    ] as const) {
      const told = await who.page(path);
      expect(told).toContain('counts none of them: they are in no total, usual range or flag');
      expect(told).not.toContain('flags are complete');
      expect(told).not.toContain('Flags are');
    }
  } finally {
    Object.assign(env, { STRAVA_IN_ANALYSIS: undefined });
  }
});
