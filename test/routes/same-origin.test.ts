import { expect, test } from 'vitest';
import { Browser, ORIGIN } from './browser.ts';
import { runOn } from './watch-files.ts';

const file = runOn(0, 3_000);

async function statusWith(headers: Record<string, string>): Promise<number> {
  const init = { method: 'POST', body: file, headers };
  return (await new Browser().request('/api/imports', init)).status;
}

test('a change from a page of this site is taken, by either header that proves it', async () => {
  expect(await statusWith({ Origin: ORIGIN })).toBe(200);
  expect(await statusWith({ 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
  expect(await statusWith({ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' })).toBe(200);
});

test('a change that proves no origin, or another, is refused', async () => {
  expect(await statusWith({})).toBe(403);
  expect(await statusWith({ Origin: 'null' })).toBe(403);
  expect(await statusWith({ Origin: 'https://elsewhere.test' })).toBe(403);
  expect(await statusWith({ Origin: ORIGIN.replace('https', 'http') })).toBe(403);
  expect(await statusWith({ Origin: `${ORIGIN}.elsewhere.test` })).toBe(403);
  expect(await statusWith({ 'Sec-Fetch-Site': 'same-site' })).toBe(403);
  expect(await statusWith({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
  expect(await statusWith({ 'Sec-Fetch-Site': 'none' })).toBe(403);
});

test('every unsafe method on every address is guarded, known or not', async () => {
  const browser = new Browser();
  const paths = ['/api/imports', '/api/settings', '/api/activities/x', '/settings', '/no/where'];
  for (const path of paths) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect([path, method, (await browser.request(path, { method })).status]).toEqual([
        path,
        method,
        403,
      ]);
    }
  }
});

test('a refused change does nothing', async () => {
  const browser = new Browser();
  await browser.upload(file);
  const [activity] = (await browser.json<{ activities: { id: string }[] }>('/api/activities'))
    .activities;
  const init = { method: 'DELETE', headers: { Origin: 'https://elsewhere.test' } };
  await browser.request(`/api/activities/${activity?.id}`, init);
  const { activities } = await browser.json<{ activities: unknown[] }>('/api/activities');
  expect(activities).toHaveLength(1);
});
