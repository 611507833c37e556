import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodedRun } from '../../fixtures/encoded-run.ts';
import { launchChromium, openPage, UNKNOWN_RUNNERS_ZONE } from './chromium.ts';
import { pageFaults } from './page-faults.ts';
import { appUrl } from './shared-app.ts';

const DAY_S = 86_400;
const NOW_S = Math.floor(Date.now() / 1000);

let browser: Browser;
let page: Page;
let complaints: string[];

const isoDate = (daysAgo: number) =>
  new Date((NOW_S - daysAgo * DAY_S) * 1000).toISOString().slice(0, 10);

async function say(daysAgo: number, checkIn: object): Promise<void> {
  const answer = await page.context().request.put(`${appUrl}/api/check-ins/${isoDate(daysAgo)}`, {
    data: checkIn,
    headers: { Origin: appUrl },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Ten kilometres every third day for eight weeks. */
beforeAll(async () => {
  browser = await launchChromium();
  ({ page, complaints } = await openPage(browser, UNKNOWN_RUNNERS_ZONE));
  for (let daysAgo = 55; daysAgo > 0; daysAgo -= 3) {
    const run = encodedRun({
      segments: [{ distanceM: 10_000, speedMps: 2.8 }],
      startTimeS: NOW_S - daysAgo * DAY_S,
      recording: 'smart',
    });
    const data = Buffer.from(run);
    await page
      .context()
      .request.post(`${appUrl}/api/imports`, { data, headers: { Origin: appUrl } });
  }
});

afterAll(() => browser?.close());

const verdict = () => page.locator('[data-part="verdict"]');

it('says what a run would flag while its numbers are typed, by keyboard alone', async () => {
  await page.goto(`${appUrl}/plan`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('11.0');
  expect(await verdict().textContent()).toBe('Would flag: nothing.');
  await page.getByRole('button', { name: 'Distance: more' }).waitFor();
  await page.getByLabel('Distance (km)').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('14.2');
  await page.getByText('Would flag: longest run in 30 days, by 42%').waitFor();
  expect(await page.locator('[data-part="would-flag"] .because').first().textContent()).toContain(
    '+42%',
  );
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('11');
  await page.getByText('Would flag: nothing.').waitFor();
});

it('one step more than the ceiling, by its button, is flagged; one less is not', async () => {
  await page.getByRole('button', { name: 'Distance: more' }).click();
  await page.getByText('Would flag: longest run').waitFor();
  await page.getByRole('button', { name: 'Distance: less' }).click();
  await page.getByText('Would flag: nothing.').waitFor();
});

it('leaves axe nothing to find, and keeps to a narrow screen', async () => {
  await page.goto(`${appUrl}/plan?distance=25&climb=500&fast=40`);
  expect(await pageFaults(page)).toEqual([]);
});

it('coming back from trouble has its criteria, each logged and taken back with a button', async () => {
  await page.goto(`${appUrl}/plan`);
  await page.getByRole('button', { name: 'I am coming back from Achilles trouble' }).click();
  await page.getByRole('button', { name: /^Log as met ?: Hops/ }).click();
  await page.getByRole('button', { name: /^No longer met ?: Hops/ }).waitFor();
  expect(await pageFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'I am back: turn this off' }).click();
  await page.getByRole('button', { name: 'I am coming back from Achilles trouble' }).waitFor();
});

it('three stiffer mornings turn the numbers into hold', async () => {
  for (let daysAgo = 14; daysAgo > 2; daysAgo -= 1) {
    await say(daysAgo, { stiffness: 1, stiffnessMin: 5 });
  }
  await say(2, { stiffness: 4 });
  await say(1, { stiffness: 4 });
  await page.goto(`${appUrl}/plan`);
  expect(await verdict().count()).toBe(1);
  await say(0, { stiffness: 4 });
  await page.reload();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
    'Hold: flat, easy, short.',
  );
  expect(await page.getByLabel('Distance (km)').count()).toBe(0);
  expect(await pageFaults(page)).toEqual([]);
});

it('a ticked warning sign hides the plan, and a reload does not bring it back', async () => {
  await page.context().request.put(`${appUrl}/api/warning-signs/sudden-pop`, {
    data: { isTicked: true },
    headers: { Origin: appUrl },
  });
  await page.reload();
  await page.reload();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Do not run');
  expect(await page.locator('form.plan').count()).toBe(0);
  expect(await pageFaults(page)).toEqual([]);
});

it('hears no complaint from the browser', () => expect(complaints).toEqual([]));
