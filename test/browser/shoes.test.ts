import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeFit, syntheticRun } from '../../fixtures/synthetic-run.ts';
import { launchChromium, openPage } from './chromium.ts';
import { pageFaults } from './page-faults.ts';
import { appUrl } from './shared-app.ts';

/** 2026-03-02 07:00 UTC. */
const START_TIME_S = 1_772_434_800;

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium();
  ({ page, complaints } = await openPage(browser));
  const run = syntheticRun({
    segments: [{ distanceM: 5_000, speedMps: 2.8 }],
    startTimeS: START_TIME_S,
    recording: 'smart',
  });
  await page.context().request.post(`${appUrl}/api/imports?name=watch.fit`, {
    data: Buffer.from(encodeFit(run)),
    headers: { Origin: appUrl },
  });
});

afterAll(() => browser?.close());

const faults = () => pageFaults(page);

/** Moves by keyboard to the control of that name; a button and a summary by what they are called. */
async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const focused = document.activeElement;
      const label = (focused as HTMLInputElement | null)?.labels?.[0];
      return focused?.getAttribute('aria-label') ?? (label ?? focused)?.textContent ?? '';
    });
    if (name.test(text)) return;
  }
  throw new Error(`no way by keyboard to ${name}`);
}

async function press(name: RegExp): Promise<void> {
  await tabTo(name);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  await page.locator('#main').focus();
}

it('asks a new runner three questions, and no more once they are waved away', async () => {
  await page.goto(appUrl);
  const questions = page.getByRole('region', { name: 'Three questions that sharpen the flags' });
  expect(await questions.getByRole('link').count()).toBe(3);
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.locator('#status-headline').waitFor();
  expect(await questions.count()).toBe(0);
});

it('adds, changes, deletes and brings back a shoe by the keyboard alone', async () => {
  await page.goto(`${appUrl}/shoes`);
  expect(await faults()).toEqual([]);
  await page.locator('#main').focus();
  await tabTo(/^Model or name$/);
  await page.keyboard.type('Old faithful with a very long name that has nowhere to break');
  await tabTo(/^Heel drop, mm$/);
  await page.keyboard.type('ten');
  await press(/^Add a shoe$/);
  expect(await page.locator('.field-problem').textContent()).toContain('A number from');
  expect(await faults()).toEqual([]);
  await tabTo(/^Heel drop, mm$/);
  await page.keyboard.type('10');
  await tabTo(/^In use since$/);
  await page.locator('#new-since').fill('2026-03-01');
  await press(/^Add a shoe$/);
  const shoe = page.locator('.shoe');
  expect((await shoe.innerText()).replaceAll('\u00a0', ' ')).toMatch(
    /Worn now.*5 km.*1 run.*10 mm.*2 Mar/s,
  );

  await tabTo(/^Change Old faithful/);
  await page.keyboard.press('Enter');
  expect(await faults()).toEqual([]);
  await tabTo(/^Heel lift in it, mm$/);
  await page.keyboard.type('4');
  await press(/^Save$/);
  expect((await shoe.innerText()).replaceAll('\u00a0', ' ')).toContain('4 mm');

  await tabTo(/^Change Old faithful/);
  await page.keyboard.press('Enter');
  await press(/^Delete Old faithful/);
  expect(await shoe.count()).toBe(0);
  expect(await page.getByRole('status').textContent()).toContain('is deleted');
  expect(await faults()).toEqual([]);
  await press(/^Undo Old faithful/);
  expect(await shoe.count()).toBe(1);
});

it('chooses the shoe of a run on its page', async () => {
  await page.goto(`${appUrl}/runs`);
  await page.locator('table.runs tbody a').first().click();
  await page.locator('summary', { hasText: 'Change distance' }).click();
  await page.getByLabel('Or a new shoe').fill('Green ones');
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Save' }).click()]);
  expect(await page.locator('.changes dl').innerText()).toMatch(/Shoe\s+Green ones, was Old/);
  await page.locator('summary', { hasText: 'Change distance' }).click();
  expect(await page.getByLabel('Shoe', { exact: true }).inputValue()).toBe('Green ones');
  expect(await faults()).toEqual([]);
});

it('asks for the last day of trouble where it is over, and keeps it', async () => {
  await page.goto(`${appUrl}/settings`);
  const day = page.getByLabel('Last day of trouble');
  expect(await day.isVisible()).toBe(false);
  await page.getByLabel('It is over').check();
  await day.fill('2026-01-15');
  await page.getByLabel('At the heel bone').check();
  expect(await faults()).toEqual([]);
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Save' }).click()]);
  expect(await page.getByRole('status').textContent()).toBe('Saved.');
  expect(await day.inputValue()).toBe('2026-01-15');
  expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
});
