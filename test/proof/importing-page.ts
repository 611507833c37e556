/** The page of one import: files chosen, progress watched, its end waited for, its account read. */
import type { CDPSession, Page } from 'playwright-core';
import { choose, tally } from '../browser/import-page.ts';
import type { KillableChromium } from '../browser/killable-chromium.ts';
import type { ListedRun } from './archive-contents.ts';
import type { PageAccount } from './archive-verdict.ts';

interface Standing {
  headline: string;
  done: number;
}

const LOOK_EVERY_MS = 100;
/** Without a file more: twice as long as the page itself waits for a lost site. */
const STUCK_AFTER_MS = 120_000;

export class ImportingPage {
  /** Most that the scripts of the page itself have held; its worker's memory counts in the process alone. */
  heapPeakBytes = 0;
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #url: string;

  private constructor(page: Page, session: CDPSession, url: string) {
    this.#page = page;
    this.#session = session;
    this.#url = url;
  }

  static async open({ context }: KillableChromium, url: string): Promise<ImportingPage> {
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('dialog', (dialog) => dialog.accept());
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(`${url}/add`);
    return new ImportingPage(page, session, url);
  }

  choose(path: string): Promise<void> {
    return choose(this.#page, path);
  }

  /** Resolves when the import is over. Goes on with a click where the page waits for one. */
  async finished(): Promise<void> {
    let last = { done: -1, atMs: performance.now() };
    for (;;) {
      const { done, headline } = await this.#standing();
      if (headline.startsWith('Done')) return;
      if (headline.startsWith('No connection')) {
        await this.#page.getByRole('button', { name: 'Continue', exact: true }).click();
      }
      if (done !== last.done) last = { done, atMs: performance.now() };
      if (performance.now() - last.atMs > STUCK_AFTER_MS) {
        throw new Error(`the import stands at ${done} files: ${headline}`);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  async #standing(): Promise<Standing> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
    this.heapPeakBytes = Math.max(this.heapPeakBytes, heap);
    return this.#page.evaluate(() => {
      const text = (name: string) =>
        document.querySelector(`[data-part=${name}]`)?.textContent ?? '';
      const done = Number.parseInt(text('count').replaceAll(',', ''), 10);
      return { headline: text('headline'), done: Number.isNaN(done) ? 0 : done };
    });
  }

  /** What it says of an interrupted import; `null` when it says nothing. */
  async interruption(): Promise<string | null> {
    const notice = this.#page.locator('[data-part=interrupted]');
    return (await notice.isVisible()) ? notice.textContent() : null;
  }

  async account(): Promise<PageAccount> {
    const page = this.#page;
    await page.getByRole('radio', { name: /^Failed/ }).check();
    const more = page.getByRole('button', { name: 'Show more', exact: true });
    while (await more.isVisible()) await more.click();
    const refusals = new Map<string, number>();
    for (const line of await page.locator('[data-upload-list] .file-result').allTextContents()) {
      const reason = line.replace(/^Failed: /, '');
      refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
    }
    const notes = (await page.locator('[data-part=notes]').textContent()) ?? '';
    return { tally: await tally(page), refusals, notes };
  }

  /** What the site keeps, once it keeps the same for a while: requests of a killed browser may still come to their end. */
  async listed(): Promise<ListedRun[]> {
    let before = -1;
    for (;;) {
      const listed = await this.#listedNow();
      if (listed.length === before) return listed;
      before = listed.length;
      await this.#page.waitForTimeout(500);
    }
  }

  async #listedNow(): Promise<ListedRun[]> {
    const answer = await this.#page.request.get(`${this.#url}/api/activities`);
    const { activities } = (await answer.json()) as {
      activities: (Omit<ListedRun, 'twins'> & { twins: string[] })[];
    };
    return activities.map(({ startTimeS, distanceM, isRun, name, twins }) => ({
      startTimeS,
      distanceM,
      isRun,
      name,
      twins: twins.length,
    }));
  }
}
