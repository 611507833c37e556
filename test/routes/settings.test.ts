import { expect, test } from 'vitest';
import type { ActivitySummary } from '../../src/athlete/activity-table.ts';
import { DEFAULT_SETTINGS } from '../../src/athlete/settings.ts';
import { Browser } from './browser.ts';
import { FORM, runner, settingsOf } from './settings-form.ts';
import { runOn } from './watch-files.ts';

test('a new athlete has the default settings', async () => {
  expect(await settingsOf(await runner())).toEqual(DEFAULT_SETTINGS);
});

test('what is sent changes, what is left out stays', async () => {
  const browser = await runner();
  await browser.change('PATCH', '/api/settings', { units: 'mi', timeZone: 'Europe/Berlin' });
  const answer = await browser.change('PATCH', '/api/settings', { weekStart: 7 });
  const expected = { ...DEFAULT_SETTINGS, units: 'mi', timeZone: 'Europe/Berlin', weekStart: 7 };
  expect(await answer.json()).toEqual(expected);
  expect(await settingsOf(browser)).toEqual(expected);
});

test.each([
  { units: 'furlong' },
  { weekStart: 2 },
  { weekStart: '1' },
  { theme: 'sepia' },
  { timeZone: 'Mars/Olympus' },
  { timeZone: `Europe/${'x'.repeat(100)}` },
  { fastThresholdMps: 0 },
  { fastThresholdMps: 1.49 },
  { fastThresholdMps: 9.01 },
  { fastThresholdMps: '4' },
  { unknown: 1 },
  { athleteId: 'someone-else' },
  'km',
  null,
])('%j is refused and changes nothing', async (change) => {
  const browser = await runner();
  expect((await browser.change('PATCH', '/api/settings', change)).status).toBe(400);
  expect(await settingsOf(browser)).toEqual(DEFAULT_SETTINGS);
});

test('the edges of the own fast threshold are taken, and null takes it back', async () => {
  const browser = await runner();
  for (const fastThresholdMps of [1.5, 9, null]) {
    const answer = await browser.change('PATCH', '/api/settings', { fastThresholdMps });
    expect(answer.status).toBe(200);
    expect((await settingsOf(browser)).fastThresholdMps).toBe(fastThresholdMps);
  }
});

test('the week of a run follows the chosen first weekday at once', async () => {
  const browser = new Browser();
  await browser.upload(runOn(6, 10_000)); // Sunday 8 March 2026
  const firstWeek = async () =>
    (await browser.json<{ weeks: { start: string }[] }>('/api/dashboard')).weeks[0]?.start;
  expect(await firstWeek()).toBe('2026-03-02');
  await browser.change('PATCH', '/api/settings', { weekStart: 7 });
  expect(await firstWeek()).toBe('2026-03-08');
});

test('another time zone dates again what has no offset of its own, and only that', async () => {
  const browser = new Browser();
  const startTimeS = 1_772_490_600; // 2 March 22:30 UTC
  await browser.upload(runOn(0, 3_000, { startTimeS, utcOffsetS: null }));
  await browser.upload(runOn(0, 4_000, { startTimeS: startTimeS + 60, utcOffsetS: -18_000 }));
  await browser.change('PATCH', '/api/settings', { timeZone: 'Asia/Tokyo' });
  const { activities } = await browser.json<{ activities: ActivitySummary[] }>('/api/activities');
  expect(activities.map((activity) => [activity.utcOffsetS, activity.localDate])).toEqual([
    [-18_000, '2026-03-02'],
    [null, '2026-03-03'],
  ]);
  const { weeks } = await browser.json<{ weeks: unknown[] }>('/api/dashboard');
  expect(weeks).toHaveLength(1);
});

test('the form saves every choice and says so', async () => {
  const browser = await runner();
  const answer = await browser.submit('/settings', FORM);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe('/settings?saved');
  expect(await settingsOf(browser)).toEqual({
    ...DEFAULT_SETTINGS,
    units: 'mi',
    weekStart: 7,
    theme: 'dark',
    timeZone: 'America/New_York',
    fastThresholdMps: expect.closeTo(1609.344 / 386, 6),
  });
  expect(await browser.page('/settings?saved')).toContain('data-theme="dark"');
});

test('an empty time zone and pace mean "not chosen"', async () => {
  const browser = await runner();
  await browser.submit('/settings', FORM);
  await browser.submit('/settings', { ...FORM, timeZone: '', fastPace: ' ' });
  const { timeZone, fastThresholdMps } = await settingsOf(browser);
  expect([timeZone, fastThresholdMps]).toEqual([null, null]);
});

test.each([
  ['units', 'furlong'],
  ['weekStart', '2'],
  ['theme', 'sepia'],
  ['timeZone', 'Mars/Olympus'],
  ['fastPace', '4.30'],
  ['fastPace', '0:30'],
])('a form whose %s is "%s" is shown again as typed and saves nothing', async (field, text) => {
  const browser = await runner();
  const answer = await browser.submit('/settings', { ...FORM, [field]: text });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(text);
  expect(await settingsOf(browser)).toEqual(DEFAULT_SETTINGS);
});

test('a visitor without an athlete keeps choices in the browser, and the first file takes them over', async () => {
  const browser = new Browser();
  await browser.submit('/settings', FORM);
  expect([...browser.cookies.keys()]).toEqual(['__Host-settings']);
  expect(await browser.page('/demo')).toContain('data-theme="dark"');
  await browser.upload(runOn(0, 3_000));
  expect((await settingsOf(browser)).units).toBe('mi');
});

test('a visitor cookie that cannot be read is passed over', async () => {
  const browser = new Browser();
  browser.cookies.set('__Host-settings', encodeURIComponent('{"units":"furlong"}'));
  expect((await browser.request('/demo')).status).toBe(200);
});
