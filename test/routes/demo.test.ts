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
