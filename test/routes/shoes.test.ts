import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { DashboardView } from '../../src/analysis/dashboard-view.ts';
import type { ListedShoe } from '../../src/athlete/shoe-list.ts';
import type { RunDetailView } from '../../web/pages/run-page.tsx';
import { Browser } from './browser.ts';
import { rideOn, runOn } from './watch-files.ts';

interface Shoes {
  shoes: ListedShoe[];
  deleted: ListedShoe[];
}

const shoesOf = (browser: Browser) => browser.json<Shoes>('/api/shoes');
const names = ({ shoes }: Shoes) => shoes.map(({ name }) => name);

async function added(browser: Browser, shoe: object): Promise<string> {
  const answer = await browser.change('POST', '/api/shoes', shoe);
  expect(answer.status, await answer.clone().text()).toBe(201);
  return (await answer.json<{ shoeId: string }>()).shoeId;
}

async function runIn(browser: Browser, id: string | null | undefined) {
  const { about } = await browser.json<RunDetailView>(`/api/activities/${id}`);
  return about?.shoe;
}

async function upload(browser: Browser, day: number, query = ''): Promise<string> {
  const [outcome] = await browser.upload(runOn(day, 5_000), query);
  return outcome?.activityId ?? '';
}

describe('a shoe', () => {
  test('can be the first thing a runner says here, changes by what is sent, and is deleted and restored', async () => {
    const browser = new Browser();
    const id = await added(browser, { name: ' Blue ones ', dropMm: 8, heelLiftMm: 0 });
    const change = { since: '2026-03-01', heelLiftMm: 4 };
    expect((await browser.change('PATCH', `/api/shoes/${id}`, change)).status).toBe(200);
    const before = await shoesOf(browser);
    expect(before).toMatchObject({
      shoes: [{ id, name: 'Blue ones', dropMm: 8, ...change, retiredOn: null, runCount: 0 }],
      deleted: [],
    });
    for (const _ of ['once', 'twice']) {
      expect((await browser.change('DELETE', `/api/shoes/${id}`)).status).toBe(204);
    }
    expect(await shoesOf(browser)).toMatchObject({ shoes: [], deleted: [{ id }] });
    expect((await browser.change('POST', `/api/shoes/${id}/restore`)).status).toBe(204);
    await evictDurableObject(await browser.athlete());
    expect(await shoesOf(browser)).toEqual(before);
  });

  test.each([
    {},
    { name: '' },
    { name: 'n'.repeat(101) },
    { name: 'Low', dropMm: -5.1 },
    { name: 'High', dropMm: 30.1 },
    { name: 'Lift', heelLiftMm: 30.1 },
    { name: 'Lift', heelLiftMm: -1 },
    { name: 'Late', since: '2026-02-30' },
    { name: 'Back', since: '2026-03-02', retiredOn: '2026-03-01' },
    { name: 'Gear', gear: 'b1' },
    { name: 'Id', id: 'other' },
  ])('%j is refused with a problem', async (shoe) => {
    const browser = new Browser();
    await added(browser, { name: 'Blue', dropMm: -5, heelLiftMm: 30 });
    const answer = await browser.change('POST', '/api/shoes', shoe);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(names(await shoesOf(browser))).toEqual(['Blue']);
  });

  test('has a name of its own, whatever the case; a deleted one’s is free, and then that cannot come back', async () => {
    const browser = new Browser();
    const blue = await added(browser, { name: 'Blue' });
    const red = await added(browser, { name: 'Red' });
    expect((await browser.change('POST', '/api/shoes', { name: 'BLUE' })).status).toBe(400);
    expect((await browser.change('PATCH', `/api/shoes/${red}`, { name: 'blue' })).status).toBe(400);
    expect((await browser.change('PATCH', `/api/shoes/${blue}`, { name: 'blue' })).status).toBe(
      200,
    );
    await browser.change('DELETE', `/api/shoes/${blue}`);
    await added(browser, { name: 'Blue' });
    expect((await browser.change('POST', `/api/shoes/${blue}/restore`)).status).toBe(400);
    expect((await browser.submit(`/shoes/${blue}/restore`, {})).status).toBe(422);
  });
});

describe('the shoe of a run', () => {
  test('said by a new name makes a shoe, which later runs wear, with its distance and days', async () => {
    const browser = new Browser();
    const ids = [await upload(browser, 0), await upload(browser, 2), await upload(browser, 4)];
    await browser.change('PATCH', `/api/activities/${ids[1]}`, { shoe: 'Blue ones' });
    expect(await Promise.all(ids.map((id) => runIn(browser, id)))).toEqual([
      null,
      'Blue ones',
      'Blue ones',
    ]);
    expect((await shoesOf(browser)).shoes).toMatchObject([
      {
        runCount: 2,
        distanceM: 10_000,
        firstDate: '2026-03-04',
        lastDate: '2026-03-06',
        isWornNow: true,
      },
    ]);
    await browser.change('PATCH', `/api/activities/${ids[2]}`, { shoe: 'blue ONES' });
    expect((await shoesOf(browser)).shoes).toHaveLength(1);
  });

  test('is the gear of its upload: a new name is a new shoe, a ride’s is none, and an undone one is not listed', async () => {
    const browser = new Browser();
    const batch = crypto.randomUUID();
    const id = await upload(browser, 0, `?gear=Old%20faithful&batch=${batch}`);
    await browser.upload(rideOn(1, 20_000), '?gear=Road%20bike');
    expect(names(await shoesOf(browser))).toEqual(['Old faithful']);
    expect(await runIn(browser, id)).toBe('Old faithful');
    await browser.change('POST', `/api/imports/batches/${batch}/undo`);
    expect(await shoesOf(browser)).toEqual({ shoes: [], deleted: [] });
    await browser.change('POST', `/api/imports/batches/${batch}/redo`);
    expect(names(await shoesOf(browser))).toEqual(['Old faithful']);
  });

  test('is that of its gear after the shoe is renamed, and after more of the archive comes', async () => {
    const browser = new Browser();
    const first = await upload(browser, 0, '?gear=Speedgoat');
    const [shoe] = (await shoesOf(browser)).shoes;
    await browser.change('PATCH', `/api/shoes/${shoe?.id}`, { name: 'Trail pair', dropMm: 4 });
    const second = await upload(browser, 3, '?gear=Speedgoat');
    expect([await runIn(browser, first), await runIn(browser, second)]).toEqual([
      'Trail pair',
      'Trail pair',
    ]);
    expect(names(await shoesOf(browser))).toEqual(['Trail pair']);
  });

  test('is told by another recording of the run that names the gear', async () => {
    const browser = new Browser();
    await upload(browser, 0, '?gear=Speedgoat');
    const [rich] = await browser.upload(runOn(0, 5_000, { recording: 'every-second' }));
    expect(rich?.replaces).toHaveLength(1);
    expect(await runIn(browser, rich?.activityId)).toBe('Speedgoat');
  });

  test('follows the deletion of the shoe and its restoring', async () => {
    const browser = new Browser();
    const ids = [await upload(browser, 0, '?gear=Blue'), await upload(browser, 2, '?gear=Red')];
    const red = (await shoesOf(browser)).shoes.find(({ name }) => name === 'Red');
    await browser.change('DELETE', `/api/shoes/${red?.id}`);
    expect(await runIn(browser, ids[1])).toBe('Blue');
    await upload(browser, 4, '?gear=Red');
    expect(names(await shoesOf(browser))).toEqual(['Blue']);
    await browser.change('POST', `/api/shoes/${red?.id}/restore`);
    expect(await runIn(browser, ids[1])).toBe('Red');
  });

  test('raises what the rules say of a lower shoe, at once and with every file lost', async () => {
    const browser = new Browser();
    const ids: string[] = [];
    for (const day of [0, 2, 4, 6, 8, 10, 12, 14]) ids.push(await upload(browser, day));
    const high = await added(browser, { name: 'High', dropMm: 10, since: '2026-03-01' });
    await added(browser, { name: 'Low', dropMm: 4 });
    const { objects } = await env.FILES.list({ prefix: `athletes/${await browser.athleteId()}/` });
    await env.FILES.delete(objects.map(({ key }) => key));
    const rules = async () => {
      const { flags } = await browser.json<DashboardView>('/api/dashboard?on=2026-03-16');
      return flags.filter(({ rule }) => rule === 'shoe-change');
    };
    expect(await rules()).toEqual([]);
    await browser.change('PATCH', `/api/activities/${ids.at(-1)}`, { shoe: 'Low' });
    expect(await rules()).toMatchObject([{ quantity: 'heelDropMm', observed: 4, subject: 'Low' }]);
    await browser.change('PATCH', `/api/shoes/${high}`, { dropMm: 7 });
    expect(await rules()).toMatchObject([{ quantity: 'newShoes', subject: 'Low' }]);
  });
});

test('a run on the treadmill by the runner’s word is told to the rules as one', async () => {
  const browser = new Browser();
  const outdoors = { subSport: 'street' };
  for (const day of [0, 2, 4, 6, 8]) await browser.upload(runOn(day, 5_000, outdoors));
  const id = await upload(browser, 10);
  await browser.change('PATCH', `/api/activities/${id}`, { surface: 'treadmill' });
  const { flags } = await browser.json<DashboardView>('/api/dashboard?on=2026-03-12');
  expect(flags.filter(({ rule }) => rule === 'surface-change')).toMatchObject([
    { subject: 'treadmill', runs: [id] },
  ]);
});

/** Of a later version of the tables. */
test('names that were said of runs before there were shoes become shoes', async () => {
  const browser = new Browser();
  const ids = [await upload(browser, 0), await upload(browser, 2), await upload(browser, 4)];
  const athlete = await browser.athlete();
  await runInDurableObject(athlete, (_, { storage: { sql } }) => {
    const say = (id: string | undefined, shoe: string) =>
      sql.exec(
        "UPDATE activities SET corrections = json_object('name', 'Race', 'shoe', ?) WHERE id = ?",
        shoe,
        id ?? '',
      );
    say(ids[0], 'Blue ones');
    say(ids[1], 'blue ones ');
    sql.exec(
      "UPDATE files SET gear = 'Red ones' WHERE sha256 = (SELECT sha256 FROM activities WHERE id = ?)",
      ids[2] ?? '',
    );
    // All of Strava's came later.
    const strava = sql.exec(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%strava%'",
    );
    for (const { name } of strava.toArray()) sql.exec(`DROP TABLE ${name}`);
    sql.exec('ALTER TABLE shoes DROP COLUMN deleted_at');
    sql.exec('ALTER TABLE settings DROP COLUMN is_introduced');
    sql.exec('UPDATE schema_version SET version = 4');
  });
  await evictDurableObject(athlete);
  expect(await Promise.all(ids.map((id) => runIn(browser, id)))).toEqual([
    'Blue ones',
    'Blue ones',
    'Red ones',
  ]);
  expect(names(await shoesOf(browser)).sort()).toEqual(['Blue ones', 'Red ones']);
  const { about } = await browser.json<RunDetailView>(`/api/activities/${ids[1]}`);
  expect(about?.corrections).toEqual({ name: 'Race', shoe: 'Blue ones' });
});

describe('the page of shoes', () => {
  const FORM = { name: 'Blue ones', dropMm: '8,5', heelLiftMm: '', since: '2026-03-01' };

  test('adds, changes, retires, deletes and brings back without JavaScript', async () => {
    const browser = new Browser();
    expect(await browser.page('/shoes')).toContain('No shoe yet');
    const answer = await browser.submit('/shoes', FORM);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/shoes?saved']);
    await upload(browser, 0);
    expect(await browser.page('/shoes?saved')).toMatch(/Saved\..*Worn now.*5.km.*8\.5.mm/su);
    const [shoe] = (await shoesOf(browser)).shoes;
    const path = `/shoes/${shoe?.id}`;
    await browser.submit(path, { ...FORM, dropMm: '', heelLiftMm: '6' });
    expect((await shoesOf(browser)).shoes).toMatchObject([{ dropMm: null, heelLiftMm: 6 }]);
    const early = await browser.submit(path, { ...FORM, retiredOn: '2026-02-28' });
    expect(early.status).toBe(422);
    expect(await early.text()).toMatch(/<details open="">.*That day lies before the first/su);
    await browser.submit(`${path}/retire`, {});
    expect(await browser.page('/shoes')).toContain('Retired');
    expect((await shoesOf(browser)).shoes).toMatchObject([{ runCount: 1 }]);
    await browser.submit(`${path}/wear-again`, {});
    const deleted = await browser.submit(`${path}/delete`, {});
    expect(await browser.page(deleted.headers.get('Location') ?? '')).toContain(
      'Blue ones is deleted',
    );
    await browser.submit(`${path}/restore`, {});
    expect((await shoesOf(browser)).shoes).toMatchObject([{ retiredOn: null, runCount: 1 }]);
  });

  test.each([
    [{ name: ' ' }, 'Give it a name'],
    [{ dropMm: 'low' }, 'A number from −5 to 30.'],
    [{ heelLiftMm: '31' }, 'A number from 0 to 30.'],
    [{ since: 'spring' }, 'A day, as'],
  ])('shows %j again with what is wrong', async (fields, words) => {
    const browser = new Browser();
    const answer = await browser.submit('/shoes', { ...FORM, ...fields });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
  });

  test('of a run offers the shoes in use on its day, and a new one by its name', async () => {
    const browser = new Browser();
    await added(browser, { name: 'Old ones', since: '2026-01-01', retiredOn: '2026-03-01' });
    await added(browser, { name: 'Blue ones' });
    const id = await upload(browser, 0);
    const page = await browser.page(`/runs/${id}`);
    expect(page).toContain('<option value="Blue ones">');
    expect(page).not.toContain('Old ones');
    await browser.submit(`/runs/${id}/correct`, { shoe: 'Blue ones', newShoe: ' Green ones ' });
    expect(await runIn(browser, id)).toBe('Green ones');
    await browser.submit(`/runs/${id}/correct`, { shoe: 'Blue ones', newShoe: '' });
    expect(await runIn(browser, id)).toBe('Blue ones');
    await browser.submit(`/runs/${id}/correct`, { shoe: '', newShoe: '' });
    expect(await runIn(browser, id)).toBeNull();
  });
});
