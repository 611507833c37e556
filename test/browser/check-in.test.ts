import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { CheckIn, TickedSign } from '../../src/analysis/diary.ts';
import { launchChromium, openPage } from './chromium.ts';
import { pageFaults } from './page-faults.ts';
import { appUrl } from './shared-app.ts';

const EMERGENCY = 'Get emergency care now. This can mean a rupture.';

let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser?.close());

beforeEach(async () => {
  ({ page, complaints } = await openPage(browser));
  await page.goto(`${appUrl}/check-in`);
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
});

const status = () => page.locator('[data-part=status]');
const saved = (text = 'Saved.') => status().filter({ hasText: text }).waitFor();
const answer = (field: string, name: string) =>
  page.locator(`[data-field=${field}]`).getByRole('radio', { name, exact: true });

async function fromApi<Body>(path: string): Promise<Body> {
  return (await page.context().request.get(appUrl + path)).json() as Promise<Body>;
}

async function checkIns(): Promise<CheckIn[]> {
  return (await fromApi<{ checkIns?: CheckIn[] }>('/api/check-ins')).checkIns ?? [];
}

const signs = async () => (await fromApi<{ signs: TickedSign[] }>('/api/warning-signs')).signs;

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
