import { expect, test } from 'vitest';
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import { addDays, type LocalDate } from '../../src/analysis/local-date.ts';
import { Browser } from './browser.ts';
import { runOn } from './watch-files.ts';

/** A Monday: day 0 of `runOn`. */
const MONDAY = '2026-03-02' as LocalDate;
const on = (day: number): LocalDate => addDays(MONDAY, day);

/** 8 km every fourth day; three mornings as usual, then three stiffer ones and a worse one after the run of day 28. */
async function soreRunner(): Promise<Browser> {
  const browser = new Browser();
  for (let day = 0; day <= 28; day += 4) await browser.upload(runOn(day, 8_000));
  const points = [1, 1, 1, 4, 4, 4];
  for (const [index, stiffness] of points.entries()) {
    const nextDayResponse = index === points.length - 1 ? 'worse' : null;
    await browser.change('PUT', `/api/check-ins/${on(24 + index)}`, { stiffness, nextDayResponse });
  }
  return browser;
}

const viewOn = (browser: Browser, day: number) =>
  browser.json<DashboardView>(`/api/dashboard?on=${on(day)}`);

test('three stiffer mornings and a "worse" hold, as of the day, and not the day before', async () => {
  const browser = await soreRunner();
  expect((await viewOn(browser, 28)).guidance.kind).toBe('usual');
  const { guidance, flags, symptoms } = await viewOn(browser, 29);
  expect(guidance.kind).toBe('hold');
  expect(guidance.reasons.map(({ kind }) => kind)).toEqual(['worse-next-day', 'stiffer-mornings']);
  expect(flags.map(({ rule }) => rule).slice(0, 2)).toEqual(['stiffness-rise', 'next-day-flare']);
  expect(symptoms?.days.at(-1)).toMatchObject({ stiffness: 4, nextDayResponse: 'worse' });
  expect(symptoms?.days.at(-7)).toBeNull();
});

test('the page puts the hold first, links what comes next, and draws the strip with its table', async () => {
  const page = await (await soreRunner()).page(`/?on=${on(29)}`);
  expect(page).toContain('Hold: flat, easy, short.');
  expect(page.indexOf('data-guidance="hold"')).toBeLessThan(page.indexOf('id="volume"'));
  const flares = [27, 28, 29].map((day) => `/flare?on=${on(day)}`);
  for (const href of ['/check-in', '/plan', ...flares]) expect(page).toContain(`href="${href}"`);
  expect(page).not.toContain(`href="/flare?on=${on(26)}"`);
  expect(page).toMatch(/<figure[^>]*id="symptoms"/);
  expect(page).toContain('Back to today');
});

test('without a word in the diary there is no strip and no hold', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 8_000));
  const page = await browser.page(`/?on=${on(0)}`);
  expect(page).not.toContain('id="symptoms"');
  expect(page).not.toContain('data-guidance');
});

test('a ticked sign is urgent at once, says what to do, and cannot be hidden', async () => {
  const browser = await soreRunner();
  await browser.change('PUT', '/api/warning-signs/sudden-pop', { isTicked: true });
  const page = await browser.page('/');
  expect(page).toContain('Do not run. Get care first.');
  expect(page).toContain('Get emergency care now.');
  const [urgent] = (await browser.json<DashboardView>('/api/dashboard')).flags;
  expect(urgent).toMatchObject({ rule: 'urgent-signs', level: 'urgent' });
  const { rule, quantity, date } = urgent ?? {};
  await browser.change('POST', '/api/flags/hide', { rule, quantity, date });
  expect((await browser.json<DashboardView>('/api/dashboard')).flags[0]?.level).toBe('urgent');
  await browser.change('PUT', '/api/warning-signs/sudden-pop', { isTicked: false });
  expect((await browser.json<DashboardView>('/api/dashboard')).guidance.kind).toBe('usual');
});

test('while a sign is ticked no card advises how to run on', async () => {
  const browser = await soreRunner();
  const today = new Date().toISOString().slice(0, 10);
  await browser.change('PUT', `/api/check-ins/${today}`, { painAfter: 6 });
  expect(await browser.page('/')).toContain('class="advice"');
  await browser.change('PUT', '/api/warning-signs/calf-swelling', { isTicked: true });
  const page = await browser.page('/');
  expect(page).toContain('Pain 6 of 10, above your ceiling');
  expect(page).not.toContain('class="advice"');
});

test('before the first run a ticked sign, and a reason to hold, stand above all else of the first page', async () => {
  const browser = new Browser();
  const today = new Date().toISOString().slice(0, 10);
  await browser.change('PUT', `/api/check-ins/${today}`, { painAfter: 2 });
  expect(await browser.page('/')).not.toContain('data-guidance');
  await browser.change('PUT', `/api/check-ins/${today}`, { painAfter: 6 });
  expect(await browser.page('/')).toContain('Hold: flat, easy, short.');
  await browser.change('PUT', '/api/warning-signs/sudden-pop', { isTicked: true });
  const page = await browser.page('/');
  expect(page).toContain('Get emergency care now.');
  expect(page.indexOf('data-guidance="urgent"')).toBeLessThan(page.indexOf('<h1'));
});

test('a planner that holds does not offer itself', async () => {
  const browser = await soreRunner();
  const today = new Date().toISOString().slice(0, 10);
  await browser.change('PUT', `/api/check-ins/${today}`, { painAfter: 6 });
  const page = await browser.page('/plan');
  expect(page).toContain('Hold: flat, easy, short.');
  expect(page).not.toContain('Plan the next run');
});

test('a flag of stiffer mornings that is hidden stays so on the next one', async () => {
  const browser = await soreRunner();
  const [stiff] = (await viewOn(browser, 29)).flags;
  const { rule, quantity, date, level } = stiff ?? {};
  await browser.change('POST', '/api/flags/hide', { rule, quantity, date, level });
  await browser.change('PUT', `/api/check-ins/${on(30)}`, { stiffness: 4 });
  const rules = (await viewOn(browser, 30)).flags.map((flag) => flag.rule);
  expect(rules).not.toContain('stiffness-rise');
});

test('the six weeks before a flare-up list their days with flags', async () => {
  const browser = await soreRunner();
  await browser.upload(runOn(10, 14_200));
  const page = (await browser.page(`/flare?on=${on(29)}`)).replaceAll('\u00a0', ' ');
  expect(page).toContain('The six weeks before 31 Mar');
  expect(page).toContain('stiffness 4 of 10, the morning after: worse');
  expect(page).toContain('19 days before');
  expect(page).toContain('Longest run in 30 days, by 77%');
  expect(await browser.page('/demo/flare')).toContain('The six weeks before');
  expect((await browser.request('/flare?on=never')).status).toBe(400);
});
