import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type StravaSimulator,
  startStravaSimulator,
} from '../../fixtures/strava-simulator/start-simulator.ts';
import { launchChromium, openPage } from './chromium.ts';
import { pageFaults } from './page-faults.ts';
import { type RunningApp, startApp } from './running-app.ts';

const ADA = { firstName: 'Ada', lastName: 'Example', activities: 24, differentRuns: 6 };

let strava: StravaSimulator;
let app: RunningApp;
let browser: Browser;
let page: Page;
let complaints: string[];

/** In one browser, from the first look to the receipt: each step finds what the one before has left. */
beforeAll(async () => {
  strava = await startStravaSimulator({ port: 0, athletes: [ADA] });
  [app, browser] = await Promise.all([
    startApp({
      STRAVA_CLIENT_ID: strava.clientId,
      STRAVA_CLIENT_SECRET: strava.clientSecret,
      STRAVA_API_BASE: strava.apiBase,
      STRAVA_OAUTH_BASE: strava.url,
      STRAVA_WEBHOOK_PATH: 'path-of-the-test',
      STRAVA_VERIFY_TOKEN: 'token-of-the-test',
    }),
    launchChromium(),
  ]);
  ({ page, complaints } = await openPage(browser));
  await page.goto(app.url);
});

afterAll(async () => {
  await browser?.close();
  await app?.dispose();
  await strava?.stop();
});

const adaId = (): string => strava.control.athletes()[0]?.id as string;

async function toStrava(): Promise<void> {
  await page.goto(`${app.url}/strava`);
  await page.getByRole('button', { name: 'Connect with Strava' }).click();
  await page.waitForURL(`${strava.url}/**`);
}

async function answered(button: 'Authorize' | 'Cancel'): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL(`${app.url}/strava?outcome=*`);
  expect(page.url()).not.toMatch(/code|state/);
}

/** Reloads until it is there: back-fill and events are not awaited by any page. */
async function shown(path: string, text: string | RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(app.url + path);
        return page.locator('main').innerText();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toMatch(text);
}

/** The same of a run in the list. */
const listed = (path: string, times: 0 | 1): Promise<void> =>
  expect
    .poll(
      async () => {
        await page.goto(`${app.url}/runs`);
        return page.locator(`a[href="${path}"]`).count();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBe(times);

it('explains what is asked for, and leads there from the first page', async () => {
  await page.getByRole('link', { name: 'Connect with Strava' }).click();
  await page.getByRole('heading', { name: 'What you will be asked to allow' }).waitFor();
  // Found before its style sheet, the button has no size yet.
  await page.waitForLoadState();
  const box = await page.getByRole('button', { name: 'Connect with Strava' }).boundingBox();
  expect(box?.height).toBe(48);
  expect(await pageFaults(page)).toEqual([]);
});

it('says in words that the athlete has refused, or has unticked what is needed', async () => {
  await toStrava();
  await answered('Cancel');
  await page.getByText('You refused; nothing was connected.').waitFor();
  await toStrava();
  await page.getByLabel('See your activities', { exact: true }).uncheck();
  await answered('Authorize');
  await page.getByText('was unticked').waitFor();
  expect(await pageFaults(page)).toEqual([]);
});

it('connects, and shows the back-fill until it is up to date', async () => {
  await toStrava();
  await answered('Authorize');
  await page.getByText('Strava is connected.').waitFor();
  await shown('/strava', /runs in detail|Up to date/);
  expect(await pageFaults(page)).toEqual([]);
  await shown('/strava', 'Up to date');
});

it('makes the dashboard of it, and names the source', async () => {
  await page.goto(app.url);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/This week/);
  await page.getByText('Powered by Strava').waitFor();
  await page.goto(`${app.url}/settings`);
  expect(await page.locator('#sources').innerText()).toContain('Up to date');
  expect(await pageFaults(page)).toEqual([]);
});

it('shows no stale standing on the week that is kept for no network', async () => {
  await page.goto(`${app.url}/check-in`);
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null);
  await page.goto(app.url);
  expect(await page.locator('.strava-line').innerText()).toContain('Up to date');
  const before = complaints.length;
  await page.context().setOffline(true);
  await page.goto(app.url);
  await page.locator('.kept-view').waitFor();
  await page.getByText('Without a network nobody knows').waitFor();
  expect(await page.locator('.strava-line').innerText()).not.toContain('Up to date');
  await page.context().setOffline(false);
  await page.locator('.strava-line', { hasText: 'Up to date' }).waitFor();
  // What the browser itself says of a missing network.
  complaints.splice(before);
});

it('puts a run of Strava into its runner’s hands: corrected, taken back, deleted, restored', async () => {
  await page.goto(`${app.url}/runs`);
  const path = (await page.locator('a[href^="/runs/strava-"]').first().getAttribute('href')) ?? '';
  await page.goto(app.url + path);
  const title = await page.locator('h1').innerText();
  await page.locator('summary', { hasText: 'Change distance' }).click();
  await page.getByLabel('Distance, km').fill('7');
  await page.getByLabel('Leave this run out').check();
  await page.getByRole('button', { name: 'Save' }).click();
  const changes = page.locator('.changes');
  expect((await changes.innerText()).replaceAll('\u00a0', ' ')).toMatch(/Distance\s+7\.0 km, was/);
  expect(await pageFaults(page)).toEqual([]);
  await changes.getByRole('button', { name: 'Undo all changes' }).click();
  await expect.poll(() => page.locator('h1').innerText()).toBe(title);
  await page.locator('summary', { hasText: 'Delete this run' }).click();
  await page.getByRole('button', { name: 'Delete run' }).click();
  await page.getByText('On Strava it is as it was').waitFor();
  expect(await pageFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo: restore it' }).click();
  await expect.poll(() => page.locator('h1').innerText()).toBe(title);
});

it('tells a run of Strava from its file when the runner says so', async () => {
  await page.goto(`${app.url}/runs`);
  const path = (await page.locator('a[href^="/runs/strava-"]').first().getAttribute('href')) ?? '';
  const fit = await fetch(`${strava.url}/control/activities/${path.split('-')[1]}/fit`);
  const added = await page.context().request.post(`${app.url}/api/imports?name=watch.fit`, {
    data: Buffer.from(await fit.arrayBuffer()),
    headers: { Origin: app.url },
  });
  expect(added.ok()).toBe(true);
  await page.goto(app.url + path);
  await page.getByText('File: watch.fit').waitFor();
  await page.getByText('The file counts: what comes from Strava').waitFor();
  await page.getByRole('button', { name: /^These are two runs/ }).click();
  await page.getByRole('link', { name: 'From Strava' }).click();
  await page.waitForURL(app.url + path);
  expect(await pageFaults(page)).toEqual([]);
  await page.getByRole('button', { name: /^Join again/ }).click();
  await page.getByText('Other recordings of this run').waitFor();
});

it('takes in a new run by webhook, its new name, and its end', async () => {
  const { callback_url, ...client } = {
    callback_url: `${app.url}/strava/webhook/path-of-the-test`,
    client_id: strava.clientId,
    client_secret: strava.clientSecret,
    verify_token: 'token-of-the-test',
  };
  const subscribed = await fetch(`${strava.apiBase}/push_subscriptions`, {
    method: 'POST',
    body: new URLSearchParams({ callback_url, ...client }),
  });
  expect(subscribed.status).toBe(201);
  const id = strava.control.addActivity(adaId(), {
    name: 'Lunch Run',
    run: { segments: [{ speedMps: 3, distanceM: 5000 }] },
  });
  const path = `/runs/strava-${id}`;
  await listed(path, 1);
  await page.locator(`a[href="${path}"]`).click();
  const link = page.getByRole('link', { name: 'View on Strava' });
  expect(await link.getAttribute('href')).toBe(`https://www.strava.com/activities/${id}`);
  expect(await page.locator('.page-head').innerText()).toContain('Lunch Run');
  expect(await pageFaults(page)).toEqual([]);

  strava.control.changeActivity(id, { name: 'Renamed Run' });
  await shown(path, 'Renamed Run');
  strava.control.deleteActivity(id);
  await listed(path, 0);
});

it('disconnects with a receipt, and Strava has heard of it', async () => {
  await page.goto(`${app.url}/strava`);
  await page.locator('summary', { hasText: 'Disconnect Strava' }).click();
  await page.getByRole('button', { name: 'Disconnect Strava' }).click();
  await page.waitForURL(`${app.url}/strava/disconnected`);
  await page.getByRole('heading', { name: 'Strava is disconnected.' }).waitFor();
  const receipt = await page.locator('main').innerText();
  expect(receipt).toMatch(/\d+ activities/);
  expect(receipt).toContain('has confirmed');
  expect(await pageFaults(page)).toEqual([]);
  expect(strava.control.athletes()[0]?.scopes).toBeNull();
  const keptOffline = await page.evaluate(async () => {
    const cache = await caches.open('achilles-watch-runner');
    return (await cache.keys()).map(({ url }) => new URL(url).pathname);
  });
  expect(keptOffline).not.toContain('/runs');
  await page.goto(`${app.url}/runs`);
  expect(await page.locator('a[href^="/runs/strava-"]').count()).toBe(0);
});

it('has asked nothing it should not, and no secret is in what was printed or heard', () => {
  expect(strava.control.violations()).toEqual([]);
  const { output } = app;
  expect(strava.control.secrets().filter((secret) => output().includes(secret))).toEqual([]);
  expect(output()).not.toContain(strava.clientSecret);
  expect(complaints).toEqual([]);
});
