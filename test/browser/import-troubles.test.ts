import { describe, expect, it } from 'vitest';
import { ride, settingsFile } from '../../fixtures/watch-file-variants.ts';
import { writeZip } from '../../fixtures/zip-container.ts';
import { choose, headline, sentFiles, tally } from './import-page.ts';
import {
  button,
  drop,
  exportOf,
  freshPage,
  inFolder,
  kept,
  onDisk,
  oneBrowserForAllTests,
  rows,
  runOn,
} from './import-visitor.ts';

oneBrowserForAllTests();

describe('a folder dropped on the page', () => {
  it('brings the files of its sub-folders and archives, and leaves alone what is no activity', async () => {
    const { page, complaints } = await freshPage();
    onDisk('watch/2026/march/1.fit', runOn(1));
    onDisk('watch/2026/2.fit', runOn(2));
    onDisk('watch/3.fit', runOn(3));
    onDisk('watch/exports/some.zip', exportOf(2, 10));
    onDisk('watch/photos/me.jpg', runOn(4));
    onDisk('watch/.trash/5.fit', runOn(5));
    await drop(page, inFolder('watch'), onDisk('loose.fit', runOn(6)));
    await headline(page, 'Done');
    expect(await tally(page)).toEqual({ All: 6, Added: 6 });
    expect(await kept(page)).toBe(6);
    expect(complaints).toEqual([]);
  });

  it('says so when there is nothing in it to add', async () => {
    const { page } = await freshPage();
    onDisk('photos/2026/me.jpg', runOn(4));
    await drop(page, inFolder('photos'));
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
    await page.getByRole('radio', { name: 'Failed' }).press('Space');
    expect(await rows(page).count()).toBe(2);
    const sent = sentFiles(page.context());
    await button(page, 'Retry failed').click();
    await page.locator('[data-part=count]', { hasText: '5 runs added' }).waitFor();
    expect(sent).toHaveLength(2);
    expect(await rows(page).count()).toBe(5);
    expect(await tally(page)).toEqual({ All: 5, Added: 5 });
    expect(await kept(page)).toBe(5);
    expect(await button(page, 'Retry failed').isVisible()).toBe(false);
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

describe('files that are chosen after others', () => {
  it('are spoken of at once, and read out in the end though it is the end of before', async () => {
    const { page } = await freshPage();
    await choose(page, onDisk('earlier.fit', runOn(1)));
    await headline(page, 'Done');
    await button(page, 'Undo this import').click();
    await headline(page, 'Undone');
    await page.evaluate(() => {
      const shown = document.querySelector('[data-part=progress]') as HTMLElement;
      const log: string[] = [];
      Object.assign(window, { shown: log });
      new MutationObserver(() => log.push(shown.innerText)).observe(shown, {
        ...{ subtree: true, childList: true, attributes: true, characterData: true },
      });
    });
    await choose(page, onDisk('later.fit', runOn(2)));
    await headline(page, 'Done');
    const [first] = await page.evaluate(() => (window as unknown as { shown: string[] }).shown);
    expect(first).toMatch(/^Adding your files\s+Pause\s+Cancel$/);
    const announcement = page.locator('[data-part=announcement]');
    await choose(page, onDisk('last.fit', runOn(3)));
    await announcement.filter({ hasText: 'Done. 2 files: 2 runs added.' }).waitFor({
      state: 'attached',
    });
  });
});

describe('a row that is changed among those of its outcome', () => {
  it('stays there with the focus, so that the change can be taken back', async () => {
    const { page } = await freshPage();
    const watch = onDisk('whole.fit', runOn(1, { recording: 'every-second' }));
    await choose(page, watch, onDisk('part.fit', runOn(1)));
    await headline(page, 'Done');
    await page.getByRole('radio', { name: 'Already here' }).press('Space');
    await button(page, 'These are two runs').press('Enter');
    await button(page, 'Join again').waitFor();
    expect(await rows(page).evaluateAll(([row]) => row === document.activeElement)).toBe(true);
    await button(page, 'Join again').press('Enter');
    await button(page, 'These are two runs').waitFor();
    expect(await tally(page)).toEqual({ All: 2, Added: 1, 'Already here': 1 });
  });
});

describe('a file of a watch that is no activity', () => {
  it('chosen by itself is answered in its own row', async () => {
    const { page } = await freshPage();
    await choose(page, onDisk('settings.fit', settingsFile()));
    await headline(page, 'Done');
    expect(await rows(page).textContent()).toContain('holds no activity');
    expect(await tally(page)).toEqual({ All: 1, Failed: 1 });
    await button(page, 'Retry failed').press('Enter');
    // Spoken of again, though nothing is different in the end.
    expect(await page.locator('[data-part=headline]').textContent()).toBe('Adding your files');
    await headline(page, 'Done');
    expect(await button(page, 'Retry failed').evaluate((it) => it === document.activeElement)).toBe(
      true,
    );
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
