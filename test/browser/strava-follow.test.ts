import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleWorker } from '../clocked-server/worker-bundle.ts';
import { launchChromium, PHONE } from './chromium.ts';
import { type ClockedStrava, type StravaRunner, startClockedStrava } from './clocked-strava.ts';
import { pageFaults } from './page-faults.ts';

const ADA = { firstName: 'Ada', lastName: 'Example', activities: 40, differentRuns: 4 };
/** Of Strava's calls before the quarter of an hour is full: the list, and some of the courses. */
const CALLS_AT_FIRST = 10;

/** In one browser: each test finds what the one before has left. Linux: the server's clock is moved by way of its process. */
describe.runIf(process.platform === 'linux')('a page that is open while runs come in', () => {
  let browser: Browser;
  let site: ClockedStrava;
  let runner: StravaRunner;
  let asked = 0;

  beforeAll(async () => {
    browser = await launchChromium();
    site = await startClockedStrava(bundleWorker(), browser, [ADA]);
    await site.nextQuarter();
    runner = await site.runner();
    runner.page.on('request', (request) => {
      if (request.url().endsWith('/api/strava')) asked++;
    });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.dispose();
  });

  const part = (name: string) => runner.page.locator(`[data-part="${name}"]`);
  const shownBar = () =>
    part('progress').evaluate(({ value, max }: HTMLProgressElement) => `${value} of ${max}`);
  /** Gone when a page is loaded anew. */
  const mark = () => runner.page.evaluate(() => document.body.classList.add('as-it-was'));
  const isMarked = async () => (await runner.page.locator('body.as-it-was').count()) === 1;

  it('shows how many are here in detail, and when it goes on', async () => {
    const fault = { kind: 'rate-limited-quarter-hour' as const, after: CALLS_AT_FIRST };
    site.strava.control.setFaults([fault]);
    await runner.connect();
    await mark();
    await runner.stands(/^\d+ of \d+ runs in detail.*next calls at/);
    const [counted = ''] = /^\d+ of \d+/.exec(await part('line').innerText()) ?? [];
    expect(await shownBar()).toBe(counted);
    expect(await part('said').innerText()).toContain(counted);
    expect(await isMarked()).toBe(true);
    expect(await pageFaults(runner.page)).toEqual([]);
  });

  it('asks no more than now and then', async () => {
    const before = asked;
    await runner.page.waitForTimeout(4_000);
    expect(asked - before).toBeLessThanOrEqual(1);
  });

  it('offers what has come in to a dashboard that stays where it is', async () => {
    await runner.page.setViewportSize(PHONE);
    await runner.open('/');
    await mark();
    await runner.stands(/next calls at/);
    expect(await pageFaults(runner.page)).toEqual([]);
    const below = runner.page.locator('.strava-line + *');
    const placeBefore = await below.boundingBox();
    expect(await part('news').isVisible()).toBe(false);
    await site.nextQuarter();
    await runner.backOnline();
    await runner.stands(/^Up to date at/);
    await part('news').waitFor();
    expect(await below.boundingBox()).toEqual(placeBefore);
    expect(await isMarked()).toBe(true);
    expect(await pageFaults(runner.page)).toEqual([]);
    await part('news').click();
    await runner.page.locator('body:not(.as-it-was)').waitFor();
    expect(await part('news').isVisible()).toBe(false);
  });

  it('says that flags are complete, and leads to the week', async () => {
    await runner.open('/strava');
    await runner.page.getByRole('link', { name: 'See your week' }).click();
    await runner.page.getByRole('heading', { level: 1, name: /This week/ }).waitFor();
  });

  it('asks nothing more once everything is here, but when the runner comes back to it', async () => {
    await runner.open('/');
    const before = asked;
    await runner.page.waitForTimeout(4_000);
    expect(asked).toBe(before);
    const ada = site.strava.control.athletes()[0]?.id as string;
    site.strava.control.addActivity(ada, { name: 'Lunch Run' });
    await site.advance(21 * 60);
    await expect
      .poll(
        async () => {
          await runner.backOnline();
          return part('news').isVisible();
        },
        { timeout: 20_000, interval: 1_000 },
      )
      .toBe(true);
    expect(await part('news').innerText()).toBe('Show new runs');
  });

  it('says at once that Strava is being asked, however long the answer takes', async () => {
    await runner.open('/strava');
    const said = await runner.page.evaluate(() => {
      document.querySelector<HTMLButtonElement>('[data-part="sync"] button')?.click();
      return document.querySelector('[data-part="line"]')?.textContent;
    });
    expect(said).toBe('Asking Strava for what is new…');
    await runner.stands(/^(Up to date at|Asking Strava for what is new\. Up to date)/);
  });

  it('shows the same without its script, as of when it was loaded', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await context.addCookies(await runner.context.cookies());
    const page = await context.newPage();
    await page.goto(`${site.server.url}/strava`);
    await page
      .getByText(/Up to date at|runs in detail/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Sync now' }).click();
    await page.getByText('Connection', { exact: true }).waitFor();
    await context.close();
  });

  it('has complained of nothing', () => {
    expect(runner.complaints).toEqual([]);
    expect(site.strava.control.violations()).toEqual([]);
  });
});
