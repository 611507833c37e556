/** The product and a Strava of its own on one clock that the test moves, and browsers on their way between the two. */
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { AthleteSeed } from '../../fixtures/strava-simulator/seeded-athletes.ts';
import { runningClock } from '../../fixtures/strava-simulator/simulator-clock.ts';
import {
  type StravaSimulator,
  startStravaSimulator,
} from '../../fixtures/strava-simulator/start-simulator.ts';
import { type ClockedServer, startClockedServer } from '../clocked-server/clocked-server.ts';
import type { WorkerBundle } from '../clocked-server/worker-bundle.ts';
import { openPage } from './chromium.ts';
import { checkout } from './running-app.ts';

export interface ClockedStrava {
  strava: StravaSimulator;
  server: ClockedServer;
  advance(minutes: number): Promise<void>;
  /** To the second minute of Strava's next quarter of an hour, far from its end. */
  nextQuarter(): Promise<void>;
  /** In a fresh profile. */
  runner(options?: { viewport: { width: number; height: number } }): Promise<StravaRunner>;
  dispose(): Promise<void>;
}

export interface StravaRunner {
  page: Page;
  context: BrowserContext;
  /** What the browser has complained of so far. */
  complaints: string[];
  /** Presses the button; leads to Strava's page. */
  toStrava(): Promise<void>;
  /** There and back; gives the words of the page it leads to. */
  connect(as?: string, choices?: StravaChoices): Promise<string>;
  open(path: string): Promise<string>;
  /** Until the open page says so, without being loaded again. */
  says(words: string | RegExp): Promise<void>;
  /** The same of the line that tells where the connection stands. */
  stands(line: RegExp): Promise<void>;
  /** As the browser says after a tunnel: the open page looks again at once. */
  backOnline(): Promise<void>;
}

export interface StravaChoices {
  /** The box of our page is ticked. */
  asksPrivate?: boolean;
  /** Labels that are unticked on Strava's page. */
  unticked?: readonly string[];
}

/** An open page asks every few seconds; the machine may be busy. */
const SAYS_WITHIN_MS = 30_000;
const QUARTER_MS = 15 * 60_000;

export async function startClockedStrava(
  bundle: WorkerBundle,
  browser: Browser,
  athletes: readonly AthleteSeed[],
  variables: Record<string, string> = {},
): Promise<ClockedStrava> {
  const clock = runningClock();
  const advance = async (ms: number) => {
    clock.advance(ms);
    await server.clockMoved();
  };
  const strava = await startStravaSimulator({ port: 0, athletes, clock });
  const server = await startClockedServer({
    bundle,
    clock,
    variables: {
      STRAVA_CLIENT_ID: strava.clientId,
      STRAVA_CLIENT_SECRET: strava.clientSecret,
      STRAVA_API_BASE: strava.apiBase,
      STRAVA_OAUTH_BASE: strava.url,
      STRAVA_TOKEN_KEYS: JSON.stringify([{ kid: 'test', key: 'A'.repeat(43) }]),
      ...variables,
    },
  });
  return {
    strava,
    server,
    advance: (minutes) => advance(minutes * 60_000),
    nextQuarter: () => advance(QUARTER_MS - (clock.nowMs() % QUARTER_MS) + 60_000),
    runner: (options) => stravaRunner(browser, server.url, strava.url, options),
    async dispose() {
      await server.dispose();
      await strava.stop();
    },
  };
}

async function stravaRunner(
  browser: Browser,
  siteUrl: string,
  stravaUrl: string,
  options = {},
): Promise<StravaRunner> {
  const { page, complaints } = await openPage(browser, options);
  const context = page.context();
  // The Worker alone is served here; its files are those of the build.
  await context.route(`${siteUrl}/assets/**`, (route) =>
    route.fulfill({ path: join(checkout, 'dist/client', new URL(route.request().url()).pathname) }),
  );
  const main = () => page.locator('main').innerText();
  const open = async (path: string) => {
    await page.goto(siteUrl + path);
    return main();
  };
  const toStrava = async () => {
    if (new URL(page.url()).pathname !== '/strava') await open('/strava');
    await page.getByRole('button', { name: 'Connect with Strava' }).click();
    await page.waitForURL(`${stravaUrl}/**`);
  };
  return {
    ...{ page, context, complaints, toStrava, open },
    async connect(as = 'Ada Example', { asksPrivate = false, unticked = [] } = {}) {
      await open('/strava');
      if (asksPrivate) await page.getByLabel('Also activities only you can see').check();
      await toStrava();
      await page.getByRole('combobox').selectOption({ label: as });
      for (const label of unticked) await page.getByLabel(label, { exact: true }).uncheck();
      await page.getByRole('button', { name: 'Authorize' }).click();
      await page.waitForURL(`${siteUrl}/strava**`);
      return main();
    },
    says: (words) => told(page.locator('main'), words),
    stands: (line) => told(page.locator('[data-part="line"]'), line),
    backOnline: () => page.evaluate(() => void dispatchEvent(new Event('online'))),
  };
}

const told = (where: Locator, words: string | RegExp): Promise<void> =>
  expect.poll(() => where.innerText(), { timeout: SAYS_WITHIN_MS, interval: 200 }).toMatch(words);
