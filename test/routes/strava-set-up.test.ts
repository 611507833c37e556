import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { statusOf, worked } from '../athlete/strava-connected.ts';
import {
  askedState,
  codeOf,
  comeBack,
  connect,
  StravaBrowser,
  stravaWith,
} from './simulated-strava.ts';

const SCOPE = 'read,activity:read';

let complete: Partial<typeof env>;
let athletes: string[];
beforeAll(async () => {
  athletes = await stravaWith(12);
  complete = { ...env };
});
const nextAthlete = (): string => athletes.pop() as string;
afterEach(() => void Object.assign(env, complete));

test.each([
  ['STRAVA_CLIENT_SECRET', ''],
  ['STRAVA_TOKEN_KEYS', ''],
  ['STRAVA_TOKEN_KEYS', undefined],
  ['STRAVA_TOKEN_KEYS', 'no JSON'],
  ['STRAVA_TOKEN_KEYS', '[]'],
  ['STRAVA_TOKEN_KEYS', '[{"kid":"short","key":"AAAA"}]'],
])('with %s set to %j the page names it, and nothing leads to Strava', async (name, value) => {
  const browser = new StravaBrowser();
  const state = await askedState(browser);
  Object.assign(env, { [name]: value });
  const page = await browser.page('/strava');
  expect(page).toContain(`<li>${name} is ${value ? 'not what it has to be' : 'missing'}`);
  expect(page).not.toContain('action="/strava/connect"');
  if (value) expect(page).not.toContain(value);
  const asked = await browser.submit('/strava/connect', { to: 'strava' });
  expect(asked.headers.get('Location')).toBe('/strava');
  const code = await codeOf(nextAthlete());
  expect(await comeBack(browser, { state, code, scope: SCOPE })).toBe('/strava');
  // What was not used up works once it is put right.
  Object.assign(env, complete);
  expect(await comeBack(browser, { state, code, scope: SCOPE })).toBe('/strava?outcome=connected');
});

test.each(['', 'no JSON'])(
  'who is connected stays so while the keys are %j, and it goes on once they are back',
  async (keys) => {
    const browser = new StravaBrowser();
    await connect(browser, nextAthlete());
    const athlete = await browser.athlete();
    Object.assign(env, { STRAVA_TOKEN_KEYS: keys });
    await evictDurableObject(athlete);
    await worked(athlete);
    const page = await browser.page('/strava');
    expect(page).toContain('<li>STRAVA_TOKEN_KEYS is');
    expect(page).toContain('its owner has to put that right');
    expect((await browser.request('/')).status).toBe(200);
    expect((await browser.submit('/strava/sync', {})).status).toBe(303);
    await worked(athlete);
    Object.assign(env, complete);
    await evictDurableObject(athlete);
    await browser.submit('/strava/sync', {});
    await worked(athlete);
    const { problem, backfill } = await statusOf(athlete);
    expect([problem, backfill.listed, backfill.toDetail]).toEqual([null, 2, 0]);
  },
);

test('disconnecting erases all without keys, too', async () => {
  const browser = new StravaBrowser();
  await connect(browser, nextAthlete());
  const athlete = await browser.athlete();
  await worked(athlete);
  Object.assign(env, { STRAVA_TOKEN_KEYS: '' });
  await evictDurableObject(athlete);
  const answer = await browser.submit('/strava/disconnect', {});
  expect(answer.headers.get('Location')).toBe('/strava/disconnected');
  expect(await browser.page('/strava/disconnected')).toContain('2 activities');
  expect((await browser.request('/api/strava')).status).toBe(404);
});
