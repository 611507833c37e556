import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { checkInScreen, onCheckInPage } from './check-in-screen.ts';
import { appUrl } from './shared-app.ts';

let page: Page;
let complaints: string[];

onCheckInPage((opened) => {
  ({ page, complaints } = opened);
});

const { saved, answer, checkIns, signs } = checkInScreen(() => page);

/** Until the service worker has what it needs to open the page by itself. */
async function readyForOffline(): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** As the browser keeps it for when there is no network. */
const keptStiffness = () =>
  page.evaluate(async () => {
    const cache = await caches.open('achilles-watch-runner');
    return (await (await cache.match('/check-in/kept'))?.json())?.said.stiffness ?? null;
  });

it('without a network the page opens, keeps what is said through a reload, and sends it when there is one', async () => {
  await answer('stiffness', '1').click();
  await saved();
  await readyForOffline();
  await page.reload();
  await expect.poll(keptStiffness).toBe(1);
  await page.context().setOffline(true);
  await page.goto(`${appUrl}/check-in`);
  await page.getByText('You are offline.').waitFor();
  await expect.poll(() => answer('stiffness', '1').isChecked()).toBe(true);
  await answer('stiffness', '4').click();
  await page.getByRole('checkbox', { name: 'Calf swollen' }).click();
  await saved('Saved on this phone; will be sent when you are online.');
  await page.reload();
  await expect.poll(() => answer('stiffness', '4').isChecked()).toBe(true);
  await expect.poll(() => page.locator('[data-advice~=calf-swelling]').isVisible()).toBe(true);
  expect(await checkIns()).toMatchObject([{ stiffness: 1 }]);
  await page.context().setOffline(false);
  await saved('Saved. Do not run. Get care first.');
  await expect.poll(checkIns).toMatchObject([{ stiffness: 4 }]);
  await expect.poll(signs).toMatchObject([{ sign: 'calf-swelling', until: null }]);
});

it('what waits is sent by any page of the same runner, and is never shown to, or sent for, another', async () => {
  await answer('stiffness', '1').click();
  await saved();
  await readyForOffline();
  await page.reload();
  await page.context().setOffline(true);
  await answer('stiffness', '6').click();
  await saved('Saved on this phone');
  const mine = await page.context().cookies();
  await page.context().clearCookies();
  await page.context().setOffline(false);
  await page.goto(`${appUrl}/check-in`);
  await page.waitForTimeout(500);
  complaints.length = 0;
  expect(await answer('stiffness', '6').isChecked()).toBe(false);
  await page.context().setOffline(true);
  await page.goto(`${appUrl}/check-in`);
  await page.getByText('You are offline.').waitFor();
  expect(await answer('stiffness', '1').isChecked()).toBe(false);
  await page.context().setOffline(false);
  await page.context().clearCookies();
  await page.context().addCookies(mine);
  await page.goto(`${appUrl}/settings`);
  await expect.poll(async () => (await checkIns())[0]?.stiffness).toBe(6);
});

it('the week and the runs last seen open without a network, dated; other pages say what they need', async () => {
  await readyForOffline();
  await page.goto(appUrl);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(500);
  await page.context().setOffline(true);
  await page.reload();
  await page
    .getByText(/^Offline\. This is the page as it was on \w{3} \d+ \w{3}, \d\d:\d\d/)
    .waitFor();
  await page.goto(`${appUrl}/settings`);
  await page.getByRole('heading', { name: 'You are offline.' }).waitFor();
  await page.getByRole('link', { name: 'Check in', exact: true }).click();
  await answer('stiffness', '0').waitFor();
});

it('a week that was seen eight days ago is not kept any longer', async () => {
  await readyForOffline();
  await page.goto(appUrl);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const age = (days: number) =>
    page.evaluate(async (ms) => {
      const cache = await caches.open('achilles-watch-runner');
      const kept = await cache.match('/');
      if (kept === undefined) return false;
      const headers = new Headers(kept.headers);
      headers.set('Kept-At', new Date(Date.now() - ms).toISOString());
      await cache.put('/', new Response(await kept.text(), { headers }));
      return true;
    }, days * 86_400_000);
  await expect.poll(() => age(6.9)).toBe(true);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText(/^Offline\. This is the page as it was/).waitFor();
  expect(await age(7.1)).toBe(true);
  await page.reload();
  await page.getByRole('heading', { name: 'You are offline.' }).waitFor();
  expect(await age(0)).toBe(false);
});
