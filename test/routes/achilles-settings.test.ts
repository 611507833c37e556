import { describe, expect, test } from 'vitest';
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import { DEFAULT_SETTINGS } from '../../src/athlete/settings.ts';
import type { Browser } from './browser.ts';
import { FORM, runner, settingsOf, spikedRunner } from './settings-form.ts';

const ACHILLES = {
  ...FORM,
  trouble: 'date',
  troubleDate: '2026-01-15',
  troubleSpot: 'heel-bone',
  painCeiling: '5',
  isReturning: 'yes',
};

async function levelOfSpike(browser: Browser) {
  const { flags } = await browser.json<DashboardView>('/api/dashboard?on=2026-03-20');
  return flags.find(({ rule }) => rule === 'session-distance-spike')?.level;
}

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
