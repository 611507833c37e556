/** Rows of the `warning_signs` table: from when to when each box was ticked. A box ticked again is another row. */
import type { TickedSign, WarningSign } from '../analysis/diary.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import type { Row } from './activity-table.ts';

type SignRow = Row<{ sign: string; from_date: string; until_date: string | null }>;

/** By their first day. */
export function readWarningSigns(sql: SqlStorage): TickedSign[] {
  const rows = sql.exec<SignRow>(
    'SELECT sign, from_date, until_date FROM warning_signs ORDER BY from_date, sign',
  );
  return Array.from(rows, (row) => ({
    sign: row.sign as WarningSign,
    from: row.from_date as LocalDate,
    until: row.until_date as LocalDate | null,
  }));
}

/** Ticking twice is ticking once. A box unticked on the day it was ticked was a slip, and leaves nothing. */
export function setWarningSign(
  sql: SqlStorage,
  sign: WarningSign,
  isTicked: boolean,
  today: LocalDate,
): void {
  if (isTicked) {
    sql.exec(
      `INSERT INTO warning_signs (sign, from_date, until_date)
       SELECT ?, ?, NULL WHERE NOT EXISTS (SELECT 1 FROM warning_signs WHERE sign = ? AND until_date IS NULL)
       ON CONFLICT (sign, from_date) DO UPDATE SET until_date = NULL`,
      sign,
      today,
      sign,
    );
    return;
  }
  sql.exec(
    'DELETE FROM warning_signs WHERE sign = ? AND until_date IS NULL AND from_date >= ?',
    sign,
    today,
  );
  sql.exec(
    'UPDATE warning_signs SET until_date = ? WHERE sign = ? AND until_date IS NULL',
    today,
    sign,
  );
}
