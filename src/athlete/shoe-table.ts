/** Rows of the `shoes` table. SQL only: which run was run in which shoe is decided in `run-shoes.ts`. */
import type { LocalDate } from '../analysis/local-date.ts';
import type { Row } from './activity-table.ts';
import { type KnownShoe, type ShoeFields, shoeCalled } from './known-shoe.ts';

type ShoeRow = Row<{
  id: string;
  name: string;
  drop_mm: number | null;
  heel_lift_mm: number | null;
  since: string | null;
  retired_on: string | null;
  gear: string | null;
  deleted_at: number | null;
}>;

/** By name, deleted ones included. */
export function readShoes(sql: SqlStorage): KnownShoe[] {
  const rows = sql.exec<ShoeRow>('SELECT * FROM shoes ORDER BY lower(name), name, id');
  return Array.from(rows, (row) => ({
    id: row.id,
    name: row.name,
    dropMm: row.drop_mm,
    heelLiftMm: row.heel_lift_mm,
    since: row.since as LocalDate | null,
    retiredOn: row.retired_on as LocalDate | null,
    gear: row.gear,
    isDeleted: row.deleted_at !== null,
  }));
}

/** Gives its id. */
export function insertShoe(sql: SqlStorage, shoe: ShoeFields, gear: string | null = null): string {
  const id = crypto.randomUUID();
  sql.exec(
    'INSERT INTO shoes (id, name, drop_mm, heel_lift_mm, since, retired_on, gear) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    shoe.name,
    shoe.dropMm,
    shoe.heelLiftMm,
    shoe.since,
    shoe.retiredOn,
    gear,
  );
  return id;
}

export function updateShoe(sql: SqlStorage, id: string, shoe: ShoeFields): void {
  sql.exec(
    'UPDATE shoes SET name = ?, drop_mm = ?, heel_lift_mm = ?, since = ?, retired_on = ? WHERE id = ?',
    shoe.name,
    shoe.dropMm,
    shoe.heelLiftMm,
    shoe.since,
    shoe.retiredOn,
    id,
  );
}

/** `null` restores it. What was said of runs stays, so that they wear it again. */
export function setShoeDeleted(sql: SqlStorage, id: string, deletedAtS: number | null): void {
  sql.exec('UPDATE shoes SET deleted_at = ? WHERE id = ?', deletedAtS, id);
}

/** The runner's word on the shoe of a run, by its name: an unknown one is a new shoe. `null` takes the word back. */
export function sayShoe(sql: SqlStorage, activityId: string, name: string | null): void {
  const shoeId = name === null ? null : idOfShoe(sql, name);
  sql.exec('UPDATE activities SET shoe_id = ? WHERE id = ?', shoeId, activityId);
}

/** Makes a shoe of what an archive calls gear of a run, unless one is known by that name, a deleted one too. */
export function noteGear(sql: SqlStorage, gear: string): void {
  const shoe = shoeCalled(readShoes(sql), gear);
  if (shoe === undefined) insertShoe(sql, named(gear), gear);
  // Known by that name from now on, whatever the runner calls it later.
  else if (shoe.gear === null) sql.exec('UPDATE shoes SET gear = ? WHERE id = ?', gear, shoe.id);
}

/** An unknown one is a new shoe. */
export function idOfShoe(sql: SqlStorage, name: string): string {
  const shoe = shoeCalled(readShoes(sql), name);
  return shoe === undefined || shoe.isDeleted ? insertShoe(sql, named(name)) : shoe.id;
}

const named = (name: string): ShoeFields => ({
  name,
  dropMm: null,
  heelLiftMm: null,
  since: null,
  retiredOn: null,
});
