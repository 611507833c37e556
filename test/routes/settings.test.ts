import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import type { ActivitySummary } from '../../src/athlete/activity-table.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/athlete/settings.ts';
import { Browser } from './browser.ts';
import { runOn } from './watch-files.ts';

const settingsOf = (browser: Browser) => browser.json<Settings>('/api/settings');

async function runner(): Promise<Browser> {
  const browser = new Browser();
  await browser.upload(runOn(0, 10_000));
  return browser;
}

const FORM = {
  units: 'mi',
  weekStart: '7',
  theme: 'dark',
  timeZone: 'America/New_York',
  fastPace: '6:26',
};

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

const ACHILLES = {
  ...FORM,
  trouble: 'date',
  troubleDate: '2026-01-15',
  troubleSpot: 'heel-bone',
  painCeiling: '5',
  isReturning: 'yes',
};

describe('what is known of the tendon', () => {
  test('is kept by the form, shown in it, and left as it is by a form without it', async () => {
    const browser = await runner();
    await browser.submit('/settings', ACHILLES);
    const expected = {
      lastTroubleDate: '2026-01-15',
      troubleSpot: 'heel-bone',
      painCeiling: 5,
      isReturning: true,
    };
    expect(await settingsOf(browser)).toMatchObject(expected);
    const page = await browser.page('/settings');
    for (const [name, value] of [
      ['trouble', 'date'],
      ['troubleSpot', 'heel-bone'],
      ['painCeiling', '5'],
      ['isReturning', 'yes'],
    ]) {
      expect(page).toContain(`name="${name}" value="${value}" checked=""`);
    }
    expect(page).toContain('value="2026-01-15"');
    await browser.submit('/settings', FORM);
    expect(await settingsOf(browser)).toMatchObject(expected);
    await browser.submit('/settings', {
      ...ACHILLES,
      ...{ trouble: 'none', troubleSpot: '', painCeiling: '3', isReturning: 'no' },
    });
    const { units, weekStart, theme, timeZone, fastThresholdMps } = await settingsOf(browser);
    expect(await settingsOf(browser)).toEqual({
      ...DEFAULT_SETTINGS,
      ...{ units, weekStart, theme, timeZone, fastThresholdMps },
      isIntroduced: true,
    });
  });

  test('that is trouble now has its last day today, whatever the date beside it', async () => {
    const browser = await runner();
    await browser.submit('/settings', { ...ACHILLES, timeZone: 'UTC', trouble: 'now' });
    const { lastTroubleDate } = await settingsOf(browser);
    expect(lastTroubleDate).toBe(new Date().toISOString().slice(0, 10));
    expect(await browser.page('/settings')).toContain('name="trouble" value="now" checked=""');
  });

  test.each([
    ['trouble', 'perhaps'],
    ['troubleDate', '2026-02-30'],
    ['troubleDate', '2999-01-01'],
    ['troubleDate', '1999-12-31'],
    ['troubleSpot', 'knee'],
    ['painCeiling', '4'],
    ['isReturning', 'maybe'],
  ])('as %s "%s" is shown again as typed and saves nothing', async (field, text) => {
    const browser = await runner();
    const answer = await browser.submit('/settings', { ...ACHILLES, [field]: text });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(text);
    expect(await settingsOf(browser)).toEqual(DEFAULT_SETTINGS);
  });

  test('raises a flag of load by a level, with every file lost', async () => {
    const browser = await spikedRunner();
    expect(await levelOfSpike(browser)).toBe('above');
    await browser.submit('/settings', { ...ACHILLES, isReturning: 'no' });
    expect(await levelOfSpike(browser)).toBe('well-above');
  });
});

/** Regular running, then a run half as long again, on 20 March. Every file is lost: what follows decodes none. */
async function spikedRunner(): Promise<Browser> {
  const browser = new Browser();
  for (const day of [0, 3, 6, 9, 12, 15]) await browser.upload(runOn(day, 10_000));
  const quick = [
    { distanceM: 400, speedMps: 4.6 },
    { distanceM: 2_000, speedMps: 2.5 },
    { distanceM: 1_600, speedMps: 4 },
  ];
  const steady = { distanceM: 5_000, speedMps: 3.3 };
  await browser.upload(runOn(14, 5_000, { segments: [steady] }));
  await browser.upload(runOn(16, 4_000, { segments: quick }));
  const spike = [...quick, { ...steady, speedMps: 3.4 }, { distanceM: 6_000, speedMps: 2.78 }];
  await browser.upload(runOn(18, 15_000, { segments: spike }));
  const { objects } = await env.FILES.list({ prefix: `athletes/${await browser.athleteId()}/` });
  await env.FILES.delete(objects.map(({ key }) => key));
  return browser;
}

async function levelOfSpike(browser: Browser) {
  const { flags } = await browser.json<DashboardView>('/api/dashboard?on=2026-03-20');
  return flags.find(({ rule }) => rule === 'session-distance-spike')?.level;
}

describe('the own fast pace', () => {
  const fastM = async (browser: Browser) => {
    const { weeks } = await browser.json<DashboardView>('/api/dashboard?on=2026-03-20');
    return weeks.at(-1)?.quantities.fastM.value ?? null;
  };

  test('can be the critical speed or be reset, and judges anew at once, with every file lost', async () => {
    const browser = await spikedRunner();
    const usual = await fastM(browser);
    const page = await browser.page('/settings');
    expect(page).toContain('a floor, from your best efforts');
    expect(page).not.toContain('Back to 1.25 times');
    const answer = await browser.submit('/settings/fast-pace', { from: 'critical-speed' });
    expect(answer.headers.get('Location')).toBe('/settings?saved');
    const { fastThresholdMps } = await settingsOf(browser);
    expect(fastThresholdMps).toBeGreaterThan(3);
    expect(await fastM(browser)).not.toBe(usual);
    expect(await browser.page('/settings')).toContain('Back to 1.25 times');
    await browser.submit('/settings/fast-pace', { from: 'usual' });
    expect((await settingsOf(browser)).fastThresholdMps).toBeNull();
    expect(await fastM(browser)).toBe(usual);
  });

  test('stays as it is where no critical speed is known', async () => {
    const browser = await runner();
    await browser.change('PATCH', '/api/settings', { fastThresholdMps: 4 });
    await browser.submit('/settings/fast-pace', { from: 'critical-speed' });
    expect((await settingsOf(browser)).fastThresholdMps).toBe(4);
    expect((await browser.submit('/settings/fast-pace', { from: 'dream' })).status).toBe(400);
  });

  test('and another time zone judge anew with every file lost', async () => {
    const browser = await spikedRunner();
    const usual = await fastM(browser);
    await browser.change('PATCH', '/api/settings', {
      fastThresholdMps: 2.6,
      timeZone: 'Pacific/Kiritimati',
    });
    expect(await fastM(browser)).toBeGreaterThan(usual ?? 0);
  });
});

describe('the first questions', () => {
  const ask = 'Three questions that sharpen the flags';

  test('are on the dashboard of a new runner, not on a day looked back at and not in the demo', async () => {
    const browser = await runner();
    expect(await browser.page('/')).toContain(ask);
    expect(await browser.page('/?on=2026-03-02')).not.toContain(ask);
    expect(await browser.page('/demo')).not.toContain(ask);
  });

  test.each([
    ['waved away', '/settings/introduced', {}, '/'],
    ['answered', '/settings', ACHILLES, '/settings?saved'],
  ])('are gone once they are %s', async (_, path, form, leadsTo) => {
    const browser = await runner();
    const answer = await browser.submit(path, form);
    expect(answer.headers.get('Location')).toBe(leadsTo);
    expect(await browser.page('/')).not.toContain(ask);
  });
});
