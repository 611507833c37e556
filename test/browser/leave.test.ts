import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, openPage } from './chromium.ts';
import { pageFaults } from './page-faults.ts';
import { checkout } from './running-app.ts';
import { appUrl } from './shared-app.ts';

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium();
  ({ page, complaints } = await openPage(browser));
});
afterAll(async () => {
  await browser?.close();
});

/** A profile whose pages are kept for no network. */
async function beRunner(): Promise<void> {
  await page.goto(`${appUrl}/check-in`);
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active !== null);
  const bytes = readFileSync(join(checkout, 'fixtures/files/easy-run.fit')).toString('base64');
  await page.evaluate(async (text) => {
    const body = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    await fetch('/api/imports?name=easy-run.fit', { method: 'POST', body });
  }, bytes);
  await page.goto(`${appUrl}/runs`);
  await page.getByText('1 run, 5 km').waitFor();
  expect(await kept()).toBeGreaterThan(0);
}

const kept = (): Promise<number> =>
  page.evaluate(
    async () =>
      (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length,
  );

const sessions = async (): Promise<string[]> =>
  (await page.context().cookies()).map(({ name }) => name).filter((name) => /sid$/.test(name));

/** Once its styles are there, too. */
async function expectNoFaults(): Promise<void> {
  await page.waitForLoadState();
  expect(await pageFaults(page)).toEqual([]);
}

async function settingsLead(link: string): Promise<void> {
  await page.goto(`${appUrl}/settings`);
  await page.getByRole('link', { name: link }).click();
}

it('signing out says what is lost, and leaves nothing in the browser', async () => {
  await beRunner();
  await settingsLead('Sign out of this browser');
  await page.getByRole('heading', { name: 'Nothing else holds this profile' }).waitFor();
  await expectNoFaults();
  await page.getByLabel('I understand').check();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'You are signed out.' }).waitFor();
  await expectNoFaults();
  expect(await sessions()).toEqual([]);
  await expect.poll(kept).toBe(0);
});

it('takes everything along, then erases all of it', async () => {
  await beRunner();
  await settingsLead('Your data');
  await page.getByRole('heading', { name: 'Take it along' }).waitFor();
  await expectNoFaults();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Everything as JSON' }).click(),
  ]);
  const data = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(data.activities).toHaveLength(1);
  await page.getByLabel('Erase everything of mine').check();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('heading', { name: 'Everything is erased.' }).waitFor();
  expect(await page.locator('main').innerText()).toContain('1 activity, 1 file, 0 check-ins');
  await expectNoFaults();
  expect(await sessions()).toEqual([]);
  await expect.poll(kept).toBe(0);
  await page.getByRole('link', { name: 'To the first page' }).click();
  await page.getByRole('link', { name: 'Try with demo data' }).waitFor();
  expect((await page.request.get(`${appUrl}/api/activities`)).status()).toBe(401);
});

it('has complained of nothing', () => {
  // What the browser tells of itself.
  expect(complaints.filter((text) => !text.includes('Cleared data types'))).toEqual([]);
});
