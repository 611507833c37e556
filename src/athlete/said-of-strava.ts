/**
 * What the runner says of activities from Strava, in rows of its own: kept by Strava's id while the activity itself is away for
 * its time is over, so that it holds again when it comes back. SQL only; call inside a transaction.
 */
import type { Row } from './activity-table.ts';
import type { Corrections } from './corrections.ts';
import { idOfShoe } from './shoe-table.ts';
import { stravaRunId } from './strava-run-id.ts';

/** All but the shoe, which is told by its id in a column of its own. */
export function correctionsOnStrava(sql: SqlStorage, stravaId: string): Corrections {
  const [row] = sql
    .exec<Row<{ corrections: string }>>(
      'SELECT corrections FROM said_of_strava WHERE id = ?',
      stravaId,
    )
    .toArray();
  return row === undefined ? {} : JSON.parse(row.corrections);
}

export function isAnythingSaid(sql: SqlStorage): boolean {
  return sql.exec('SELECT 1 FROM said_of_strava LIMIT 1').toArray().length > 0;
}

/** Strava's ids of what the runner calls a run, whatever it is there. */
export function saidRunsOnStrava(sql: SqlStorage): Set<string> {
  const rows = sql.exec<Row<{ id: string }>>(
    "SELECT id FROM said_of_strava WHERE corrections ->> '$.sport' = 'running'",
  );
  return new Set(Array.from(rows, ({ id }) => id));
}

/** `after` takes the place of `before`. A shoe that was said stays while it is deleted: it is worn again once it is restored. */
export function writeSaidOfStrava(
  sql: SqlStorage,
  stravaId: string,
  before: Corrections,
  { shoe, ...corrections }: Corrections,
): void {
  sql.exec(
    `INSERT INTO said_of_strava (id, corrections) VALUES (?, ?)
     ON CONFLICT (id) DO UPDATE SET corrections = excluded.corrections`,
    stravaId,
    JSON.stringify(corrections),
  );
  if (shoe !== before.shoe) {
    const shoeId = shoe === undefined ? null : idOfShoe(sql, shoe);
    sql.exec('UPDATE said_of_strava SET shoe_id = ? WHERE id = ?', shoeId, stravaId);
  }
  forgetUnsaid(sql);
}

/** Deleting twice is deleting once. */
export function markDeletedHere(
  sql: SqlStorage,
  stravaIds: readonly string[],
  deletedAtS: number,
): void {
  for (const id of stravaIds) {
    sql.exec(
      `INSERT INTO said_of_strava (id, deleted_at) VALUES (?, ?)
       ON CONFLICT (id) DO UPDATE SET deleted_at = coalesce(deleted_at, excluded.deleted_at)`,
      id,
      deletedAtS,
    );
  }
}

export function restoreHere(sql: SqlStorage, stravaIds: readonly string[]): void {
  sql.exec(
    'UPDATE said_of_strava SET deleted_at = NULL WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(stravaIds),
  );
  forgetUnsaid(sql);
}

/** What nobody says is kept nowhere. */
function forgetUnsaid(sql: SqlStorage): void {
  sql.exec(
    "DELETE FROM said_of_strava WHERE corrections = '{}' AND shoe_id IS NULL AND deleted_at IS NULL",
  );
}

/** The activity is no more on Strava. */
export function eraseSaidOf(sql: SqlStorage, stravaId: string): void {
  sql.exec('DELETE FROM said_of_strava WHERE id = ?', stravaId);
  sql.exec('DELETE FROM separate_runs WHERE ? IN (one_id, other_id)', stravaRunId(stravaId));
}

/** The connection is over. */
export function eraseAllSaid(sql: SqlStorage): void {
  sql.exec('DELETE FROM said_of_strava');
  const ofStrava = stravaRunId('*');
  sql.exec('DELETE FROM separate_runs WHERE one_id GLOB ?1 OR other_id GLOB ?1', ofStrava);
}
