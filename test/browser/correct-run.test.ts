import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeGpx } from '../../fixtures/encode-gpx.ts';
import { encodeFit, type RunSpec, syntheticRun } from '../../fixtures/synthetic-run.ts';
import { launchChromium, openPage } from './chromium.ts';
import { pageFaults } from './page-faults.ts';
import { appUrl } from './shared-app.ts';

/** 2026-03-02 07:00 UTC. */
const START_TIME_S = 1_772_434_800;

let browser: Browser;
let page: Page;
let complaints: string[];
let run: string;
let ride: string;

const activity = (spec: Partial<RunSpec>) =>
  syntheticRun({
    segments: [{ distanceM: 5_000, speedMps: 2.8 }],
    startTimeS: START_TIME_S,
    recording: 'smart',
    ...spec,
  });

async function upload(bytes: Uint8Array, query: string): Promise<string> {
  const answer = await page.context().request.post(`${appUrl}/api/imports?${query}`, {
    data: Buffer.from(bytes),
    headers: { Origin: appUrl },
  });
  return (await answer.json()).results[0].activityId;
}

beforeAll(async () => {
  browser = await launchChromium();
  ({ page, complaints } = await openPage(browser));
  const title = 'title=A%20long%20name%20of%20a%20run%20along%20the%20river%20and%20back';
  run = await upload(encodeFit(activity({ recording: 'every-second' })), `name=watch.fit&${title}`);
  const position = { latitudeDeg: 0, longitudeDeg: -30 };
  await upload(encodeGpx(activity({ position })), 'name=service-export-1234567890123456.gpx');
  const rideStartS = START_TIME_S + 86_400;
  ride = await upload(
    encodeFit(activity({ sport: 'cycling', startTimeS: rideStartS })),
    'name=ride.fit',
  );
});

afterAll(() => browser?.close());

const faults = () => pageFaults(page);

const isInView = (selector: string) =>
  page.locator(selector).evaluate((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

const heading = () => page.locator('h1').textContent();

/** Finds a control as a keyboard does: by moving to it from where the focus is. */
async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => {
      const focused = document.activeElement;
      const label = (focused as HTMLInputElement | null)?.labels?.[0];
      return (label ?? focused)?.textContent ?? '';
    });
    if (name.test(text)) return;
  }
  throw new Error(`no way by keyboard to ${name}`);
}

it('corrects a run by the keyboard alone, says what was changed and undoes it', async () => {
  await page.goto(`${appUrl}/runs/${run}`);
  await page.locator('#main').focus();
  await tabTo(/^Change distance/);
  await page.keyboard.press('Enter');
  await tabTo(/^Distance, km$/);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('6 or so');
  await page.keyboard.press('Enter');
  expect(await page.locator('[name=distance]').evaluate((field) => field.matches(':invalid'))).toBe(
    true,
  );
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('6');
  await tabTo(/^Leave this run out$/);
  await page.keyboard.press('Space');
  await tabTo(/^Save$/);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  const changes = page.locator('.changes dl');
  expect((await changes.innerText()).replaceAll('\u00a0', ' ')).toMatch(
    /Distance\s+6\.0 km, was 5\.0 km\s+Leave this run out\s+Yes/,
  );
  expect(await isInView('.changes')).toBe(true);
  await page.locator('summary', { hasText: 'Change distance' }).click();
  await page.locator('summary', { hasText: 'Delete this run' }).click();
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: 'Undo all changes' }).click();
  expect(await changes.count()).toBe(0);
});

it('tells two recordings apart and joins them again', async () => {
  await page.goto(`${appUrl}/runs/${run}`);
  await page.getByRole('button', { name: /^These are two runs/ }).click();
  await page.getByRole('heading', { name: 'Recordings of other runs' }).waitFor();
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: /^Join again/ }).click();
  await page.getByRole('heading', { name: 'Other recordings of this run' }).waitFor();
});

it('deletes a run with its recordings, lists it as deleted and restores it', async () => {
  await page.goto(`${appUrl}/runs/${run}`);
  const title = await heading();
  await page.locator('summary', { hasText: 'Delete this run' }).click();
  await page.getByRole('button', { name: 'Delete run' }).click();
  expect(await heading()).toBe(`Deleted: Running, ${title}`);
  expect(await faults()).toEqual([]);
  await page.getByRole('link', { name: 'Deleted' }).click();
  expect(await page.locator('.kept-list > li').count()).toBe(1);
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: /^Restore/ }).click();
  expect(await heading()).toBe(title);
});

it('counts a ride that was a run', async () => {
  await page.goto(`${appUrl}/runs?show=other-sports`);
  expect(await faults()).toEqual([]);
  await page.locator('.kept-list > li').click();
  expect(page.url()).toBe(`${appUrl}/runs/${ride}`);
  expect(await faults()).toEqual([]);
  await page.getByRole('button', { name: 'This was a run' }).click();
  await page.getByText('was Cycling').waitFor();
});

it('lists runs with names, and nothing on any of these pages complained', async () => {
  await page.goto(`${appUrl}/runs`);
  expect(await page.locator('table.runs tbody tr').count()).toBe(2);
  expect(await faults()).toEqual([]);
  const reachesIntoNumbers = await page.locator('table.runs .run-kind').evaluateAll((names) =>
    names.some((name) => {
      const numbers = name.closest('tr')?.querySelector('td')?.getBoundingClientRect();
      return numbers !== undefined && name.getBoundingClientRect().right > numbers.left;
    }),
  );
  expect(reachesIntoNumbers).toBe(false);
  expect(complaints).toEqual([]);
});
