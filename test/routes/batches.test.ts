import { evictDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import type { BatchCounts } from '../../src/athlete/batches.ts';
import type { ListedActivity } from '../../src/athlete/listed-activities.ts';
import type { ImportAnswer } from '../../web/words/en/import-answer.ts';
import { Browser, gzip } from './browser.ts';
import { rideOn, runOn } from './watch-files.ts';

const [FIRST, SECOND] = [crypto.randomUUID(), crypto.randomUUID()];
const POOR = runOn(0, 10_000);
const RICH = runOn(0, 10_000, { recording: 'every-second' });

async function stateOf(browser: Browser) {
  const { activities } = await browser.json<{ activities: ListedActivity[] }>('/api/activities');
  return { activities, dashboard: await browser.json('/api/dashboard') };
}

const sha256 = async (bytes: Uint8Array): Promise<string> =>
  Array.from(
    new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)),
    (byte) => byte.toString(16).padStart(2, '0'),
  ).join('');

const known = async (browser: Browser, ...asked: string[]): Promise<string[]> => {
  const answer = await browser.change('POST', '/api/imports/known', { sha256: asked });
  return (await answer.json<{ known: string[] }>()).known;
};

test('undoing an import leaves everything as it was before, and redoing it as it was after', async () => {
  const browser = new Browser();
  await browser.upload(POOR, `?name=copy.fit&batch=${FIRST}`);
  await browser.upload(runOn(3, 8_000), `?batch=${FIRST}`);
  const before = await stateOf(browser);
  // A richer recording of the first run, a ride, a run of its own, and one that was here.
  await browser.upload(RICH, `?name=watch.fit&batch=${SECOND}`);
  await browser.upload(rideOn(1, 30_000), `?batch=${SECOND}`);
  await browser.upload(runOn(5, 6_000), `?batch=${SECOND}`);
  await browser.upload(runOn(3, 8_000), `?batch=${SECOND}`);
  const after = await stateOf(browser);

  const path = `/api/imports/batches/${SECOND}`;
  const counts = { files: 3, added: 2, twins: 0, notRuns: 1, deleted: 0 };
  expect(await browser.json(path)).toEqual({ ...counts, isUndone: false });
  expect(await browser.json(`/api/imports/batches/${FIRST}`)).toMatchObject({ added: 1, twins: 1 });

  const undone = await browser.change('POST', `${path}/undo`);
  expect(await undone.json()).toEqual({ ...counts, isUndone: true });
  expect(await stateOf(browser)).toEqual(before);
  await evictDurableObject(await browser.athlete());
  expect(await stateOf(browser)).toEqual(before);

  expect((await browser.change('POST', `${path}/redo`)).status).toBe(200);
  expect(await stateOf(browser)).toEqual(after);
});

test('what the runner removed stays removed when its import is undone and redone', async () => {
  const browser = new Browser();
  const [run] = await browser.upload(POOR, `?batch=${FIRST}`);
  await browser.change('DELETE', `/api/activities/${run?.activityId}`);
  for (const action of ['undo', 'redo']) {
    await browser.change('POST', `/api/imports/batches/${FIRST}/${action}`);
  }
  expect((await stateOf(browser)).activities).toEqual([]);
  expect(await browser.json<BatchCounts>(`/api/imports/batches/${FIRST}`)).toMatchObject({
    added: 0,
    deleted: 1,
  });
});

test('a file of an undone import can be imported again, with the id it had', async () => {
  const browser = new Browser();
  const [first] = await browser.upload(POOR, `?batch=${FIRST}`);
  await browser.change('POST', `/api/imports/batches/${FIRST}/undo`);
  expect(await known(browser, await sha256(POOR))).toEqual([]);
  const [again] = await browser.upload(POOR, `?batch=${SECOND}`);
  expect(again).toMatchObject({ status: 'added', activityId: first?.activityId });
  expect(await browser.json(`/api/imports/batches/${SECOND}`)).toMatchObject({ added: 1 });
  expect((await browser.request(`/api/imports/batches/${FIRST}`)).status).toBe(404);
});

test('an import that brought nothing, or has no proper id, is no import', async () => {
  const browser = new Browser();
  await browser.upload(POOR);
  for (const action of ['', '/undo', '/redo']) {
    const path = `/api/imports/batches/${FIRST}${action}`;
    const answer = await browser.change(action === '' ? 'GET' : 'POST', path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  }
  expect((await browser.request('/api/imports/batches/first')).status).toBe(400);
  expect((await browser.post(POOR, '?batch=first')).status).toBe(400);
});

test('known files are told by the raw bytes, whatever was sent, and removed ones are known', async () => {
  const browser = new Browser();
  const [mine, other] = [await sha256(POOR), await sha256(RICH)];
  expect(await known(browser, mine)).toEqual([]);
  const [run] = await browser.upload(await gzip(POOR));
  expect(await known(browser, mine.toUpperCase(), other)).toEqual([mine]);
  expect(await known(new Browser(), mine)).toEqual([]);
  await browser.change('DELETE', `/api/activities/${run?.activityId}`);
  expect(await known(browser, mine)).toEqual([mine]);
});

test('of a known file it is told what sending it would answer', async () => {
  const browser = new Browser();
  const ride = rideOn(2, 30_000);
  const files = [RICH, POOR, ride, runOn(4, 8_000)];
  for (const file of files) await browser.upload(file);
  const [removed] = await browser.upload(runOn(4, 8_000));
  await browser.change('DELETE', `/api/activities/${removed?.activityId}`);
  const hashes = await Promise.all(files.map(sha256));
  const asked = await browser.change('POST', '/api/imports/known', { sha256: hashes });
  const { answers } = await asked.json<{ answers: Record<string, ImportAnswer[]> }>();
  for (const [index, file] of files.entries()) {
    expect(answers[hashes[index] ?? '']).toEqual(await browser.upload(file));
  }
  const reasons = hashes.map((hash) => answers[hash]?.[0]);
  expect(reasons).toMatchObject([
    { reason: 'Duplicate of the 2 Mar 2026 run' },
    {
      reason: 'The same run as 2 Mar 2026, 10.0\u00a0km; the richer recording is kept',
      twinOf: reasons[0]?.activityId,
    },
    { reason: 'Duplicate of an activity of 4 Mar 2026 that is not a run', isRun: false },
    { reason: 'You removed this activity. It can be restored.', isRemoved: true },
  ]);
});

test('up to 500 files can be asked for at once', async () => {
  const browser = new Browser();
  await browser.upload(POOR);
  const hashes = Array.from({ length: 501 }, (_, index) => index.toString(16).padStart(64, '0'));
  const statusOf = async (body: unknown) =>
    (await browser.change('POST', '/api/imports/known', body)).status;
  expect(await statusOf({ sha256: hashes.slice(1) })).toBe(200);
  expect(await statusOf({ sha256: hashes })).toBe(400);
  expect(await statusOf({ sha256: ['not a hash'] })).toBe(400);
  expect(await statusOf({})).toBe(400);
});
