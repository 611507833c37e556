/** A visitor who adds files on the page of that name, and what the page then says. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { stravaExport } from '../../fixtures/archives.ts';
import { encodedRun } from '../../fixtures/encoded-run.ts';
import type { RunSpec } from '../../fixtures/synthetic-run.ts';
import { launchChromium, openPage } from './chromium.ts';
import { appUrl } from './shared-app.ts';

const DAY_S = 86_400;
const FIRST_MORNING_S = 1_772_434_800;

export const runOn = (day: number, spec: Partial<RunSpec> = {}): Uint8Array =>
  encodedRun({
    segments: [{ distanceM: 3000, speedMps: 2.78 }],
    startTimeS: FIRST_MORNING_S + day * DAY_S,
    recording: 'smart',
    ...spec,
  });

export const exportOf = (count: number, firstDay: number): Uint8Array =>
  stravaExport(
    Array.from({ length: count }, (_, i) => ({
      name: `${9_000_000_000 + firstDay + i}.fit`,
      bytes: runOn(firstDay + i),
      title: `Morning ${firstDay + i}`,
    })),
  );

let browser: Browser;
let folder: string;

/** To be called once in a test file. */
export function oneBrowserForAllTests(): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'import-page-'));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

export const inFolder = (path: string) => join(folder, path);

export function onDisk(path: string, bytes: Uint8Array): string {
  const full = inFolder(path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, bytes);
  return full;
}

export async function addPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${appUrl}/add`);
  return page;
}

/** A page to add files on, in a fresh profile. */
export async function freshPage(): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser);
  await opened.page.goto(`${appUrl}/add`);
  return opened;
}

/** As a hand drops files and folders on the page. */
export async function drop(page: Page, ...files: string[]): Promise<void> {
  const hand = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await hand.send('Input.dispatchDragEvent', { type, x: 100, y: 200, data });
  }
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const rows = (page: Page) => page.locator('[data-upload-list] li');
export const notice = (page: Page) => page.locator('[data-part=interrupted]');

/** Activities that count or are kept as context. */
export async function kept(page: Page): Promise<number> {
  const answer = await page.request.get(`${appUrl}/api/activities`);
  if (answer.status() === 401) return 0;
  return ((await answer.json()) as { activities: unknown[] }).activities.length;
}

export const keptAtLeast = (page: Page, count: number) =>
  expect.poll(() => kept(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(count);
