import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { Browser } from './browser.ts';

test('the demo needs no account, sets no cookie and writes nothing', async () => {
  const browser = new Browser();
  for (const path of ['/demo', '/demo/runs', '/demo/runs/run-1']) {
    expect([path, (await browser.request(path)).status]).toEqual([path, 200]);
  }
  expect(browser.cookies.size).toBe(0);
  const athletes = await env.DIRECTORY.prepare('SELECT count(*) AS count FROM athletes').first();
  expect(athletes).toEqual({ count: 0 });
  expect((await env.FILES.list()).objects).toEqual([]);
});

test('units in the address win over the visitor’s', async () => {
  const browser = new Browser();
  expect(await browser.page('/demo/runs')).toMatch(/\d.km/);
  const inMiles = await browser.page('/demo/runs?units=mi');
  expect(inMiles).toMatch(/\d.mi/);
  expect(inMiles).not.toMatch(/\d.km/);
});

test('a unit or weekday nobody uses is passed over', async () => {
  expect((await new Browser().request('/demo?units=furlong&weekStart=3')).status).toBe(200);
});

test('a run the demo runner never ran is not found', async () => {
  expect((await new Browser().request('/demo/runs/run-0')).status).toBe(404);
});

test('the settings of the demo stay in the demo, and its pages follow them', async () => {
  const browser = new Browser();
  expect(await browser.page('/demo')).toContain('href="/demo/more"');
  expect(await browser.page('/demo/more')).toContain('href="/demo/settings"');
  const settings = await browser.page('/demo/settings');
  expect(settings).toContain('action="/demo/settings"');
  expect(settings).toContain('<a class="brand" href="/demo"');
  const form = { units: 'mi', weekStart: '7', theme: 'dark', timeZone: '', fastPace: '' };
  const saved = await browser.submit('/demo/settings', form);
  expect([saved.status, saved.headers.get('Location')]).toEqual([303, '/demo/settings?saved']);
  expect(await browser.page('/demo/runs')).toMatch(/data-theme="dark".*\d.mi/s);
});
