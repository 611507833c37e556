import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DESKTOP, launchChromium, openPage, UNKNOWN_RUNNERS_ZONE } from './chromium.ts';
import { findingsInBothSchemes, pageFaults } from './page-faults.ts';
import { appUrl } from './shared-app.ts';

const PAGES = [
  ['landing', '/'],
  ['add files', '/add'],
  ['runs, empty', '/runs'],
  ['settings', '/settings'],
  ['urgent', '/urgent'],
  ['check-in', '/check-in'],
  ['check-in, offline', '/check-in/shell'],
  ['more', '/more'],
  ['Strava', '/strava'],
  ['your data, none', '/your-data'],
  ['signed out', '/sign-out'],
  ['demo check-in', '/demo/check-in'],
  ['not found', '/no-such-page'],
  ['demo dashboard', '/demo'],
  ['demo, a year', '/demo?range=1y'],
  ['demo plan', '/demo/plan'],
  ['demo plan with flags', '/demo/plan?distance=25&climb=300&fast=20'],
  ['demo, before a flare', '/demo/flare'],
  ['demo runs', '/demo/runs'],
  ['demo run', '/demo/runs/run-125'],
  ['demo treadmill run', '/demo/runs/run-60'],
] as const;

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser?.close());

it.each(PAGES)(
  'nobody is shut out of the page, on a phone or a desk, in light or dark: %s',
  async (_, path) => {
    const { page, complaints } = await openPage(browser, UNKNOWN_RUNNERS_ZONE);
    await page.goto(appUrl + path);
    expect(await pageFaults(page)).toEqual([]);
    await page.setViewportSize(DESKTOP);
    await page.goto(appUrl + path);
    expect(await findingsInBothSchemes(page, 'dark')).toEqual([]);
    const isItself = /status of 404/;
    const unexpected = complaints.filter(
      (complaint) => path !== '/no-such-page' || !isItself.test(complaint),
    );
    expect(unexpected).toEqual([]);
    await page.context().close();
  },
);
