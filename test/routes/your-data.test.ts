import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { AthleteExport } from '../../src/athlete/athlete-export.ts';
import { Browser, gzip } from './browser.ts';
import { connect, linkOf, StravaBrowser, scopesOf, stravaWith } from './simulated-strava.ts';
import { rideOn, runOn } from './watch-files.ts';

let ada: string;
let ben: string;
let cleo: string;
beforeAll(async () => {
  [ada = '', ben = '', cleo = ''] = await stravaWith(3);
});

/** With a run, a ride, a check-in, and Strava once its activities are listed. */
async function runner(stravaAthleteId: string): Promise<StravaBrowser> {
  const browser = new StravaBrowser();
  await browser.upload(runOn(0, 10_000), '?name=%3Dmine.fit');
  await browser.upload(rideOn(1, 20_000));
  const { date } = await today(browser);
  const said = await browser.change('PUT', `/api/check-ins/${date}`, { stiffness: 2 });
  expect(said.status).toBe(200);
  await connect(browser, stravaAthleteId);
  await expect
    .poll(() => exportOf(browser).then(({ leftOut }) => leftOut.stravaActivities), {
      timeout: 15_000,
    })
    .toBeGreaterThan(0);
  return browser;
}

async function today(browser: Browser): Promise<{ date: string }> {
  const [, date = ''] = /data-today="([^"]+)"/.exec(await browser.page('/check-in')) ?? [];
  return { date };
}

const exportOf = (browser: Browser) =>
  browser.json<AthleteExport>('/your-data/achilles-watch.json');

const filesOf = async (athleteId: string): Promise<number> =>
  (await env.FILES.list({ prefix: `athletes/${athleteId}/` })).objects.length;

async function rowsOf(athleteId: string): Promise<number> {
  const counts = ['athletes WHERE id', 'sessions WHERE athlete_id', 'strava_links WHERE athlete_id']
    .map((where) => `SELECT count(*) AS n FROM ${where} = ?1`)
    .map((query) => env.DIRECTORY.prepare(query).bind(athleteId).first<number>('n'));
  return (await Promise.all(counts)).reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

test('what a runner may take along has files, check-ins and choices; Strava is counted and left out', async () => {
  const browser = await runner(ada);
  const data = await exportOf(browser);
  expect(data.activities.map(({ sport }) => sport).sort()).toEqual(['cycling', 'running']);
  const run = data.activities.find(({ isRun }) => isRun);
  expect(run).toMatchObject({ distanceM: 10_000, loadAeKm: expect.any(Number) });
  expect(data.checkIns).toMatchObject([{ stiffness: 2 }]);
  expect(data.settings.units).toBe('km');
  expect(JSON.stringify(data)).not.toMatch(/strava-|token/);
  const page = await browser.page('/your-data');
  expect(page).toContain('2 activities from files and 1 check-in');
  expect(page).toMatch(/activit(y|ies) from Strava (is|are) left out/);

  const answer = await browser.request('/your-data/runs.csv');
  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="runs.csv"');
  const lines = (await answer.text()).trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('localDate,startTimeS');
  const checkIns = await (await browser.request('/your-data/check-ins.csv')).text();
  expect(checkIns).toMatch(/stiffness[^\r]*\r\n/);
});

test('shoes are taken along, deleted ones too, and runs say which was worn', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 10_000), '?gear=Speedgoat');
  const shoe = { name: 'Blue ones', dropMm: 8, since: '2026-03-01', retiredOn: '2026-04-01' };
  const added = await browser.change('POST', '/api/shoes', { ...shoe, heelLiftMm: 4 });
  const { shoeId } = await added.json<{ shoeId: string }>();
  await browser.change('DELETE', `/api/shoes/${shoeId}`);
  const { activities, shoes } = await exportOf(browser);
  expect(shoes).toMatchObject([
    { name: 'Speedgoat', dropMm: null, isDeleted: false },
    { id: shoeId, ...shoe, heelLiftMm: 4, isDeleted: true },
  ]);
  expect(activities).toMatchObject([{ isRun: true, shoe: 'Speedgoat' }]);
  expect(await (await browser.request('/your-data/runs.csv')).text()).toContain(',Speedgoat\r\n');
});

const filesTaken = async (browser: Browser): Promise<Record<string, Uint8Array>> => {
  const answer = await browser.request('/your-data/files.zip?part=1');
  expect(answer.headers.get('Content-Type')).toBe('application/zip');
  expect(answer.headers.get('Content-Disposition')).toContain('achilles-watch-files.zip');
  return unzipSync(new Uint8Array(await answer.arrayBuffer()));
};

test('files are taken along as they were added, unpacked, also of what was deleted; nobody else gets them', async () => {
  const [browser, other] = [new Browser(), new Browser()];
  const [one, two] = [runOn(0, 10_000), runOn(1, 5_000)];
  await browser.upload(await gzip(one), '?name=activities%2Fmine.fit.gz');
  const [outcome] = await browser.upload(two);
  await browser.change('DELETE', `/api/activities/${outcome?.activityId}`);
  await other.upload(runOn(2, 5_000), '?name=other.fit');
  const files = await filesTaken(browser);
  const [mine, unnamed = ''] = Object.keys(files);
  expect(mine).toBe('mine.fit');
  expect(unnamed).toMatch(/^[0-9a-f]{64}\.fit$/);
  expect(files['mine.fit']).toEqual(one);
  expect(files[unnamed]).toEqual(two);
  expect(Object.keys(files)).toHaveLength(2);
  expect(Object.keys(await filesTaken(other))).toEqual(['other.fit']);
  expect(await browser.page('/your-data')).toContain('The 2 files you added, as they were');
  expect((await browser.request('/your-data/files.zip?part=2')).status).toBe(404);
  expect((await new Browser().request('/your-data/files.zip?part=1')).status).toBe(401);
});

test('a file whose bytes are lost is named, and the others are there', async () => {
  const browser = new Browser();
  await browser.upload(runOn(0, 10_000), '?name=gone.fit');
  await browser.upload(runOn(1, 5_000), '?name=here.fit');
  const [gone] = await (await browser.athlete()).keptFiles();
  await env.FILES.delete(gone?.storedAs ?? '');
  const files = await filesTaken(browser);
  expect(Object.keys(files)).toEqual(['here.fit', 'lost-files.txt']);
  expect(new TextDecoder().decode(files['lost-files.txt'])).toBe('gone.fit\n');
});

test('the page of erasing names Strava when it is connected, also while nothing has come from there', async () => {
  const unconnected = new Browser();
  await unconnected.upload(runOn(5, 5_000));
  expect(await unconnected.page('/your-data')).not.toContain('Strava is told');
  const browser = await runner(cleo);
  await runInDurableObject(await browser.athlete(), (_, { storage }) => {
    storage.sql.exec('DELETE FROM strava_jobs');
    storage.sql.exec('DELETE FROM strava_activities');
  });
  const page = await browser.page('/your-data');
  expect(page).not.toMatch(/from Strava (is|are) left out/);
  expect(page).toContain('Strava is told that this site no longer has access.');
});

test('a table without a row is not offered', async () => {
  const browser = new StravaBrowser();
  await browser.upload(runOn(3, 5_000));
  const page = await browser.page('/your-data');
  expect(page).toContain('Activities as CSV');
  expect(page).not.toContain('Check-ins as CSV');
});

test('nobody without a session has anything to take along', async () => {
  const visitor = new Browser();
  expect((await visitor.request('/your-data/achilles-watch.json')).status).toBe(401);
  expect(await visitor.page('/your-data')).toContain('Nothing of yours is kept');
  expect((await visitor.submit('/your-data/erase', { erase: 'on' })).status).toBe(401);
});

test('erasing takes a tick, and then nothing is left anywhere', async () => {
  const browser = await runner(ben);
  const other = new StravaBrowser();
  await other.upload(runOn(2, 5_000));
  const athleteId = await browser.athleteId();
  const athlete = env.ATHLETE.getByName(athleteId);
  const cookies = new Map(browser.cookies);

  const unticked = await browser.submit('/your-data/erase', { confirmed: 'yes' });
  expect(unticked.status).toBe(422);
  expect(await unticked.text()).toContain('Tick this to erase.');
  expect(await filesOf(athleteId)).toBe(2);

  const answer = await browser.submit('/your-data/erase', { confirmed: 'yes', erase: 'on' });
  const receipt = await answer.text();
  expect(answer.headers.get('Clear-Site-Data')).toBe('"cache", "storage"');
  expect(receipt).toContain('Everything is erased.');
  expect(receipt).toContain('2 files, 1 check-in');
  expect(receipt).toContain('Strava has confirmed');
  expect(browser.cookies.has('__Host-sid')).toBe(false);

  expect(await filesOf(athleteId)).toBe(0);
  expect(await rowsOf(athleteId)).toBe(0);
  expect([await linkOf(ben), await scopesOf(ben)]).toEqual([null, null]);
  const clock = { nowS: Math.floor(Date.now() / 1000), timeZone: null };
  expect(await athlete.exportedData(clock)).toMatchObject({
    activities: [],
    checkIns: [],
    leftOut: { stravaActivities: 0 },
  });
  expect(await athlete.stravaStatus(clock)).toBeNull();
  // Also for whoever has kept the cookie.
  for (const [name, value] of cookies) browser.cookies.set(name, value);
  expect((await browser.request('/api/activities')).status).toBe(401);
  expect((await exportOf(other)).activities).toHaveLength(1);
  // The same files and the same account begin anew.
  browser.cookies.clear();
  await browser.upload(runOn(0, 10_000));
  expect((await exportOf(browser)).activities).toHaveLength(1);
  expect(await connect(browser, ben)).toContain('=connected');
});

test('the other profile of the browser is as it was, and open', async () => {
  const owner = new StravaBrowser();
  await connect(owner, ada);
  const browser = new StravaBrowser();
  await browser.upload(runOn(3, 7_000));
  const first = await browser.athleteId();
  await connect(browser, ada);
  await browser.submit('/strava/profile', { choice: 'go' });
  expect(await browser.athleteId()).not.toBe(first);
  const answer = await browser.submit('/your-data/erase', { confirmed: 'yes', erase: 'on' });
  expect(await answer.text()).toContain('the other profile of this browser');
  expect(await browser.athleteId()).toBe(first);
  expect((await exportOf(browser)).activities).toHaveLength(1);
});
