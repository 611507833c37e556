/** What a test does and sees on the check-in page, and what the site keeps of it. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { CheckIn, TickedSign } from '../../src/analysis/diary.ts';
import { launchChromium, openPage, UNKNOWN_RUNNERS_ZONE } from './chromium.ts';
import { appUrl } from './shared-app.ts';

export interface CheckInScreen {
  /** Until the page says so. */
  saved(text?: string): Promise<void>;
  answer(field: string, name: string): Locator;
  checkIns(): Promise<CheckIn[]>;
  signs(): Promise<TickedSign[]>;
}

/** `page`: the one of the test that runs. */
export function checkInScreen(page: () => Page): CheckInScreen {
  const fromApi = async <Body>(path: string): Promise<Body> =>
    (
      await page()
        .context()
        .request.get(appUrl + path)
    ).json() as Promise<Body>;
  return {
    saved: (text = 'Saved.') =>
      page().locator('[data-part=status]').filter({ hasText: text }).waitFor(),
    answer: (field, name) =>
      page().locator(`[data-field=${field}]`).getByRole('radio', { name, exact: true }),
    checkIns: async () =>
      (await fromApi<{ checkIns?: CheckIn[] }>('/api/check-ins')).checkIns ?? [],
    signs: async () => (await fromApi<{ signs: TickedSign[] }>('/api/warning-signs')).signs,
  };
}

export interface OpenedPage {
  browser: Browser;
  page: Page;
  complaints: string[];
}

/** Gives each test of the file the check-in page of a new runner, which has to end without a complaint. */
export function onCheckInPage(take: (opened: OpenedPage) => void): void {
  let browser: Browser;
  let opened: OpenedPage;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    opened = { browser, ...(await openPage(browser, UNKNOWN_RUNNERS_ZONE)) };
    await opened.page.goto(`${appUrl}/check-in`);
    take(opened);
  });
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await opened.page.context().close();
  });
}
