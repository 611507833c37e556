import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { choose, headline, tally } from './import-page.ts';
import {
  addPage,
  button,
  exportOf,
  freshPage,
  kept,
  keptAtLeast,
  notice,
  onDisk,
  oneBrowserForAllTests,
  runOn,
} from './import-visitor.ts';
import { appUrl } from './shared-app.ts';

oneBrowserForAllTests();

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

describe('a session that ends while files come in', () => {
  it('stops the import, makes no other runner, and the same files come in whole once chosen again', async () => {
    const { page } = await freshPage();
    const path = onDisk('session.zip', exportOf(40, 240));
    await choose(page, path);
    await keptAtLeast(page, 5);
    await page.context().clearCookies();
    await headline(page, 'Stopped');
    const why = /^Stopped\. .+ 40 files: .+ runs? added\. This browser no longer holds the key/;
    expect(await page.locator('[data-part=announcement]').textContent()).toMatch(why);
    expect(await button(page, 'Undo this import').isVisible()).toBe(false);
    expect(await page.context().cookies()).toEqual([]);
    await choose(page, path);
    await headline(page, 'Done');
    expect(await tally(page)).toEqual({ All: 40, Added: 40 });
    expect(await kept(page)).toBe(40);
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
