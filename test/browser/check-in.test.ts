import type { Browser, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { checkInScreen, onCheckInPage } from './check-in-screen.ts';
import { openPage } from './chromium.ts';
import { pageFaults } from './page-faults.ts';
import { appUrl } from './shared-app.ts';

const EMERGENCY = 'Get emergency care now. This can mean a rupture.';

let browser: Browser;
let page: Page;
let complaints: string[];

onCheckInPage((opened) => {
  ({ browser, page, complaints } = opened);
});

const { saved, answer, checkIns, signs } = checkInScreen(() => page);

it('a check-in is done with the keyboard alone, focus is never hidden, and says what the guide says', async () => {
  const tabTo = async (field: string) => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      const [found, isSeen] = await page.evaluate(() => {
        const { activeElement } = document;
        const box = activeElement?.getBoundingClientRect();
        const middle = box && [box.x + box.width / 2, box.y + box.height / 2];
        const top = middle && document.elementFromPoint(middle[0] ?? 0, middle[1] ?? 0);
        const name = activeElement?.getAttribute('name');
        return [name, activeElement === top || activeElement?.contains(top ?? null)];
      });
      if (found === field) {
        expect(isSeen, `${field} is covered`).toBe(true);
        return;
      }
    }
    throw new Error(`${field} is not reached`);
  };
  const right = async (presses: number) => {
    for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowRight');
  };
  await tabTo('stiffness');
  // From "not said", the last one, round to 0 and on.
  await right(4);
  await tabTo('stiffnessMinOther');
  await page.keyboard.type('12');
  await tabTo('firstStepsPain');
  await right(3);
  await tabTo('heelRaisesLeft');
  await page.keyboard.type('22');
  await page.keyboard.press('Tab');
  await page.keyboard.type('25');
  await page.keyboard.press('Enter');
  await saved('Saved. 2/10: inside the usual guide (3/10 or less).');
  const [said] = await checkIns();
  expect(said).toMatchObject({
    stiffness: 3,
    stiffnessMin: 12,
    firstStepsPain: 2,
    heelRaisesLeft: 22,
    heelRaisesRight: 25,
    painDuring: null,
    isEdited: false,
  });
  expect(await signs()).toEqual([]);
  expect(await page.locator('[data-part=symmetry]').textContent()).toContain('Left is at 88%');
});

it('a ticked sign shows the emergency wording at once, survives a reload, and asks before it is over', async () => {
  const box = page.getByRole('checkbox', { name: 'Sudden pain or pop behind the ankle' });
  const seen = page.locator('[data-advice~=sudden-pop]');
  expect(await seen.isVisible()).toBe(false);
  // Before any answer of the site: it is never asked.
  await page.route('**/api/warning-signs/*', (route) => route.abort());
  await box.focus();
  await page.keyboard.press('Space');
  expect(await seen.isVisible()).toBe(true);
  expect(await seen.textContent()).toBe(EMERGENCY);
  await expect.poll(() => page.getByRole('alert').textContent()).toContain(EMERGENCY);
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  await saved('Saved on this phone; will be sent when you are online.');
  complaints.length = 0;
  await page.unroute('**/api/warning-signs/*');
  await page.reload();
  // The phone remembers it until the site has heard of it, by this page or by the service worker.
  await expect.poll(() => seen.isVisible()).toBe(true);
  await expect.poll(signs).toMatchObject([{ sign: 'sudden-pop', until: null }]);
  await page.goto(`${appUrl}/check-in`);
  await box.click();
  expect(await box.isChecked()).toBe(true);
  await page.getByRole('button', { name: 'No, keep it' }).click();
  await box.click();
  await page.getByRole('button', { name: 'Yes, it is over' }).click();
  expect(await seen.isVisible()).toBe(false);
  await saved();
  expect(await signs()).toEqual([]);
});

it('a phone that has another day already, or still, is asked about that day', async () => {
  const isMorning = new Date().getUTCHours() < 12;
  const timezoneId = isMorning ? 'Etc/GMT+12' : 'Etc/GMT-12';
  const day = new Date(Date.now() + (isMorning ? -12 : 12) * 3_600_000).toISOString().slice(0, 10);
  const elsewhere = await openPage(browser, { timezoneId });
  await elsewhere.page.goto(`${appUrl}/check-in`);
  await elsewhere.page.waitForURL(`**/check-in?date=${day}`);
  expect(await elsewhere.page.locator('form[data-date]').getAttribute('data-date')).toBe(day);
  expect(elsewhere.complaints).toEqual([]);
  await elsewhere.page.context().close();
});

it('a tap before the script is here counts', async () => {
  const { promise: mayLoad, resolve: load } = Promise.withResolvers<void>();
  await page.route('**/assets/app.js', async (route) => {
    await mayLoad;
    await route.continue();
  });
  await page.goto(`${appUrl}/check-in`, { waitUntil: 'commit' });
  await answer('firstStepsPain', '1').click();
  await page.getByRole('checkbox', { name: 'Fever' }).click();
  load();
  await saved('Saved. Do not run. Get care first.');
  expect(await checkIns()).toMatchObject([{ firstStepsPain: 1 }]);
  expect(await signs()).toMatchObject([{ sign: 'fever-hot-skin' }]);
});

it('the last change is taken back', async () => {
  await answer('stiffness', '7').click();
  await saved();
  await page.getByRole('button', { name: 'Undo' }).click();
  await saved('Undone.');
  expect(await checkIns()).toEqual([]);
});

it('nobody is shut out of a filled check-in', async () => {
  await answer('stiffness', '2').click();
  await page.getByRole('checkbox', { name: 'Sudden pain' }).click();
  for (const summary of await page.locator('form summary').all()) await summary.click();
  await saved();
  expect(await pageFaults(page)).toEqual([]);
  await page.goto(`${appUrl}/more`);
  expect(await pageFaults(page)).toEqual([]);
});

it('every answer is 44 px large on a screen of 320 px', async () => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('checkbox', { name: 'Sudden pain' }).click();
  for (const summary of await page.locator('form summary').all()) await summary.click();
  await saved();
  const smallest = await page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('.choices label, .check')].map((label) => {
        const { width, height } = label.getBoundingClientRect();
        return Math.min(width, height);
      }),
    ),
  );
  expect(smallest).toBeGreaterThanOrEqual(44);
});
