/** Runners, and what the form of the settings sends. */
import { env } from 'cloudflare:workers';
import type { Settings } from '../../src/athlete/settings.ts';
import { Browser } from './browser.ts';
import { runOn } from './watch-files.ts';

export const settingsOf = (browser: Browser) => browser.json<Settings>('/api/settings');

export async function runner(): Promise<Browser> {
  const browser = new Browser();
  await browser.upload(runOn(0, 10_000));
  return browser;
}

export const FORM = {
  units: 'mi',
  weekStart: '7',
  theme: 'dark',
  timeZone: 'America/New_York',
  fastPace: '6:26',
};

/** Regular running, then a run half as long again, on 20 March. Every file is lost: what follows decodes none. */
export async function spikedRunner(): Promise<Browser> {
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
