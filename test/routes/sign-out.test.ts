import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { findSession } from '../../src/account/sessions.ts';
import { Browser } from './browser.ts';
import { connect, StravaBrowser, stravaWith } from './simulated-strava.ts';
import { runOn } from './watch-files.ts';

const SID = '__Host-sid';
const OTHER = '__Host-other-sid';

let ada: string;
let ben: string;
beforeAll(async () => {
  [ada = '', ben = ''] = await stravaWith(2);
});

async function runner(): Promise<StravaBrowser> {
  const browser = new StravaBrowser();
  await browser.upload(runOn(0, 10_000));
  return browser;
}

const isOpen = async (token: string): Promise<boolean> =>
  (await findSession(env.DIRECTORY, token, Math.floor(Date.now() / 1000))) !== null;

test('a profile that only the browser holds is left with a tick alone', async () => {
  const browser = await runner();
  const token = browser.cookies.get(SID) as string;
  expect(await browser.page('/sign-out')).toContain('Nothing else holds this profile');
  const unticked = await browser.submit('/sign-out', { leave: 'yes' });
  expect(unticked.status).toBe(422);
  expect(unticked.headers.get('Clear-Site-Data')).toBeNull();
  expect(await unticked.text()).toContain('Tick this to sign out.');
  expect(await isOpen(token)).toBe(true);

  const answer = await browser.submit('/sign-out', { leave: 'yes', lose: 'on' });
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/sign-out']);
  expect(answer.headers.get('Clear-Site-Data')).toBe('"cache", "storage"');
  expect(answer.headers.get('Athlete-Tag')).toBeNull();
  expect(browser.cookies.has(SID)).toBe(false);
  expect(await isOpen(token)).toBe(false);
  expect(await browser.page('/sign-out')).toContain('You are signed out.');
  // Also for whoever has kept the cookie.
  browser.cookies.set(SID, token);
  expect((await browser.request('/api/activities')).status).toBe(401);
});

test('who is known to Strava needs no tick, and comes back by it', async () => {
  const browser = await runner();
  await connect(browser, ada);
  const athleteId = await browser.athleteId();
  const page = await browser.page('/sign-out');
  expect(page).toContain('To come back, press');
  expect(page).not.toContain('name="lose"');
  expect((await browser.submit('/sign-out', { leave: 'yes' })).status).toBe(303);
  expect(browser.cookies.has(SID)).toBe(false);
  expect(await connect(browser, ada)).toContain('=signed-in');
  expect(await browser.athleteId()).toBe(athleteId);
});

test('the other profile of the browser is left as well, which needs the tick', async () => {
  const owner = new StravaBrowser();
  await connect(owner, ben);
  const browser = await runner();
  expect(await connect(browser, ben)).toBe('/strava/profile');
  await browser.submit('/strava/profile', { choice: 'go' });
  const tokens = [browser.cookies.get(SID) as string, browser.cookies.get(OTHER) as string];
  expect((await browser.submit('/sign-out', { leave: 'yes' })).status).toBe(422);
  await browser.submit('/sign-out', { leave: 'yes', lose: 'on' });
  expect(await Promise.all(tokens.map(isOpen))).toEqual([false, false]);
  expect([browser.cookies.has(SID), browser.cookies.has(OTHER)]).toEqual([false, false]);
  expect(await isOpen(owner.cookies.get(SID) as string)).toBe(true);
});

test('settings lead there, for who holds a profile', async () => {
  expect(await (await runner()).page('/settings')).toContain('href="/sign-out"');
  const visitor = new Browser();
  expect(await visitor.page('/settings')).not.toContain('href="/sign-out"');
  expect(await visitor.page('/sign-out')).toContain('You are signed out.');
});
