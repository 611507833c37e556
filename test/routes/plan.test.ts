import { expect, test } from 'vitest';
import { addDays, type LocalDate } from '../../src/analysis/local-date.ts';
import type { PlanAnswer } from '../../src/athlete/plan-answer.ts';
import type { PlanWords } from '../../web/words/en/plan.ts';
import { Browser } from './browser.ts';
import { runOn } from './watch-files.ts';

type Answer = PlanAnswer & { words: PlanWords | null; risingWords: string | null };

const TODAY = new Date().toISOString().slice(0, 10) as LocalDate;

const NOW_S = Math.floor(Date.now() / 1000);

const planOf = (browser: Browser, query = '') => browser.json<Answer>(`/api/plan${query}`);

/** Eight weeks of 10 km on every third day. */
async function regularRunner(): Promise<Browser> {
  const browser = new Browser();
  for (let daysAgo = 55; daysAgo > 0; daysAgo -= 3) {
    await browser.upload(runOn(0, 10_000, { startTimeS: NOW_S - daysAgo * 86_400 }));
  }
  return browser;
}

function numbersOf({ plan }: Answer) {
  if (plan.kind !== 'headroom') throw new Error(`no numbers: ${plan.kind}`);
  return plan;
}

test('the ceiling of distance is a tenth above the longest of 30 days, for tomorrow unless said otherwise', async () => {
  const browser = await regularRunner();
  const answer = await planOf(browser);
  expect(answer.plan.date).toBe(addDays(answer.today, 1));
  expect(numbersOf(answer).alone.distanceM.most).toBe(11_000);
  expect(answer.words?.verdict).toBe('Would flag: nothing.');
});

test('what a longer run would raise is said in words', async () => {
  const browser = await regularRunner();
  const { words } = await planOf(browser, '?distance=14.2&climb=0&fast=0');
  expect(words?.verdict).toContain('longest run in 30 days');
  expect(words?.flags[0]?.because).toContain('+42%');
  expect(words?.room.distanceM).toBe('up to 11.0\u00a0km beside the rest');
});

test('numbers are read in the units of the settings', async () => {
  const browser = await regularRunner();
  await browser.change('PATCH', '/api/settings', { units: 'mi' });
  const { planned, alone } = numbersOf(await planOf(browser, '?distance=5'));
  expect(planned.distanceM).toBeCloseTo(8046.72);
  expect(alone.distanceM.most).toBeCloseTo(6.8 * 1609.344);
});

test.each(['?distance=-1', '?distance=far', '?date=2026-02-30', '?fast=1441', '?climb=50001'])(
  '%s is refused',
  async (query) => {
    const browser = new Browser();
    await browser.change('PUT', `/api/check-ins/${TODAY}`, { stiffness: 0 });
    expect((await browser.request(`/api/plan${query}`)).status).toBe(400);
  },
);

test('a day that has gone is today, one far ahead is the last that can be planned for', async () => {
  const browser = await regularRunner();
  const { plan, today } = await planOf(browser, '?date=2020-01-01');
  expect(plan.date).toBe(today);
  expect((await planOf(browser, '?date=2099-01-01')).plan.date).toBe(addDays(today, 28));
});

test('pain above the ceiling turns the numbers into hold, a ticked sign hides them', async () => {
  const browser = await regularRunner();
  await browser.change('PUT', `/api/check-ins/${TODAY}`, { painAfter: 4 });
  expect((await planOf(browser)).plan.kind).toBe('hold');
  expect(await browser.page('/plan')).toContain('Hold: flat, easy, short.');
  await browser.change('PUT', '/api/warning-signs/sudden-pop', { isTicked: true });
  expect((await planOf(browser)).plan.kind).toBe('urgent');
  const page = await browser.page('/plan');
  expect(page).toContain('Do not run');
  expect(page).not.toContain('name="distance"');
});

test('who comes back logs criteria, and is told when a plan raises two things at once', async () => {
  const browser = await regularRunner();
  await browser.submit('/plan/returning', { isReturning: 'true' });
  await browser.submit('/plan/criteria', { criterion: 'hops', isMet: 'true' });
  const answer = await planOf(browser, '?distance=10.5&climb=100&fast=0');
  expect(answer.returning?.criteria.find(({ criterion }) => criterion === 'hops')?.metOn).toBe(
    answer.today,
  );
  expect(answer.returning?.rising).toEqual(['distanceM', 'ascentM']);
  expect(answer.risingWords).toContain('distance and climb');
  await browser.submit('/plan/criteria', { criterion: 'hops', isMet: 'false' });
  await browser.submit('/plan/returning', { isReturning: 'false' });
  expect((await planOf(browser)).returning).toBeNull();
});

test('the demo runner has a plan of her own, page and answers', async () => {
  const browser = new Browser();
  expect(await browser.page('/demo/plan')).toContain('name="distance"');
  expect((await browser.request('/demo/api/plan?distance=60')).status).toBe(200);
});

test('nobody else asks for my plan', async () => {
  expect((await new Browser().request('/api/plan')).status).toBe(401);
});
