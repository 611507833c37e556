import { beforeAll, expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { connect, StravaBrowser, stravaWith } from './simulated-strava.ts';
import { runOn } from './watch-files.ts';

let ada: string;
beforeAll(async () => {
  [ada = ''] = await stravaWith(1);
});

test('without a session, or without a connection, there is a problem and no status', async () => {
  const browser = new Browser();
  const problem = async () => {
    const answer = await browser.request('/api/strava');
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    return answer.status;
  };
  expect(await problem()).toBe(401);
  await browser.upload(runOn(0, 10_000));
  expect(await problem()).toBe(404);
});

test('tells where the connection stands in numbers and words, and no token', async () => {
  const browser = new StravaBrowser();
  await connect(browser, ada);
  const answer = await browser.request('/api/strava');
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  const text = await answer.text();
  const { stravaAthleteId, backfill, words } = JSON.parse(text);
  expect(stravaAthleteId).toBe(ada);
  expect(backfill).toMatchObject({ listed: expect.any(Number), toDetail: expect.any(Number) });
  expect(words.line).toMatch(/^(Listing|Up to date|Asking|\d+ of \d+)/);
  expect(text).not.toMatch(/token|secret|sealed/i);
});
