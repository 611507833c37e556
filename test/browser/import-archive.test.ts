import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  garminExport,
  type StravaFile,
  stravaExport,
  stravaTableText,
} from '../../fixtures/archives.ts';
import { encodedRun } from '../../fixtures/encoded-run.ts';
import { ride, settingsFile, truncated } from '../../fixtures/watch-file-variants.ts';
import { writeZip } from '../../fixtures/zip-container.ts';
import { launchChromium, openPage, PHONE } from './chromium.ts';
import { choose, headline, sentFiles, tally } from './import-page.ts';
import { pageFaults } from './page-faults.ts';
import { type RunningApp, startApp } from './running-app.ts';

const DAY_S = 86_400;
const FIRST_MORNING_S = 1_772_434_800;

const runOn = (day: number): Uint8Array =>
  encodedRun({
    segments: [{ distanceM: 3000, speedMps: 2.78 }],
    startTimeS: FIRST_MORNING_S + day * DAY_S,
    recording: 'smart',
  });

/** Runs of this many days, the names in the order of days. */
const runs = (count: number, firstDay = 0): StravaFile[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `${9_000_000_000 + firstDay + i}.fit`,
    bytes: runOn(firstDay + i),
    title: `Morning ${firstDay + i}`,
  }));

const other = { name: '77.fit', bytes: settingsFile() };

let app: RunningApp;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-archive-'));
  [app, browser] = await Promise.all([startApp(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await app?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

function onDisk(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Activities that the site keeps, context included. */
async function kept(page: Page): Promise<number> {
  const answer = await page.request.get(`${app.url}/api/activities`);
  return ((await answer.json()) as { activities: unknown[] }).activities.length;
}

describe('an export of Strava with a double, a ride, a damaged file and an archive inside', () => {
  let page: Page;
  let complaints: string[];
  let sent: string[];
  let path: string;

  beforeAll(async () => {
    const [first, ...others] = runs(5) as [StravaFile, ...StravaFile[]];
    const nested = writeZip(runs(2, 20).map(({ name, bytes }) => ({ path: name, content: bytes })));
    const strava = stravaExport([
      first,
      ...others,
      { ...first, name: 'double.fit' },
      { name: 'ride.fit', bytes: ride(), type: 'Ride' },
      { name: 'half.fit', bytes: truncated(runOn(30)) },
      { name: 'noise.fit', bytes: Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 251) },
    ]);
    path = onDisk(
      'export_1.zip',
      writeZip([
        { path: 'strava.zip', content: strava, method: 0 },
        { path: 'more/uploads.zip', content: nested },
        { path: 'locked.fit', content: runOn(40), encrypted: true },
      ]),
    );
    ({ page, complaints } = await openPage(browser));
    sent = sentFiles(page.context());
    await page.goto(`${app.url}/add`);
    await choose(page, path);
    await headline(page, 'Done');
  });

  it('comes in with exact counts', async () => {
    expect(await tally(page)).toEqual({
      All: 12,
      Added: 8,
      'Already here': 1,
      'Not runs': 1,
      Failed: 2,
    });
    expect(await kept(page)).toBe(9);
  });

  it('gives each odd file its reason', async () => {
    const row = (name: string) => page.locator('[data-upload-list] li', { hasText: name });
    expect(await row('half.fit').textContent()).toMatch(
      /Added what could be read of a damaged file.*the first \d+ samples \(\d+ min\) were kept/,
    );
    await page.getByRole('radio', { name: /Failed/ }).check();
    expect(await row('noise.fit').textContent()).toContain('not a FIT, GPX or TCX file');
    expect(await row('locked.fit').textContent()).toContain('locked with a password');
  });

  it('adds nothing and sends no file the second time', async () => {
    sent.length = 0;
    await page.goto(`${app.url}/add`);
    await choose(page, path);
    await headline(page, 'Done');
    expect(sent).toEqual([]);
    expect(await tally(page)).toEqual({ All: 12, 'Already here': 10, Failed: 2 });
    expect(await kept(page)).toBe(9);
  });

  it('shuts nobody out when it is done', async () => {
    expect(await pageFaults(page)).toEqual([]);
  });

  it('hears no complaint from the browser', () => {
    expect(complaints).toEqual([]);
  });
});

describe('a long import, interrupted', () => {
  const COUNT = 120;
  let page: Page;
  let complaints: string[];
  let path: string;

  /** Waits until so many files are done, and no more than all. */
  const reached = (count: number) =>
    page.waitForFunction(
      (least) => {
        const text = document.querySelector('[data-part=count]')?.textContent ?? '';
        return Number.parseInt(text, 10) >= least;
      },
      count,
      { polling: 50 },
    );

  beforeAll(async () => {
    path = onDisk('export_2.zip', stravaExport(runs(COUNT, 100)));
    ({ page, complaints } = await openPage(browser));
    await page.goto(`${app.url}/add`);
    await choose(page, path);
  });

  it('sends nothing more while it is paused, and goes on where it stood', async () => {
    await reached(10);
    await button(page, 'Pause').click();
    await headline(page, 'Paused');
    await page.waitForTimeout(1000);
    const before = await kept(page);
    await page.waitForTimeout(1000);
    expect(await kept(page)).toBe(before);
    expect(before).toBeLessThan(COUNT);
    expect(await button(page, 'Continue').evaluate((b) => b === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await reached(40);
  });

  it('says after a reload what was interrupted, and goes on with the same file: none lost, none doubled', async () => {
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    const notice = page.locator('[data-part=interrupted]');
    await notice.waitFor();
    expect(await notice.textContent()).toContain('“export_2.zip” was interrupted after');
    const before = await kept(page);
    expect(before).toBeGreaterThanOrEqual(40);
    expect(before).toBeLessThan(COUNT);
    await choose(page, path);
    await headline(page, 'Done');
    expect(await notice.isVisible()).toBe(false);
    expect(await kept(page)).toBe(COUNT);
    expect(await tally(page)).toEqual({
      All: COUNT,
      Added: COUNT - before,
      'Already here': before,
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    await page.goto(`${app.url}/add`);
    expect(await notice.isVisible()).toBe(false);
  });

  it('keeps few rows in the page, and shows more on demand', async () => {
    await choose(page, path);
    await headline(page, 'Done');
    const rows = page.locator('[data-upload-list] li');
    expect(await rows.count()).toBe(10);
    await button(page, 'Show more').click();
    expect(await rows.count()).toBe(110);
  });

  it('hears no complaint from the browser', () => {
    expect(complaints).toEqual([]);
  });
});

describe('an import that is not wanted after all', () => {
  it('stays away when cancelled, but for what was added, and can be undone and brought back', async () => {
    const { page, complaints } = await openPage(browser);
    const path = onDisk('garmin.zip', garminExport([...runs(60, 300), other]));
    await page.goto(`${app.url}/add`);
    await choose(page, path);
    await page.locator('[data-upload-list] li[data-status=added]').first().waitFor();
    await button(page, 'Cancel').click();
    await headline(page, 'Cancelled');
    const added = await kept(page);
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(60);

    await choose(page, path);
    await headline(page, 'Done');
    expect(await kept(page)).toBe(60);
    expect(await page.locator('[data-part=notes]').textContent()).toContain(
      '1 file of other kinds',
    );

    await button(page, 'Undo this import').click();
    await headline(page, 'Undone');
    expect(await kept(page)).toBe(added);
    await button(page, 'Bring them back').click();
    await headline(page, 'Brought back');
    expect(await kept(page)).toBe(60);

    await button(page, 'Undo this import').click();
    await headline(page, 'Undone');
    await choose(page, path);
    await headline(page, 'Done');
    expect(await kept(page)).toBe(60);
    expect(complaints).toEqual([]);
  });

  it('waits while the site is away, and goes on by itself when it is back', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${app.url}/add`);
    await choose(page, onDisk('export_3.zip', stravaExport(runs(60, 400))));
    await page.locator('[data-upload-list] li[data-status=added]').first().waitFor();
    await app.restart();
    await headline(page, 'Done');
    expect(await kept(page)).toBe(60);
    expect(await tally(page)).not.toHaveProperty('Failed');
  });
});

describe('a folder', () => {
  it('brings its files with the names of its table, and leaves photos alone', async () => {
    const { page, complaints } = await openPage(browser);
    const [run] = runs(1) as [StravaFile];
    const root = join(folder, 'export');
    mkdirSync(join(root, 'activities'), { recursive: true });
    writeFileSync(join(root, 'activities', `${run.name}.gz`), gzipSync(run.bytes));
    writeFileSync(join(root, 'activities.csv'), stravaTableText([run]));
    writeFileSync(join(root, 'photo.jpg'), 'not a run');
    await page.goto(`${app.url}/add`);
    await page.locator('input[webkitdirectory]').setInputFiles(root);
    await headline(page, 'Done');
    expect(await page.locator('[data-upload-list] li').allTextContents()).toEqual([
      `Morning 0${run.name}.gzAddedNo GPS: the distance is what the watch counted by itself.`,
    ]);
    expect(complaints).toEqual([]);
  });
});
