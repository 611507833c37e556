import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stravaExport } from '../../fixtures/archives.ts';
import { encodedRun } from '../../fixtures/encoded-run.ts';
import type { RunSpec } from '../../fixtures/synthetic-run.ts';
import { ride, settingsFile } from '../../fixtures/watch-file-variants.ts';
import { writeZip } from '../../fixtures/zip-container.ts';
import { launchChromium, openPage } from './chromium.ts';
import { choose, headline, sentFiles, tally } from './import-page.ts';
import { appUrl } from './shared-app.ts';

const DAY_S = 86_400;
const FIRST_MORNING_S = 1_772_434_800;

const runOn = (day: number, spec: Partial<RunSpec> = {}): Uint8Array =>
  encodedRun({
    segments: [{ distanceM: 3000, speedMps: 2.78 }],
    startTimeS: FIRST_MORNING_S + day * DAY_S,
    recording: 'smart',
    ...spec,
  });

const exportOf = (count: number, firstDay: number): Uint8Array =>
  stravaExport(
    Array.from({ length: count }, (_, i) => ({
      name: `${9_000_000_000 + firstDay + i}.fit`,
      bytes: runOn(firstDay + i),
      title: `Morning ${firstDay + i}`,
    })),
  );

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-troubles-'));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function onDisk(path: string, bytes: Uint8Array): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, bytes);
  return full;
}

async function addPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${appUrl}/add`);
  return page;
}

/** A page to add files on, in a fresh profile. */
async function freshPage(): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser);
  await opened.page.goto(`${appUrl}/add`);
  return opened;
}

/** As a hand drops files and folders on the page. */
async function drop(page: Page, ...files: string[]): Promise<void> {
  const hand = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await hand.send('Input.dispatchDragEvent', { type, x: 100, y: 200, data });
  }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const rows = (page: Page) => page.locator('[data-upload-list] li');
const notice = (page: Page) => page.locator('[data-part=interrupted]');

/** Activities that count or are kept as context. */
async function kept(page: Page): Promise<number> {
  const answer = await page.request.get(`${appUrl}/api/activities`);
  if (answer.status() === 401) return 0;
  return ((await answer.json()) as { activities: unknown[] }).activities.length;
}

const keptAtLeast = (page: Page, count: number) =>
  expect.poll(() => kept(page), { timeout: 30_000 }).toBeGreaterThanOrEqual(count);

describe('a folder dropped on the page', () => {
  it('brings the files of its sub-folders and archives, and leaves alone what is no activity', async () => {
    const { page, complaints } = await freshPage();
    onDisk('watch/2026/march/1.fit', runOn(1));
    onDisk('watch/2026/2.fit', runOn(2));
    onDisk('watch/3.fit', runOn(3));
    onDisk('watch/exports/some.zip', exportOf(2, 10));
    onDisk('watch/photos/me.jpg', runOn(4));
    onDisk('watch/.trash/5.fit', runOn(5));
    await drop(page, join(folder, 'watch'), onDisk('loose.fit', runOn(6)));
    await headline(page, 'Done');
    expect(await tally(page)).toEqual({ All: 6, Added: 6 });
    expect(await kept(page)).toBe(6);
    expect(complaints).toEqual([]);
  });

  it('says so when there is nothing in it to add', async () => {
    const { page } = await freshPage();
    onDisk('photos/2026/me.jpg', runOn(4));
    await drop(page, join(folder, 'photos'));
    await page.locator('[data-part=notes]', { hasText: 'There is no FIT, GPX' }).waitFor();
  });
});

describe('files that the site fails on', () => {
  it('are tried again with one press, and nothing else is', async () => {
    const { page } = await freshPage();
    let isBroken = true;
    await page
      .context()
      .route('**/api/imports?**', (route) =>
        isBroken && /900000002[13]/.test(route.request().url())
          ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{}' })
          : route.continue(),
      );
    await choose(page, onDisk('retry.zip', exportOf(5, 20)));
    await headline(page, 'Done');
    expect(await tally(page)).toEqual({ All: 5, Added: 3, Failed: 2 });
    expect(await rows(page).first().textContent()).toContain('could not take the file');
    isBroken = false;
    const sent = sentFiles(page.context());
    await button(page, 'Retry failed').click();
    await page.locator('[data-part=count]', { hasText: '5 runs added' }).waitFor();
    expect(sent).toHaveLength(2);
    expect(await tally(page)).toEqual({ All: 5, Added: 5 });
    expect(await kept(page)).toBe(5);
    expect(await button(page, 'Retry failed').isVisible()).toBe(false);
  });
});

describe('a device without a network', () => {
  it('says so at once, keeps what it has, and goes on with Continue or by itself', async () => {
    const { page } = await freshPage();
    await choose(page, onDisk('offline.zip', exportOf(40, 100)));
    await keptAtLeast(page, 5);
    await page.context().setOffline(true);
    await headline(page, 'No connection');
    expect(await page.locator('[data-part=notes]').textContent()).toContain('is kept');
    await button(page, 'Continue').click();
    await headline(page, 'No connection');
    await page.context().setOffline(false);
    await headline(page, 'Adding');
    await button(page, 'Pause').click();
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await page.waitForTimeout(1000);
    expect(await page.locator('[data-part=headline]').textContent()).toBe('Paused');
    await button(page, 'Continue').click();
    await headline(page, 'Done');
    expect(await tally(page)).toEqual({ All: 40, Added: 40 });
    expect(await kept(page)).toBe(40);
  });
});

describe('an import that its tab does not live to end', () => {
  it.each(['reloaded', 'closed'] as const)(
    'goes on in a tab that is %s, and is undone as a whole',
    async (how) => {
      let { page } = await freshPage();
      const context = page.context();
      await choose(page, onDisk('before.fit', runOn(199)));
      await headline(page, 'Done');
      await page.goto(`${appUrl}/add`);
      const path = onDisk(`${how}.zip`, exportOf(40, 200));
      await choose(page, path);
      await keptAtLeast(page, 10);
      page.on('dialog', (dialog) => dialog.accept());
      if (how === 'reloaded') await page.reload();
      else {
        await page.close();
        page = await addPage(context);
      }
      await notice(page).waitFor();
      expect(await notice(page).textContent()).toContain(`“${how}.zip” was interrupted after`);
      expect(await kept(page)).toBeLessThan(41);
      await choose(page, path);
      await headline(page, 'Done');
      expect(await notice(page).isVisible()).toBe(false);
      expect(await kept(page)).toBe(41);
      expect(await page.locator('[data-part=notes]').textContent()).toContain('both parts');
      await button(page, 'Undo this import').click();
      await headline(page, 'Undone');
      expect(await kept(page)).toBe(1);
    },
  );

  it('is left alone by other files, until its own come or it is dismissed', async () => {
    const { page } = await freshPage();
    page.on('dialog', (dialog) => dialog.accept());
    await choose(page, onDisk('first.zip', exportOf(40, 300)));
    await keptAtLeast(page, 5);
    await page.reload();
    await notice(page).waitFor();
    const before = await kept(page);
    await choose(page, onDisk('other.fit', runOn(390)));
    await headline(page, 'Done');
    await button(page, 'Undo this import').click();
    await headline(page, 'Undone');
    expect(await kept(page)).toBe(before);
    expect(await notice(page).textContent()).toContain('“first.zip” was interrupted');
    await button(page, 'Leave it').click();
    await notice(page).waitFor({ state: 'hidden' });
    await page.reload();
    expect(await notice(page).isVisible()).toBe(false);
  });
});

describe('where the browser lets a page keep hold of files', () => {
  /** Chosen with the browser's picker, which no script may press: it gives a file of the site's own folder instead. */
  async function pick(page: Page, path: string): Promise<void> {
    await page.addInitScript(() => {
      Object.assign(window, {
        showOpenFilePicker: async () => {
          const root = await navigator.storage.getDirectory();
          return [await root.getFileHandle('kept.zip')];
        },
      });
    });
    await page.reload();
    await page.evaluate(async (base64) => {
      const root = await navigator.storage.getDirectory();
      const writable = await (
        await root.getFileHandle('kept.zip', { create: true })
      ).createWritable();
      await writable.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      await writable.close();
    }, readFileSync(path).toString('base64'));
    await page.locator('input[name=files]').press('Enter');
  }

  it('an interrupted import goes on with one press', async () => {
    const { page, complaints } = await freshPage();
    page.on('dialog', (dialog) => dialog.accept());
    await pick(page, onDisk('kept.zip', exportOf(40, 600)));
    await keptAtLeast(page, 5);
    await page.reload();
    await notice(page).waitFor();
    expect(await notice(page).textContent()).toContain('Go on with one press');
    await button(page, 'Go on').click();
    await headline(page, 'Done');
    expect(await kept(page)).toBe(40);
    expect(await notice(page).isVisible()).toBe(false);
    await page.reload();
    expect(await notice(page).isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('the files are chosen again when they are gone', async () => {
    const { page } = await freshPage();
    page.on('dialog', (dialog) => dialog.accept());
    const path = onDisk('kept.zip', exportOf(40, 650));
    await pick(page, path);
    await keptAtLeast(page, 5);
    await page.reload();
    await notice(page).waitFor();
    await page.evaluate(async () => {
      await (await navigator.storage.getDirectory()).removeEntry('kept.zip');
    });
    await button(page, 'Go on').click();
    await notice(page).filter({ hasText: 'Choose the same again' }).waitFor();
    expect(await button(page, 'Go on').isVisible()).toBe(false);
    await choose(page, path);
    await headline(page, 'Done');
    expect(await kept(page)).toBe(40);
  });
});

describe('two tabs', () => {
  it('that begin at the same moment are one runner, whose files come in once', async () => {
    const { page: one } = await freshPage();
    const two = await addPage(one.context());
    // Long enough for both to be on their way before either is answered.
    await one.context().route('**/api/imports?**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    const both = onDisk('both.fit', runOn(400));
    await Promise.all([
      choose(one, both, onDisk('one.fit', runOn(401))),
      choose(two, both, onDisk('two.fit', runOn(402))),
    ]);
    await Promise.all([headline(one, 'Done'), headline(two, 'Done')]);
    expect(await kept(one)).toBe(3);
    const tallies = [await tally(one), await tally(two)];
    expect(tallies.map(({ All }) => All)).toEqual([2, 2]);
    expect(tallies.map((each) => each['Already here'] ?? 0).toSorted()).toEqual([0, 1]);
  });

  it('know of each other while they import, and neither is taken for interrupted', async () => {
    const { page: one } = await freshPage();
    await choose(one, onDisk('long.zip', exportOf(40, 420)));
    await keptAtLeast(one, 3);
    await button(one, 'Pause').click();
    const two = await addPage(one.context());
    await notice(two).waitFor();
    expect(await notice(two).textContent()).toBe(
      'Another tab of this browser is adding files. You can add more here at the same time: nothing is added twice.',
    );
    const before = await kept(one);
    await choose(two, onDisk('short.fit', runOn(510)));
    await headline(two, 'Done');
    await button(two, 'Undo this import').click();
    await headline(two, 'Undone');
    await button(one, 'Continue').click();
    await headline(one, 'Done');
    await notice(two).waitFor({ state: 'hidden' });
    expect(before).toBeLessThan(40);
    expect(await kept(one)).toBe(40);
  });
});

describe('a file that is here already', () => {
  it('names the run that it is, and leads to it', async () => {
    const { page } = await freshPage();
    const paths = [onDisk('run.fit', runOn(0)), onDisk('ride.fit', ride())];
    await choose(page, ...paths);
    await headline(page, 'Done');
    await page.reload();
    const sent = sentFiles(page.context());
    await choose(page, ...paths, onDisk('again.fit', runOn(0)));
    await headline(page, 'Done');
    expect(sent).toEqual([]);
    const row = rows(page).filter({ hasText: 'run.fit' });
    const link = row.getByRole('link', { name: 'Already here: Duplicate of the 2 Mar 2026 run' });
    expect(await rows(page).filter({ hasText: 'ride.fit' }).textContent()).toContain(
      'that is not a run',
    );
    await link.click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('main').textContent()).toContain('run.fit');
  });

  it('in another recording: the richer counts, unless the runner says that they are two runs', async () => {
    const { page } = await freshPage();
    await choose(page, onDisk('watch.fit', runOn(0, { recording: 'every-second' })));
    await headline(page, 'Done');
    await choose(page, onDisk('copy.fit', runOn(0)));
    const row = rows(page).filter({ hasText: 'copy.fit' });
    await row.waitFor();
    expect(await row.textContent()).toContain('from watch.fit; the richer recording is kept');
    expect(await kept(page)).toBe(1);
    await button(page, 'These are two runs').click();
    await row.filter({ hasText: 'Added: A run of its own' }).waitFor();
    expect(await kept(page)).toBe(2);
    await row.getByRole('button').click();
    await row.filter({ hasText: 'The same run as' }).waitFor();
    expect(await kept(page)).toBe(1);
  });
});

describe('a file of a watch that is no activity', () => {
  it('chosen by itself is answered in its own row', async () => {
    const { page } = await freshPage();
    await choose(page, onDisk('settings.fit', settingsFile()));
    await headline(page, 'Done');
    expect(await rows(page).textContent()).toContain('holds no activity');
    expect(await tally(page)).toEqual({ All: 1, Failed: 1 });
  });
});

describe('an archive that cannot be used', () => {
  it.each([
    ['locked.zip', [{ path: 'a.fit', content: runOn(0), encrypted: true }], 'password'],
    ['empty.zip', [], 'This archive is empty'],
    ['photos.zip', [{ path: 'me.jpg', content: runOn(0) }], 'no FIT, GPX or TCX file'],
  ] as const)('says why: %s', async (name, parts, reason) => {
    const { page } = await freshPage();
    await choose(page, onDisk(name, writeZip([...parts])));
    await headline(page, 'Done');
    expect(await rows(page).textContent()).toContain(reason);
    expect(await button(page, 'Undo this import').isVisible()).toBe(false);
  });
});
