import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, pixelsBeyondScreen } from './axe-findings.ts';
import { DESKTOP, launchChromium, openPage, PHONE } from './chromium.ts';
import { type RunningApp, startApp } from './running-app.ts';

const PAGES = [
  ['landing', '/'],
  ['add files', '/add'],
  ['runs, empty', '/runs'],
  ['settings', '/settings'],
  ['urgent', '/urgent'],
  ['check-in', '/check-in'],
  ['check-in, offline', '/check-in/shell'],
  ['more', '/more'],
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

let app: RunningApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await app?.dispose();
});

describe.each([
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const)('on a %s', (_, viewport) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each(PAGES)('axe finds nothing on the page: %s', async (_name, path) => {
      const { page, complaints } = await openPage(browser, { viewport, colorScheme });
      await page.goto(app.url + path);
      expect(await axeFindings(page)).toEqual([]);
      expect(path === '/no-such-page' ? complaints.slice(1) : complaints).toEqual([]);
      await page.context().close();
    });
  });
});

it.each(PAGES)('nothing reaches beyond a screen of 320 px on the page: %s', async (_, path) => {
  const { page } = await openPage(browser, { viewport: { width: 320, height: 640 } });
  await page.goto(app.url + path);
  expect(await pixelsBeyondScreen(page)).toBe(0);
  await page.context().close();
});
