import { describe, expect, test } from 'vitest';
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import type { Browser } from './browser.ts';
import { runner, settingsOf, spikedRunner } from './settings-form.ts';

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
