import { expect, test } from 'vitest';
import { Browser } from './browser.ts';

const accepting = (Accept: string) => ({ headers: { Accept } });

test('an unknown address is a page for a browser and a problem for a program', async () => {
  const browser = new Browser();
  const page = await browser.request('/no/where', accepting('text/html,*/*;q=0.8'));
  expect(page.status).toBe(404);
  expect(page.headers.get('Content-Type')).toContain('text/html');
  expect(await page.text()).toContain('<h1>');
  const problem = await browser.request('/no/where', accepting('application/json'));
  expect(problem.status).toBe(404);
  expect(problem.headers.get('Content-Type')).toBe('application/problem+json');
});

test('below /api an unknown address is always a problem', async () => {
  const answer = await new Browser().request('/api/no/where', accepting('text/html'));
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({
    type: 'urn:achilles-watch:problem:not-found',
    status: 404,
  });
});

test('without a session the API says how to get one', async () => {
  const browser = new Browser();
  for (const path of ['/api/dashboard', '/api/activities', '/api/activities/x', '/api/settings']) {
    const answer = await browser.request(path);
    expect([path, answer.status]).toEqual([path, 401]);
    expect((await answer.json<{ detail: string }>()).detail).toContain('Add a file');
  }
});

test('a session cookie that is malformed, unknown or forged is no session', async () => {
  for (const value of ['', 'x', 'A'.repeat(43), "' OR 1=1 --", 'é'.repeat(43)]) {
    const browser = new Browser();
    browser.cookies.set('__Host-sid', encodeURIComponent(value));
    expect((await browser.request('/api/activities')).status).toBe(401);
    expect((await browser.request('/')).status).toBe(200);
  }
});

test('a day that is not in the calendar is refused by name', async () => {
  const answer = await new Browser().request('/demo?on=2026-02-30', accepting('application/json'));
  expect(answer.status).toBe(400);
  expect((await answer.json<{ detail: string }>()).detail).toContain('on:');
});
