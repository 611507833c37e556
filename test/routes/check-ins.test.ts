import { expect, test } from 'vitest';
import type { CheckIn, TickedSign } from '../../src/analysis/diary.ts';
import { addDays, type LocalDate } from '../../src/analysis/local-date.ts';
import type { CheckInChange } from '../../src/athlete/check-in-table.ts';
import { Browser } from './browser.ts';

const TODAY = new Date().toISOString().slice(0, 10) as LocalDate;
const YESTERDAY = addDays(TODAY, -1);

async function say(browser: Browser, date: string, change: unknown): Promise<CheckIn | null> {
  const answer = await browser.change('PUT', `/api/check-ins/${date}`, change);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json<{ checkIn: CheckIn | null }>()).checkIn;
}

const said = async (browser: Browser) =>
  (await browser.json<{ checkIns: CheckIn[] }>('/api/check-ins')).checkIns;

test('a check-in can be the first thing a runner does: it makes an athlete', async () => {
  const browser = new Browser();
  const checkIn = await say(browser, TODAY, { stiffness: 4, stiffnessMin: 15 });
  expect(checkIn).toMatchObject({ date: TODAY, stiffness: 4, stiffnessMin: 15, isEdited: false });
  expect(await said(browser)).toHaveLength(1);
});

test('what is not said is null, never 0; a stiffness of 0 is said', async () => {
  const checkIn = await say(new Browser(), TODAY, { stiffness: 0 });
  expect(checkIn).toMatchObject({ stiffness: 0, stiffnessMin: null, painDuring: null });
});

test('the evening adds to the morning, and that is no edit', async () => {
  const browser = new Browser();
  await say(browser, TODAY, { stiffness: 2 });
  const checkIn = await say(browser, TODAY, { painDuring: 1, strengthening: ['eccentric'] });
  expect(checkIn).toMatchObject({ stiffness: 2, painDuring: 1, isEdited: false });
});

test('something else said later is an edit, and stays one; a slip put right at once is none', async () => {
  const browser = new Browser();
  await say(browser, TODAY, { stiffness: 2 });
  expect(await say(browser, TODAY, { stiffness: 5 })).toMatchObject({ isEdited: false });
  const athlete = await browser.athlete();
  const nowS = Math.floor(Date.now() / 1000);
  const sayAfter = async (seconds: number, change: CheckInChange) => {
    const result = await athlete.checkInOn(TODAY, change, { nowS: nowS + seconds, timeZone: null });
    return result.ok ? result.value : null;
  };
  expect(await sayAfter(590, { stiffness: 4 })).toMatchObject({ isEdited: false });
  expect(await sayAfter(700, { stiffness: 4, painDuring: 1 })).toMatchObject({ isEdited: false });
  expect(await sayAfter(700, { stiffness: 3 })).toMatchObject({ isEdited: true });
  expect(await sayAfter(800, { painAfter: 1 })).toMatchObject({ isEdited: true });
});

test('saying the same again is no edit: a queue may send twice', async () => {
  const browser = new Browser();
  const change = { stiffness: 2, otherSport: { sport: 'tennis', durationMin: 60 } };
  await say(browser, TODAY, change);
  expect(await say(browser, TODAY, change)).toMatchObject({ isEdited: false });
});

test('null takes a field back; a day of which nothing is left is no check-in', async () => {
  const browser = new Browser();
  await say(browser, YESTERDAY, { stiffness: 2, note: 'felt fine' });
  expect(await say(browser, YESTERDAY, { stiffness: null })).toMatchObject({ stiffness: null });
  expect(await say(browser, YESTERDAY, { note: null })).toBeNull();
  expect(await said(browser)).toEqual([]);
});

test('none done is said by an empty list, and is not the same as nothing said', async () => {
  const browser = new Browser();
  expect(await say(browser, TODAY, { strengthening: [] })).toMatchObject({ strengthening: [] });
});

test.each([
  { stiffness: 11 },
  { stiffness: -1 },
  { stiffness: 2.5 },
  { stiffness: '3' },
  { stiffnessMin: 1441 },
  { nextDayResponse: 'awful' },
  { strengthening: ['yoga'] },
  { heelRaisesLeft: 201 },
  { otherSport: { sport: '<b>', durationMin: 1 } },
  { note: 'x'.repeat(1001) },
  { date: '2020-01-01' },
  null,
])('%j is refused and nothing is kept', async (change) => {
  const browser = new Browser();
  await say(browser, YESTERDAY, { stiffness: 1 });
  const answer = await browser.change('PUT', `/api/check-ins/${TODAY}`, change);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
  expect(await said(browser)).toHaveLength(1);
});

test.each([
  ['a day that has not come', addDays(TODAY, 3)],
  ['a day before watches', '1999-12-31'],
  ['no day', '2026-02-30'],
])('%s is refused', async (_, date) => {
  const answer = await new Browser().change('PUT', `/api/check-ins/${date}`, { stiffness: 1 });
  expect(answer.status).toBe(400);
});

test("another athlete's check-ins are not seen", async () => {
  const [one, other] = [new Browser(), new Browser()];
  await say(one, TODAY, { stiffness: 9 });
  await say(other, YESTERDAY, { stiffness: 1 });
  expect(await said(other)).toHaveLength(1);
  expect((await said(other))[0]).toMatchObject({ date: YESTERDAY, stiffness: 1 });
});

async function tick(browser: Browser, isTicked: boolean, sign = 'calf-swelling') {
  const answer = await browser.change('PUT', `/api/warning-signs/${sign}`, { isTicked });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json<{ signs: TickedSign[] }>()).signs;
}

test('a ticked box holds until it is unticked; ticking twice is ticking once', async () => {
  const browser = new Browser();
  await tick(browser, true);
  expect(await tick(browser, true)).toEqual([{ sign: 'calf-swelling', from: TODAY, until: null }]);
  const { signs } = await browser.json<{ signs: TickedSign[] }>('/api/warning-signs');
  expect(signs).toHaveLength(1);
});

test('a box unticked on its own day was a slip and leaves nothing', async () => {
  const browser = new Browser();
  await tick(browser, true);
  await tick(browser, true, 'sudden-pop');
  expect(await tick(browser, false)).toEqual([{ sign: 'sudden-pop', from: TODAY, until: null }]);
});

test('a sign nobody knows is refused', async () => {
  const answer = await new Browser().change('PUT', '/api/warning-signs/headache', {
    isTicked: true,
  });
  expect(answer.status).toBe(400);
});
