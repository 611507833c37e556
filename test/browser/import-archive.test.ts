import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { garminExport, type StravaFile, stravaExport } from '../../fixtures/archives.ts';
import { encodeFit, syntheticRun } from '../../fixtures/synthetic-run.ts';
import { ride, settingsFile, truncated } from '../../fixtures/watch-file-variants.ts';
import { writeZip } from '../../fixtures/zip-container.ts';
import { launchChromium, openPage } from './chromium.ts';
import { type RunningApp, startApp } from './running-app.ts';

const DAY_S = 86_400;
const FIRST_MORNING_S = 1_772_434_800;

const runOn = (day: number): Uint8Array =>
  encodeFit(
    syntheticRun({
      segments: [{ distanceM: 3000 + 10 * day, speedMps: 2.78 }],
      startTimeS: FIRST_MORNING_S + day * DAY_S,
      recording: 'smart',
    }),
  );

/** Runs of this many days, the names in the order of days. */
const runs = (count: number, firstDay = 0): StravaFile[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `${9_000_000_000 + firstDay + i}.fit`,
    bytes: runOn(firstDay + i),
    title: `Morning ${firstDay + i}`,
  }));

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

async function choose(page: Page, ...paths: string[]): Promise<void> {
  await page.locator('input[name=files]').setInputFiles(paths);
}

const headline = (page: Page, text: string) =>
  page.locator('[data-part=headline]', { hasText: text }).waitFor();

const action = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Files by outcome, as the filters count them. */
async function tally(page: Page): Promise<Record<string, number>> {
  const labels = await page.locator('[data-part=filters] label').allTextContents();
  return Object.fromEntries(
    labels
      .map((label) => /^(.*?) ([\d,]+)$/.exec(label) ?? [])
      .map(([, name = '', count = '']) => [name, Number(count)] as const)
      .filter(([, count]) => count > 0),
  );
}

/** Activities that the site keeps, context included. */
async function kept(page: Page): Promise<number> {
  const answer = await page.request.get(`${app.url}/api/activities`);
  return ((await answer.json()) as { activities: unknown[] }).activities.length;
}

/** Addresses of files that were sent. */
function sentFiles(page: Page): string[] {
  const sent: string[] = [];
  page.context().on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/api/imports?')) {
      sent.push(request.url());
    }
  });
  return sent;
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
    sent = sentFiles(page);
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

  it('hears no complaint from the browser', () => {
    expect(complaints).toEqual([]);
  });
});
