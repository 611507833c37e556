import { expect, test } from 'vitest';
import type { CheckIn, TickedSign } from '../../src/analysis/diary.ts';
import { addDays, type LocalDate } from '../../src/analysis/local-date.ts';
import { Browser } from './browser.ts';
import { runOn } from './watch-files.ts';

const TODAY = new Date().toISOString().slice(0, 10) as LocalDate;
const EVERY_FIELD = {
  date: TODAY,
  stiffness: '2',
  stiffnessMin: '15',
  stiffnessMinOther: '',
  firstStepsPain: '1',
  nextDayResponse: 'same',
  side: 'left',
  spot: 'mid-portion',
  painDuring: '',
  painAfter: '',
  strengthening: 'heavy-slow',
  heelRaisesLeft: '22',
  heelRaisesRight: '25',
  hopTest: '',
  sport: 'tennis',
  sportMin: '60',
  clinicianScore: '',
  note: ' stiff calves ',
};

const checkInOf = async (browser: Browser, date: LocalDate) =>
  (await browser.json<{ checkIn: CheckIn | null }>(`/api/check-ins/${date}`)).checkIn;

const signsOf = async (browser: Browser) =>
  (await browser.json<{ signs: TickedSign[] }>('/api/warning-signs')).signs;

test('the form logs every answer without JavaScript and comes back saying so', async () => {
  const browser = new Browser();
  const answer = await browser.submit('/check-in', EVERY_FIELD);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe(`/check-in?date=${TODAY}&logged`);
  expect(await checkInOf(browser, TODAY)).toEqual({
    date: TODAY,
    stiffness: 2,
    stiffnessMin: 15,
    firstStepsPain: 1,
    nextDayResponse: 'same',
    side: 'left',
    spot: 'mid-portion',
    painDuring: null,
    painAfter: null,
    strengthening: ['heavy-slow'],
    heelRaisesLeft: 22,
    heelRaisesRight: 25,
    hopTest: null,
    otherSport: { sport: 'tennis', durationMin: 60 },
    clinicianScore: null,
    note: 'stiff calves',
    isEdited: false,
  });
  const page = await browser.page(`/check-in?date=${TODAY}&logged`);
  expect(page).toContain(
    'Logged. 1/10 and back to normal within a day: inside the usual guide (3/10 or less).',
  );
  expect(page).toContain('Left is at 88% of the other side. A common aim is about 90%.');
});

test('what the form leaves empty is not said; a number of its own outweighs the quick ones', async () => {
  const browser = new Browser();
  await browser.submit('/check-in', {
    date: TODAY,
    stiffness: '0',
    stiffnessMin: '5',
    stiffnessMinOther: '7',
  });
  expect(await checkInOf(browser, TODAY)).toMatchObject({
    stiffness: 0,
    stiffnessMin: 7,
    firstStepsPain: null,
    strengthening: null,
  });
});

test('where it hurt last time, alone, makes no check-in', async () => {
  const browser = new Browser();
  await browser.submit('/check-in', { date: TODAY, stiffness: '', side: 'left', spot: 'unsure' });
  expect(await checkInOf(browser, TODAY)).toBeNull();
});

test('"none" of strengthening is said, and is not the same as nothing ticked', async () => {
  const browser = new Browser();
  await browser.submit('/check-in', { date: TODAY, strengthening: 'none' });
  expect(await checkInOf(browser, TODAY)).toMatchObject({ strengthening: [] });
});

test('a ticked sign shows the emergency wording; leaving its box out does not untick it, saying "over" does', async () => {
  const browser = new Browser();
  await browser.submit('/check-in', { date: TODAY, sign: 'sudden-pop' });
  const page = await browser.page('/check-in');
  expect(page).toMatch(/role="alert"[^>]*>Do not run\. Get care first\. Get emergency care now\./);
  await browser.submit('/check-in', { date: TODAY, stiffness: '1' });
  expect(await signsOf(browser)).toHaveLength(1);
  await browser.submit('/check-in', { date: TODAY, sign: 'sudden-pop', over: 'sudden-pop' });
  expect(await signsOf(browser)).toEqual([]);
  expect(await browser.page('/check-in')).toMatch(/role="alert"[^>]*><\/p>/);
});

test('the morning asks about the run before by its name, and only when there was one', async () => {
  const browser = new Browser();
  expect(await browser.page('/check-in')).not.toContain('name="nextDayResponse"');
  await browser.upload(runOn(-1, 12_100));
  const { activities } = await browser.json<{ activities: { localDate: LocalDate }[] }>(
    '/api/activities',
  );
  const ran = activities[0]?.localDate as LocalDate;
  expect(await browser.page(`/check-in?date=${addDays(ran, 1)}`)).toMatch(
    /The tendon after \w+day’s 12\.1\u00a0km/,
  );
  expect(await browser.page(`/check-in?date=${addDays(ran, 2)}`)).toContain('nextDayResponse');
  expect(await browser.page(`/check-in?date=${addDays(ran, 3)}`)).not.toContain('nextDayResponse');
});

test('heel raises are asked when the last count is a week old', async () => {
  const browser = new Browser();
  await browser.submit('/check-in', { date: addDays(TODAY, -7), heelRaisesLeft: '20' });
  expect(await browser.page('/check-in')).toContain('id="weekly-title"');
  await browser.submit('/check-in', { date: addDays(TODAY, -6), heelRaisesLeft: '20' });
  expect(await browser.page('/check-in')).not.toContain('id="weekly-title"');
});

test('missed days are named and lead to their day; days before the first check-in are none', async () => {
  const browser = new Browser();
  expect(await browser.page('/check-in')).not.toContain('Missed:');
  await browser.submit('/check-in', { date: addDays(TODAY, -3), stiffness: '1' });
  await browser.submit('/check-in', { date: addDays(TODAY, -1), stiffness: '1' });
  const page = await browser.page('/check-in');
  expect(page).toContain(`href="/check-in?date=${addDays(TODAY, -2)}"`);
  expect(page.match(/— add/g)).toHaveLength(1);
});

test('a day to come is refused, by the page and by its form; a day of last year is not', async () => {
  const browser = new Browser();
  const later = addDays(TODAY, 3);
  const headers = { Accept: 'text/html' };
  expect((await browser.request(`/check-in?date=${later}`, { headers })).status).toBe(400);
  expect((await browser.submit('/check-in', { date: later, stiffness: '1' })).status).toBe(400);
  const past = addDays(TODAY, -400);
  expect((await browser.request(`/check-in?date=${past}`, { headers })).status).toBe(200);
});

test.each([
  ['a number beyond its scale', { stiffness: '11' }],
  ['a word for a number', { stiffness: 'much' }],
  ['a sign nobody knows', { sign: 'headache' }],
  ['a note too long', { note: 'x'.repeat(1001) }],
])('%s is refused and nothing is kept', async (_, field) => {
  const browser = new Browser();
  await browser.submit('/check-in', { date: TODAY, painAfter: '1' });
  const answer = await browser.submit('/check-in', { date: TODAY, painAfter: '5', ...field });
  expect(answer.status).toBe(400);
  expect(await checkInOf(browser, TODAY)).toMatchObject({ painAfter: 1 });
});

test('the page kept for no network holds nothing of the runner', async () => {
  const browser = new Browser();
  await browser.submit('/check-in', EVERY_FIELD);
  await browser.submit('/check-in', { date: TODAY, sign: 'sudden-pop' });
  const shell = await browser.page('/check-in/shell');
  expect(shell).toBe(
    await (await new Browser().request('/check-in/shell', { headers: { Accept: '*/*' } })).text(),
  );
  expect(shell).toContain('name="stiffness"');
});

test('what was kept for another athlete is refused', async () => {
  const [one, other] = [new Browser(), new Browser()];
  await one.submit('/check-in', { date: TODAY, stiffness: '1' });
  await other.submit('/check-in', { date: TODAY, stiffness: '2' });
  const tag = (await one.request('/check-in')).headers.get('Athlete-Tag') ?? '';
  const put = (browser: Browser) =>
    browser.request(`/api/check-ins/${TODAY}`, {
      method: 'PUT',
      body: JSON.stringify({ stiffness: 9 }),
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Athlete-Tag': tag },
    });
  expect((await put(other)).status).toBe(409);
  expect((await put(new Browser())).status).toBe(409);
  expect(await checkInOf(other, TODAY)).toMatchObject({ stiffness: 2 });
  expect((await put(one)).status).toBe(200);
});

test('more, and the check-in of the demo, are pages; the demo saves nothing', async () => {
  const browser = new Browser();
  expect(await browser.page('/more')).toContain('href="/settings"');
  expect(await browser.page('/demo/more')).toContain('href="/demo/settings"');
  const demo = await browser.page('/demo/check-in');
  expect(demo).toContain('In the demo nothing is saved.');
  expect(demo).not.toContain('data-check-in');
});
