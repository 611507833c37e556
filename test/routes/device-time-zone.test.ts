import { expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { runOn } from './watch-files.ts';

const todayOf = async (browser: Browser): Promise<string> =>
  /data-today="([^"]+)"/.exec(await browser.page('/check-in'))?.[1] ?? '';

const dayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(Date.now());

test('the day is that of the device, as far as its script has told', async () => {
  const browser = new Browser();
  // 25 hours apart: never the same day.
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Niue']) {
    browser.cookies.set('__Host-time-zone', timeZone);
    expect(await todayOf(browser)).toBe(dayIn(timeZone));
  }
});

test.each(['', 'Nowhere/Else', '../../etc', 'x'.repeat(60)])(
  'a time zone that is none, %j, is as good as none',
  async (told) => {
    const browser = new Browser();
    const untold = await todayOf(browser);
    browser.cookies.set('__Host-time-zone', told);
    expect(await todayOf(browser)).toBe(untold);
  },
);

test('the runner’s own choice goes before the device', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 10_000));
  await browser.change('PATCH', '/api/settings', { timeZone: 'Pacific/Kiritimati' });
  browser.cookies.set('__Host-time-zone', 'Pacific/Niue');
  expect(await todayOf(browser)).toBe(dayIn('Pacific/Kiritimati'));
});
