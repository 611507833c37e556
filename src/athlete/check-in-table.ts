/**
 * Rows of the `check_ins` table: one a day, by the runner's local date. Only what was said is kept, so that a field that
 * comes later is "not said" in every row before it.
 */
import { type CheckIn, type CheckInFields, NOTHING_SAID } from '../analysis/diary.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import type { Row } from './activity-table.ts';

/** `null` takes a field back; what is absent stays as it is. */
export type CheckInChange = { [Key in keyof CheckInFields]?: CheckInFields[Key] };

type CheckInRow = Row<{ date: string; body: string; logged_at: number; edited_at: number | null }>;

const COLUMNS = 'date, body, logged_at, edited_at';

/** A slip of the thumb put right within this time is no edit. */
const SLIP_S = 600;

/** Oldest first. */
export function readCheckIns(sql: SqlStorage): CheckIn[] {
  return Array.from(
    sql.exec<CheckInRow>(`SELECT ${COLUMNS} FROM check_ins ORDER BY date`),
    checkInOf,
  );
}

/** `null` when nothing was said of that day. */
export function readCheckIn(sql: SqlStorage, date: LocalDate): CheckIn | null {
  const row = readRow(sql, date);
  return row === null ? null : checkInOf(row);
}

function readRow(sql: SqlStorage, date: LocalDate): CheckInRow | null {
  const rows = sql.exec<CheckInRow>(`SELECT ${COLUMNS} FROM check_ins WHERE date = ?`, date);
  return rows.toArray()[0] ?? null;
}

/** Adds to what was said of the day, or changes it. A day of which nothing is left is no check-in. */
export function writeCheckIn(
  sql: SqlStorage,
  date: LocalDate,
  change: CheckInChange,
  nowS: number,
): void {
  const row = readRow(sql, date);
  const before = row === null ? NOTHING_SAID : checkInOf(row);
  const said = saidOf({ ...before, ...change });
  if (Object.keys(said).length === 0) {
    sql.exec('DELETE FROM check_ins WHERE date = ?', date);
    return;
  }
  sql.exec(
    `INSERT INTO check_ins (date, body, logged_at, edited_at) VALUES (?, ?, ?, NULL)
     ON CONFLICT (date) DO UPDATE SET body = excluded.body, edited_at = coalesce(?, edited_at)`,
    date,
    JSON.stringify(said),
    nowS,
    row !== null && nowS > row.logged_at + SLIP_S && contradicts(before, change) ? nowS : null,
  );
}

/** More said in the evening is no edit; something else said is. */
function contradicts(before: CheckInFields, change: CheckInChange): boolean {
  return (Object.keys(change) as (keyof CheckInFields)[]).some(
    (key) => before[key] !== null && JSON.stringify(before[key]) !== JSON.stringify(change[key]),
  );
}

function saidOf(fields: CheckInFields): Partial<CheckInFields> {
  const keys = Object.keys(NOTHING_SAID) as (keyof CheckInFields)[];
  return Object.fromEntries(
    keys.filter((key) => fields[key] !== null).map((key) => [key, fields[key]]),
  );
}

const checkInOf = ({ date, body, edited_at }: CheckInRow): CheckIn => ({
  ...NOTHING_SAID,
  ...(JSON.parse(body) as Partial<CheckInFields>),
  date: date as LocalDate,
  isEdited: edited_at !== null,
});
