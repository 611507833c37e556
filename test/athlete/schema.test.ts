import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { migrate } from '../../src/athlete/schema.ts';
import { Browser } from '../routes/browser.ts';
import { runOn } from '../routes/watch-files.ts';

/** Columns of the first schema. */
const FIRST = {
  files: 'sha256, stored_as, name, size_bytes, imported_at',
  activities: `id, sha256, session_index, sport, sub_sport, start_time_s, utc_offset_s, local_date, distance_m, timer_s,
    elapsed_s, device, warnings, exposure, cells, analysis_version, deleted_at`,
};

/** Lays the athlete's files and activities into tables as the first release made them. */
function asFirstReleased(storage: DurableObjectStorage): void {
  const { sql } = storage;
  const kept = Object.entries(FIRST);
  for (const [table, columns] of kept) {
    sql.exec(`CREATE TABLE kept_${table} AS SELECT ${columns} FROM ${table}`);
  }
  const tables = [
    'activities',
    'files',
    'settings',
    'hidden_flags',
    'separate_runs',
    'check_ins',
    'warning_signs',
    'return_criteria',
    'shoes',
    'strava_account',
    'strava_activities',
    'strava_gear',
    'strava_jobs',
    'strava_receipt',
    'said_of_strava',
    'strava_farewell',
    'schema_version',
  ];
  for (const table of tables) sql.exec(`DROP TABLE ${table}`);
  migrate(storage, 1);
  for (const [table, columns] of kept) {
    sql.exec(`INSERT INTO ${table} (${columns}) SELECT * FROM kept_${table}`);
    sql.exec(`DROP TABLE kept_${table}`);
  }
}

test('the runs of the first release are kept, and take part in what came later', async () => {
  const browser = new Browser();
  const [old] = await browser.upload(runOn(0, 10_000), '?name=old.fit');
  const athlete = await browser.athlete();
  const before = await browser.json('/api/dashboard');
  await runInDurableObject(athlete, (_, { storage }) => asFirstReleased(storage));
  await evictDurableObject(athlete);
  expect(await browser.json('/api/dashboard')).toEqual(before);
  const [rich] = await browser.upload(runOn(0, 10_000, { recording: 'every-second' }));
  expect(rich).toMatchObject({ status: 'added', replaces: [old?.activityId] });
});
