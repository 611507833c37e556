import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodedRun } from '../../fixtures/encoded-run.ts';
import { DESKTOP, launchChromium, openPage } from './chromium.ts';
import { appUrl } from './shared-app.ts';

const DAY_S = 86_400;

let browser: Browser;
let page: Page;

/** Even runs every fourth day, and a much longer one today. */
function runs(): Uint8Array[] {
  const todayS = Math.floor(Date.now() / 1000) - 3600 * 6;
  return [28, 24, 20, 16, 12, 8, 4, 0].map((daysAgo) =>
    encodedRun({
      segments: [{ distanceM: daysAgo === 0 ? 15_000 : 10_000, speedMps: 2.8 }],
      startTimeS: todayS - daysAgo * DAY_S,
      recording: 'smart',
    }),
  );
}

beforeAll(async () => {
  browser = await launchChromium();
  ({ page } = await openPage(browser, { viewport: DESKTOP }));
  for (const data of runs()) {
    const headers = { Origin: appUrl };
    await page
      .context()
      .request.post(`${appUrl}/api/imports`, { data: Buffer.from(data), headers });
  }
  await page.goto(appUrl);
});

afterAll(() => browser?.close());

it('shows in the card that hiding or bringing back failed, and says what is true afterwards', async () => {
  const status = page.locator('[data-flag-status]');
  const hide = page.locator('form.hide-flag button').first();
  const alert = page.getByRole('alert');
  await page.route('**/api/flags/*', (route) => route.abort());
  await hide.click();
  expect(await alert.textContent()).toBe('Could not be hidden. Try again.');
  expect(await alert.isVisible()).toBe(true);
  await page.unroute('**/api/flags/*');
  await hide.click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  expect(await status.textContent()).toBe('Hidden for 7 days.');
  await page.route('**/api/flags/*', (route) => route.abort());
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await alert.textContent()).toBe('Could not be shown again. Try again.');
  await page.unroute('**/api/flags/*');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
  expect(await alert.count()).toBe(0);
  expect(await status.textContent()).toBe('Shown again.');
});

it('shows the whole of the time zone’s first choice', async () => {
  await page.goto(`${appUrl}/settings`);
  const [needed, given] = await page.locator('#timeZone').evaluate((select) => {
    const measured = document.createElement('span');
    measured.style.cssText = `position:absolute;white-space:nowrap;font:${getComputedStyle(select).font}`;
    measured.textContent = (select as HTMLSelectElement).options[0]?.text ?? '';
    document.body.append(measured);
    return [measured.offsetWidth, select.clientWidth - 48];
  });
  expect(needed).toBeLessThanOrEqual(given as number);
});
