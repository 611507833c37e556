import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ActivitySummary } from '../../src/athlete/activity-table.ts';
import { Browser } from './browser.ts';
import { runOn } from './watch-files.ts';

/** Everything that can be asked about or done to an athlete, aimed at an id that may be someone else's. */
const ATTEMPTS: readonly ((browser: Browser, id: string) => Promise<Response>)[] = [
  (browser) => browser.request('/'),
  (browser) => browser.request('/runs'),
  (browser, id) => browser.request(`/runs/${id}`),
  (browser) => browser.request('/api/dashboard'),
  (browser) => browser.request('/api/activities'),
  (browser, id) => browser.request(`/api/activities/${id}`),
  (browser, id) => browser.request(`/api/activities?athlete=${id}&athleteId=${id}`),
  (browser, id) => browser.request('/api/activities', { headers: { 'X-Athlete-Id': id } }),
  (browser, id) => browser.change('DELETE', `/api/activities/${id}`),
  (browser, id) => browser.change('POST', `/api/activities/${id}/restore`),
  (browser, id) =>
    browser.change('PATCH', `/api/activities/${id}`, { distanceM: 1, excluded: true }),
  (browser, id) => browser.change('DELETE', `/api/activities/${id}/corrections`),
  (browser, id) => browser.change('POST', `/api/activities/${id}/twins/${ownersIds[0]}/separate`),
  (browser, id) => browser.change('POST', `/api/activities/${ownersIds[0]}/twins/${id}/join`),
  (browser, id) => browser.submit(`/runs/${id}/correct`, { distance: '1', excluded: 'on' }),
  (browser, id) => browser.submit(`/runs/${id}/corrections/undo`, {}),
  (browser, id) => browser.submit(`/runs/${id}/sport`, { sport: 'cycling' }),
  (browser, id) => browser.submit(`/runs/${id}/delete`, {}),
  (browser, id) => browser.submit(`/runs/${id}/restore`, {}),
  (browser, id) => browser.submit(`/runs/${id}/twins/${id}/separate`, {}),
  (browser) => browser.request('/shoes'),
  (browser, id) => browser.request(`/shoes?deleted=${id}`),
  (browser) => browser.request('/api/shoes'),
  (browser, id) => browser.change('PATCH', `/api/shoes/${id}`, { name: 'Mine', dropMm: 1 }),
  (browser, id) => browser.change('DELETE', `/api/shoes/${id}`),
  (browser, id) => browser.change('POST', `/api/shoes/${id}/restore`),
  (browser, id) => browser.submit(`/shoes/${id}`, { name: 'Mine' }),
  (browser, id) => browser.submit(`/shoes/${id}/retire`, {}),
  (browser, id) => browser.submit(`/shoes/${id}/wear-again`, {}),
  (browser, id) => browser.submit(`/shoes/${id}/delete`, {}),
  (browser, id) => browser.submit(`/shoes/${id}/restore`, {}),
  (browser) => browser.submit('/settings/fast-pace', { from: 'critical-speed' }),
  (browser) => browser.request(`/api/imports/batches/${OWNERS_BATCH}`),
  (browser) => browser.change('POST', `/api/imports/batches/${OWNERS_BATCH}/undo`),
  (browser) => browser.change('POST', `/api/imports/batches/${OWNERS_BATCH}/redo`),
  (browser, id) => browser.change('PATCH', '/api/settings', { units: 'mi', athleteId: id }),
  (browser) => browser.change('PATCH', '/api/settings', { weekStart: 7 }),
  (browser) =>
    browser.change('POST', '/api/flags/hide', {
      rule: 'session-distance-spike',
      quantity: 'distanceM',
      date: '2026-03-17',
    }),
];

const OWNERS_BATCH = crypto.randomUUID();

let owner: Browser;
let ownersIds: string[];

const stateOf = async (browser: Browser) => ({
  activities: await browser.json('/api/activities'),
  dashboard: await browser.json('/api/dashboard'),
  settings: await browser.json('/api/settings'),
  shoes: await browser.json('/api/shoes'),
});

beforeAll(async () => {
  owner = new Browser();
  for (const day of [0, 4, 8, 12]) await owner.upload(runOn(day, 11_000));
  await owner.upload(runOn(15, 14_200), `?batch=${OWNERS_BATCH}`);
  // A twin of it, told apart, and a corrected run: there is something to undo.
  const [twin] = await owner.upload(
    runOn(15, 14_200, { recording: 'every-second' }),
    `?batch=${OWNERS_BATCH}`,
  );
  const [replaced] = twin?.replaces ?? [];
  await owner.change('POST', `/api/activities/${twin?.activityId}/twins/${replaced}/separate`);
  await owner.change('PATCH', `/api/activities/${replaced}`, { excluded: true });
  const worn = await owner.change('POST', '/api/shoes', { name: 'Worn', since: '2026-03-01' });
  const gone = await owner.change('POST', '/api/shoes', { name: 'Gone' });
  const shoeIds = [];
  for (const answer of [worn, gone]) {
    shoeIds.push((await answer.json<{ shoeId: string }>()).shoeId);
  }
  await owner.change('DELETE', `/api/shoes/${shoeIds[1]}`);
  const { activities } = await owner.json<{ activities: ActivitySummary[] }>('/api/activities');
  ownersIds = [...activities.map((activity) => activity.id), ...shoeIds, await owner.athleteId()];
});

test('whatever another athlete asks, with whatever ids, nothing of the owner is shown or changed', async () => {
  const before = await stateOf(owner);
  const attempt = fc.record({
    index: fc.nat(ATTEMPTS.length - 1),
    id: fc.nat(ownersIds.length - 1),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(attempt, { maxLength: 8 }),
      async (hasRun, attempts) => {
        const other = new Browser();
        if (hasRun) await other.upload(runOn(1, 3_000));
        for (const { index, id } of attempts) {
          const answer = await ATTEMPTS[index]?.(other, ownersIds[id] ?? '');
          const text = await answer?.text();
          // What the other sent may be repeated to him; nothing else of the owner's may.
          const leaked = ownersIds.filter((known, at) => at !== id && text?.includes(known));
          expect(leaked).toEqual([]);
        }
        expect(await stateOf(owner)).toEqual(before);
      },
    ),
    { numRuns: 25 },
  );
});

test('which files another athlete has is not told', async () => {
  const digest = await crypto.subtle.digest('SHA-256', runOn(4, 11_000) as Uint8Array<ArrayBuffer>);
  const sha256 = Array.from(new Uint8Array(digest), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  const known = async (browser: Browser) =>
    (await browser.change('POST', '/api/imports/known', { sha256: [sha256] })).json();
  const other = new Browser();
  await other.upload(runOn(1, 3_000));
  expect(await known(owner)).toMatchObject({ known: [sha256] });
  expect(await known(other)).toEqual({ known: [], answers: {} });
});

test('another athlete’s activity is as unknown as one that never was', async () => {
  const other = new Browser();
  await other.upload(runOn(1, 3_000));
  for (const path of [`/api/activities/${ownersIds[0]}`, '/api/activities/never-was']) {
    expect((await other.change('DELETE', path)).status).toBe(404);
    expect((await other.request(path)).status).toBe(404);
  }
});

test('the same file of two athletes is two activities with bytes of their own', async () => {
  const [one, two] = [new Browser(), new Browser()];
  const [first] = await one.upload(runOn(3, 3_000));
  const [second] = await two.upload(runOn(3, 3_000));
  expect([first?.status, second?.status]).toEqual(['added', 'added']);
  expect(first?.activityId).not.toBe(second?.activityId);
  for (const browser of [one, two]) {
    const prefix = `athletes/${await browser.athleteId()}/`;
    expect((await env.FILES.list({ prefix })).objects).toHaveLength(1);
  }
});
