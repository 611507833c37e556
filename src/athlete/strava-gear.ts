/** The names of the shoes on Strava: asked for once, kept as long as everything from there, and shoes here while they are. */
import type { StravaGear } from '../strava/client.ts';
import type { StravaSummary } from '../strava/summary.ts';
import { REFRESH_AHEAD_S } from '../strava/sync-plan.ts';
import type { Row } from './activity-table.ts';
import { shoeCalled } from './known-shoe.ts';
import { noteGear, readShoes } from './shoe-table.ts';
import { wantJob } from './strava-job-table.ts';

/** Strava's shoes; its bikes begin with another letter. */
const SHOE_ID = /^g/;

/** Names that are not known yet, or not much longer. */
export function wantGear(sql: SqlStorage, summaries: readonly StravaSummary[], nowS: number): void {
  const ids = new Set(summaries.flatMap(({ gearId }) => (gearId === null ? [] : [gearId])));
  const known = new Map(
    Array.from(
      sql.exec<Row<{ id: string; expires_at: number }>>('SELECT id, expires_at FROM strava_gear'),
      ({ id, expires_at }) => [id, expires_at],
    ),
  );
  for (const key of ids) {
    const leftS = (known.get(key) ?? 0) - nowS;
    if (SHOE_ID.test(key) && leftS <= REFRESH_AHEAD_S) wantJob(sql, { kind: 'gear', key }, nowS);
  }
}

/** Call inside a transaction. */
export function keepGear(sql: SqlStorage, { id, name }: StravaGear, expiresAtS: number): void {
  const called = name.trim();
  if (called === '') return;
  const isKnown = shoeCalled(readShoes(sql), called) !== undefined;
  noteGear(sql, called);
  const shoeId = isKnown ? null : (shoeCalled(readShoes(sql), called)?.id ?? null);
  sql.exec(
    `INSERT INTO strava_gear (id, name, shoe_id, expires_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, shoe_id = coalesce(shoe_id, excluded.shoe_id),
       expires_at = excluded.expires_at`,
    id,
    called,
    shoeId,
    expiresAtS,
  );
}

/** The athlete has no such gear any more. */
export function eraseGear(sql: SqlStorage, id: string): void {
  eraseGearWhere(sql, 'id = ?', id);
}

/** True when any went. */
export function eraseExpiredGear(sql: SqlStorage, nowS: number): boolean {
  return eraseGearWhere(sql, 'expires_at <= ?', nowS);
}

/** When the time of the first is over; `null` without any. */
export function gearExpiresAtS(sql: SqlStorage): number | null {
  return sql
    .exec<Row<{ expires_at: number | null }>>(
      'SELECT min(expires_at) AS expires_at FROM strava_gear',
    )
    .one().expires_at;
}

export function eraseAllGear(sql: SqlStorage): void {
  eraseGearWhere(sql, '? = 1', 1);
}

/** Made of Strava's gear, and not the runner's own yet: nothing is said of it or of a run in it, and no file knows it. */
const IS_OF_STRAVA_ALONE = `name = gear AND drop_mm IS NULL AND heel_lift_mm IS NULL AND since IS NULL AND retired_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM activities WHERE activities.shoe_id = shoes.id)
  AND NOT EXISTS (SELECT 1 FROM said_of_strava WHERE said_of_strava.shoe_id = shoes.id)
  AND NOT EXISTS (SELECT 1 FROM files WHERE lower(trim(files.gear)) = lower(shoes.gear))`;

/** Ids of shoes that are here for as long as what came from there. */
export function shoesOfStravaAlone(sql: SqlStorage): ReadonlySet<string> {
  const rows = sql.exec<Row<{ id: string }>>(
    `SELECT id FROM shoes WHERE id IN (SELECT shoe_id FROM strava_gear) AND ${IS_OF_STRAVA_ALONE}`,
  );
  return new Set(Array.from(rows, ({ id }) => id));
}

/** Such a shoe goes along. */
function eraseGearWhere(sql: SqlStorage, where: string, value: SqlStorageValue): boolean {
  sql.exec(
    `DELETE FROM shoes WHERE id IN (SELECT shoe_id FROM strava_gear WHERE ${where}) AND ${IS_OF_STRAVA_ALONE}`,
    value,
  );
  return sql.exec(`DELETE FROM strava_gear WHERE ${where}`, value).rowsWritten > 0;
}
