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

const POOR = runOn(0, 10_000);
const RICH = runOn(0, 10_000, { recording: 'every-second' });
const GPX = encodeGpx(
  syntheticRun({
    segments: [{ distanceM: 10_000, speedMps: 2.78 }],
    startTimeS: MONDAY_MORNING_S,
    position: { latitudeDeg: 0, longitudeDeg: -30 },
    recording: 'smart',
  }),
);

const activitiesOf = async (browser: Browser): Promise<ListedActivity[]> =>
  (await browser.json<{ activities: ListedActivity[] }>('/api/activities')).activities;

const dashboardOf = (browser: Browser) => browser.json<DashboardView>('/api/dashboard');
const weekOf = async (browser: Browser) =>
  (await dashboardOf(browser)).weeks.map((week) => week.quantities.distanceM.value);

/** What counts and what gave way, told by their files. */
async function keptAndTwins(browser: Browser): Promise<[string | null, string[]][]> {
  const all = await activitiesOf(browser);
  return Promise.all(
    all.map(async ({ id }): Promise<[string | null, string[]]> => {
      const { fileName, about } = await browser.json<RunDetailView>(`/api/activities/${id}`);
      return [fileName, (about?.twins ?? []).map((twin) => twin.fileName ?? '').sort()];
    }),
  );
}

test('a poorer recording of a run that is here is a duplicate that names the run', async () => {
  const browser = new Browser();
  const [kept] = await browser.upload(RICH, '?name=watch.fit');
  const [twin, ...others] = await browser.upload(POOR, '?name=copy.fit');
  expect(twin).toEqual({
    status: 'duplicate',
    activityId: kept?.activityId,
    twinOf: kept?.activityId,
    recordingId: expect.any(String),
    reason:
      'The same run as 2 Mar 2026, 10.0\u00a0km, from watch.fit; the richer recording is kept',
    warnings: [],
  });
  expect(others).toEqual([]);
  expect(await weekOf(browser)).toEqual([10_000]);
  expect(await keptAndTwins(browser)).toEqual([['watch.fit', ['copy.fit']]]);
  const { objects } = await env.FILES.list({ prefix: `athletes/${await browser.athleteId()}/` });
  expect(objects).toHaveLength(2);
});

test('a richer recording takes the place of the run that is here', async () => {
  const browser = new Browser();
  const [poor] = await browser.upload(POOR, '?name=copy.fit');
  const [rich] = await browser.upload(RICH, '?name=watch.fit');
  expect(rich).toMatchObject({ status: 'added', replaces: [poor?.activityId] });
  expect(rich?.activityId).not.toBe(poor?.activityId);
  expect(await keptAndTwins(browser)).toEqual([['watch.fit', ['copy.fit']]]);
  expect(await weekOf(browser)).toEqual([10_000]);
});

test('the bytes of the recording that counts, sent again, are a duplicate, of which nothing is to be told apart', async () => {
  const browser = new Browser();
  await browser.upload(POOR, '?name=copy.fit');
  const [rich] = await browser.upload(RICH, '?name=watch.fit');
  expect(await browser.upload(RICH, '?name=again.fit')).toEqual([
    {
      status: 'duplicate',
      activityId: rich?.activityId,
      reason: 'Duplicate of the 2 Mar 2026 run',
      warnings: [],
    },
  ]);
});

test('three recordings in any order give the same kept run and the same dashboard', async () => {
  const files = [
    [POOR, '?name=copy.fit'],
    [RICH, '?name=watch.fit'],
    [GPX, '?name=service.gpx&timeZone=Europe/Berlin'],
  ] as const;
  const dashboards: DashboardView[] = [];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [2, 0, 1],
  ]) {
    const browser = new Browser();
    for (const index of order) {
      const [bytes, query] = files[index] as (typeof files)[number];
      await browser.upload(bytes, query);
    }
    expect(await keptAndTwins(browser)).toEqual([['watch.fit', ['copy.fit', 'service.gpx']]]);
    const dashboard = await dashboardOf(browser);
    // Ids are made anew for every athlete.
    dashboards.push({
      ...dashboard,
      weeks: dashboard.weeks.map((week) => ({ ...week, runIds: [] })),
    });
  }
  for (const dashboard of dashboards) {
    expect(dashboard.weeks).toEqual(dashboards[0]?.weeks);
    expect(dashboard.status).toEqual(dashboards[0]?.status);
  }
});

test('of two recordings that tell as much the watch’s own file is kept over a service’s', async () => {
  for (const order of [0, 1]) {
    const browser = new Browser();
    const files = [
      [POOR, '?name=watch.fit'],
      [GPX, '?name=service.gpx'],
    ] as const;
    for (const index of [order, 1 - order]) {
      const [bytes, query] = files[index] as (typeof files)[number];
      await browser.upload(bytes, query);
    }
    expect(await keptAndTwins(browser)).toEqual([['watch.fit', ['service.gpx']]]);
  }
});

test('rides, and a ride and a run, that share a start are not one', async () => {
  const browser = new Browser();
  await browser.upload(rideOn(0, 10_000));
  await browser.upload(rideOn(0, 10_050));
  await browser.upload(runOn(0, 10_000));
  await browser.upload(runOn(0, 12_000));
  const activities = await activitiesOf(browser);
  expect(activities.map(({ twins }) => twins)).toEqual([[], [], [], []]);
  expect(activities.map(({ family }) => family).sort()).toEqual([
    'cycling',
    'cycling',
    'running',
    'running',
  ]);
});

test('removing the run that counts lets its other recording count, and restoring it undoes that', async () => {
  const browser = new Browser();
  const [rich] = await browser.upload(RICH, '?name=watch.fit');
  await browser.upload(POOR, '?name=copy.fit');
  const before = await dashboardOf(browser);
  await browser.change('DELETE', `/api/activities/${rich?.activityId}`);
  expect(await keptAndTwins(browser)).toEqual([['copy.fit', []]]);
  expect(await weekOf(browser)).toEqual([10_000]);
  await browser.change('POST', `/api/activities/${rich?.activityId}/restore`);
  expect(await keptAndTwins(browser)).toEqual([['watch.fit', ['copy.fit']]]);
  expect(await dashboardOf(browser)).toEqual(before);
});

test('two runs that the runner tells apart stay two through imports, analysis and restarts, until she takes it back', async () => {
  const browser = new Browser();
  const [rich] = await browser.upload(RICH, '?name=watch.fit');
  await browser.upload(POOR, '?name=copy.fit');
  const [{ twins } = { twins: [] }] = await activitiesOf(browser);
  const pair = `/api/activities/${rich?.activityId}/twins/${twins[0]}`;
  expect((await browser.change('POST', `${pair}/separate`)).status).toBe(204);
  expect(await weekOf(browser)).toEqual([20_000]);

  const [again] = await browser.upload(POOR, '?name=copy.fit');
  expect(again).toEqual({
    status: 'duplicate',
    activityId: twins[0],
    reason: 'Duplicate of the 2 Mar 2026 run',
    warnings: [],
  });
  const athlete = await browser.athlete();
  await runInDurableObject(athlete, (_, { storage }) => {
    storage.sql.exec("UPDATE activities SET analysis_version = 'older'");
  });
  await evictDurableObject(athlete);
  expect(await weekOf(browser)).toEqual([20_000]);
  expect(await runDurableObjectAlarm(athlete)).toBe(true);
  expect(await weekOf(browser)).toEqual([20_000]);
  const { about } = await browser.json<RunDetailView>(`/api/activities/${rich?.activityId}`);
  expect(about?.apart.map(({ id }) => id)).toEqual(twins);

  expect((await browser.change('POST', `${pair}/join`)).status).toBe(204);
  expect(await keptAndTwins(browser)).toEqual([['watch.fit', ['copy.fit']]]);
});

test('no pair is told apart that is not there', async () => {
  const browser = new Browser();
  const [run] = await browser.upload(RICH);
  for (const other of ['unknown', run?.activityId]) {
    const path = `/api/activities/${run?.activityId}/twins/${other}/separate`;
    expect((await browser.change('POST', path)).status).toBe(404);
  }
});

test('the page of a run shows its other recordings and tells them apart without JavaScript', async () => {
  const browser = new Browser();
  const [rich] = await browser.upload(RICH, '?name=watch.fit');
  await browser.upload(GPX, '?name=service.gpx');
  const page = await browser.page(`/runs/${rich?.activityId}`);
  expect(page).toContain('service.gpx</strong><span class="muted">GPX');
  expect(page).toContain('The one kept has more points');
  const action = /action="([^"]+separate)"/.exec(page)?.[1] ?? '';
  const answer = await browser.submit(action, {});
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    `/runs/${rich?.activityId}#recordings-title`,
  ]);
  expect(await activitiesOf(browser)).toHaveLength(2);
  const apart = await browser.page(`/runs/${rich?.activityId}`);
  await browser.submit(/action="([^"]+join)"/.exec(apart)?.[1] ?? '', {});
  expect(await activitiesOf(browser)).toHaveLength(1);
});
