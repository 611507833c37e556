import { expect, test } from 'vitest';
import type { ActivitySummary } from '../../src/athlete/activity-table.ts';
import { Browser } from './browser.ts';
import { rideOn, runOn } from './watch-files.ts';

const titleOf = (page: string) => /<title>(.*?)<\/title>/.exec(page)?.[1];

test('a visitor lands on the way in; a runner lands on the week', async () => {
  const browser = new Browser();
  expect(await browser.page('/')).toContain('href="/demo"');
  await browser.upload(rideOn(0, 20_000));
  expect(await browser.page('/')).toContain('href="/demo"');
  await browser.upload(runOn(1, 10_000));
  const dashboard = await browser.page('/');
  expect(dashboard).not.toContain('href="/demo"');
  expect(dashboard).toContain('10');
});

test('a page is a whole HTML document', async () => {
  const answer = await new Browser().request('/');
  expect(answer.headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
  expect(await answer.text()).toMatch(/^<!doctype html><html lang="en".*<\/html>$/s);
});

test('the list of runs links each run to its page, year by year', async () => {
  const browser = new Browser();
  await browser.upload(runOn(-100, 5_000)); // November 2025
  await browser.upload(runOn(0, 10_000));
  const { activities } = await browser.json<{ activities: ActivitySummary[] }>('/api/activities');
  const [newer, older] = activities.map((activity) => `/runs/${activity.id}`);
  const newest = await browser.page('/runs');
  expect([newest.includes(`${newer}`), newest.includes(`${older}`)]).toEqual([true, false]);
  const year = await browser.page('/runs?year=2025');
  expect([year.includes(`${newer}`), year.includes(`${older}`)]).toEqual([false, true]);
  expect((await browser.request(`${newer}`)).status).toBe(200);
});

test('a visitor’s list of runs is empty, not an error', async () => {
  const answer = await new Browser().request('/runs');
  expect(answer.status).toBe(200);
});

test.each(['/runs?year=abc', '/?on=yesterday', '/?week=2026-13-01', '/demo?on=2026-02-30'])(
  '%s is refused in words, with a way to the page without it',
  async (path) => {
    const answer = await new Browser().request(path, { headers: { Accept: 'text/html' } });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(titleOf(page)).toContain('This address is not understood');
    expect(page).toContain(`<a class="button primary" href="${path.split('?')[0]}">`);
    expect(page).not.toContain('YYYY');
  },
);

test('files sent by the form are imported one by one, each with its result', async () => {
  const browser = new Browser();
  const form = new FormData();
  form.append('files', new File([runOn(0, 10_000) as Uint8Array<ArrayBuffer>], 'first.fit'));
  form.append('files', new File(['not a watch file'], 'notes.txt'));
  form.append('files', new File([runOn(1, 5_000) as Uint8Array<ArrayBuffer>], 'second.fit'));
  const answer = await browser.submit('/imports', form);
  expect(answer.status).toBe(200);
  const page = await answer.text();
  for (const name of ['first.fit', 'notes.txt', 'second.fit']) expect(page).toContain(name);
  expect(page).toMatch(/<a href="\/runs\/[^"]+">Added<\/a>/);
  const { activities } = await browser.json<{ activities: unknown[] }>('/api/activities');
  expect(activities).toHaveLength(2);
});

test('a name is kept by its end where it is longer than the API takes', async () => {
  const browser = new Browser();
  const form = new FormData();
  const name = `${'_'.repeat(20_000)}.fit`;
  form.append('files', new File([runOn(0, 5_000) as Uint8Array<ArrayBuffer>], name));
  expect((await browser.submit('/imports', form)).status).toBe(200);
  const kept = await (await browser.athlete()).keptFiles();
  expect(kept.map((file) => file.name)).toEqual([name.slice(-255)]);
});

test('a form without files, or with more than a request can hold, is refused in words', async () => {
  const empty = await new Browser().submit('/imports', new FormData());
  expect(empty.status).toBe(400);
  const refusal = await empty.text();
  expect(refusal).toContain('Choose at least one file');
  expect(refusal).toContain('<a class="button primary" href="/add">');
  const many = new FormData();
  for (let count = 0; count < 21; count++) many.append('files', new File(['x'], `${count}.fit`));
  expect((await new Browser().submit('/imports', many)).status).toBe(413);
});

test('an empty file is answered in its own row; a file input left empty is none', async () => {
  const form = new FormData();
  form.append('files', new File([], 'empty.fit'));
  const answer = await new Browser().submit('/imports', form);
  expect(answer.status).toBe(200);
  const page = await answer.text();
  expect(page).toContain('empty.fit');
  expect(page).toContain('This file is empty.');
  const unchosen = new FormData();
  unchosen.append('files', new File([], ''));
  expect((await new Browser().submit('/imports', unchosen)).status).toBe(400);
});

test('a body that is no form is refused', async () => {
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'multipart/form-data' };
  const answer = await new Browser().request('/imports', { method: 'POST', body: 'x', headers });
  expect(answer.status).toBe(400);
});

test('the emergency page needs neither session nor data', async () => {
  expect(titleOf(await new Browser().page('/urgent'))).toContain('pop');
});

test('a visitor’s own colours hold on every page', async () => {
  const browser = new Browser();
  const form = { units: 'km', weekStart: '1', theme: 'dark', timeZone: '', fastPace: '' };
  await browser.submit('/settings', form);
  for (const path of ['/', '/runs', '/add', '/demo']) {
    expect([path, (await browser.page(path)).includes('data-theme="dark"')]).toEqual([path, true]);
  }
});

test('the day looked back at stays in the links of the charts', async () => {
  const browser = new Browser();
  for (const day of [0, 7, 14]) await browser.upload(runOn(day, 10_000));
  const page = await browser.page('/?on=2026-03-12');
  const links = [...page.matchAll(/href="(\/\?[^"]*)"/g)].map(([, href]) => href ?? '');
  expect(links.length).toBeGreaterThan(4);
  for (const link of links) expect(link).toContain('on=2026-03-12');
  expect(await browser.page('/')).not.toContain('on=2');
  expect(await browser.page('/?on=2999-01-01')).not.toContain('on=2999');
});

test('a day before the first run says so, and leads back to today', async () => {
  const browser = new Browser();
  expect(await browser.page('/?on=1970-01-01')).toContain('href="/demo"');
  await browser.upload(runOn(0, 10_000));
  const page = await browser.page('/?on=1970-01-01');
  expect(page).toContain('No runs up to 1 Jan 1970.');
  expect(page).toContain('<a class="button primary" href="/">Back to today</a>');
  expect(await new Browser().page('/demo?on=1970-01-01')).toContain('href="/demo">Back to today');
});

test('who has only runs that count nowhere is told how many, and why', async () => {
  const browser = new Browser();
  const neverSetS = Date.UTC(1989, 11, 31, 1) / 1000;
  await browser.upload(runOn(0, 5000, { startTimeS: neverSetS }));
  await browser.upload(runOn(0, 6000, { startTimeS: neverSetS + 86_400 }));
  const [left] = await browser.upload(runOn(0, 5000));
  await browser.change('PATCH', `/api/activities/${left?.activityId}`, { excluded: true });
  const page = await browser.page('/');
  expect(page).toContain('2 runs are kept but set aside: the clock of the watch was wrong');
  expect(page).toContain('1 run is left out, as you said.');
  expect(page).toContain('Try with demo data');
  expect(await new Browser().page('/')).not.toContain('set aside');
});

test('a run whose watch had no clock has a page that says why it counts nowhere', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 10_000));
  const startTimeS = Date.UTC(1989, 11, 31, 1) / 1000;
  const [undated] = await browser.upload(runOn(0, 5_000, { startTimeS, utcOffsetS: null }));
  const answer = await browser.request(`/runs/${undated?.activityId}`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('its watch’s clock was wrong (1989), so it counts nowhere');
  const { activities } = await browser.json<{ activities: ActivitySummary[] }>('/api/activities');
  const dated = activities.find(({ id }) => id !== undated?.activityId);
  expect(await browser.page(`/runs/${dated?.id}`)).not.toContain('counts nowhere');
  expect(await browser.page('/runs?year=1989')).toContain(`href="/runs/${undated?.activityId}"`);
});
