import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, launchChromium, openPage, PHONE } from './chromium.ts';
import { type RunningApp, startApp } from './running-app.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const PAGES = [
  ['landing', '/'],
  ['add files', '/add'],
  ['runs, empty', '/runs'],
  ['settings', '/settings'],
  ['urgent', '/urgent'],
  ['not found', '/no-such-page'],
  ['demo dashboard', '/demo'],
  ['demo, a year', '/demo?range=1y'],
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
      await page.evaluate(AXE);
      const { violations } = await page.evaluate<AxeResults, string[]>(
        (tags) =>
          (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
            runOnly: tags,
          }),
        AXE_TAGS,
      );
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target)}`);
      expect(found).toEqual([]);
      expect(path === '/no-such-page' ? complaints.slice(1) : complaints).toEqual([]);
      await page.context().close();
    });
  });
});

it.each(PAGES)('nothing reaches beyond a screen of 320 px on the page: %s', async (_, path) => {
  const { page } = await openPage(browser, { viewport: { width: 320, height: 640 } });
  await page.goto(app.url + path);
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(screen ?? 0);
  await page.context().close();
});
