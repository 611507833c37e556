import { runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import type { Athlete } from '../../src/athlete/athlete.ts';
import { connect, newAthlete, now, simulator, worked } from './strava-connected.ts';

/** Tables with so many rows, of those that have any. */
const rowsOf = (athlete: DurableObjectStub<Athlete>): Promise<Record<string, number>> =>
  runInDurableObject(athlete, (_, { storage: { sql } }) => {
    const tables = sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      )
      .toArray();
    const counts = tables.map(({ name }): [string, number] => [
      name,
      sql.exec<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`).one().n,
    ]);
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  });

test('after erasing, an athlete is as one who was never here', async () => {
  const fresh = newAthlete();
  await fresh.settings();
  const athlete = newAthlete();
  await athlete.changeSettings({ units: 'mi' });
  await athlete.checkInOn('2026-11-01' as never, { stiffness: 3 }, now());
  expect(await rowsOf(athlete)).not.toEqual(await rowsOf(fresh));
  expect(await athlete.eraseEverything(now())).toBeNull();
  expect(await rowsOf(athlete)).toEqual(await rowsOf(fresh));
  expect(await athlete.settings()).toEqual(await fresh.settings());
  expect(await athlete.checkIns()).toEqual([]);
  expect(await runInDurableObject(athlete, (_, { storage }) => storage.getAlarm())).toBeNull();
  // Twice is once.
  expect(await athlete.eraseEverything(now())).toBeNull();
});

test('a Strava that does not hear of it is told until it has, and for that alone a key is kept', async () => {
  const strava = await simulator();
  const fresh = newAthlete();
  await fresh.settings();
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  const faults = [{ kind: 'server-error', path: '/oauth/deauthorize', share: 1 }];
  await strava.control('PUT', 'faults', { faults });
  expect(await athlete.eraseEverything(now())).toMatchObject({
    wasRevoked: false,
    isRevoking: true,
  });
  const { strava_farewell, ...others } = await rowsOf(athlete);
  expect(strava_farewell).toBe(1);
  expect(others).toEqual(await rowsOf(fresh));
  await strava.control('PUT', 'faults', { faults: [] });
  await worked(athlete);
  const [ada] = await strava.control<{ scopes: string[] | null }[]>('GET', 'athletes');
  expect(ada?.scopes).toBeNull();
  expect((await rowsOf(athlete)).strava_farewell).toBeUndefined();
});
