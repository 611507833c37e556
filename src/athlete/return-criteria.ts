/** Rows of the `return_criteria` table: since when each criterion of a return to running is met. */
import type { ReturnCriterion, TendonProfile } from '../analysis/diary.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import type { Row } from './activity-table.ts';

export function readReturnCriteria(sql: SqlStorage): TendonProfile['criteriaMet'] {
  const rows = sql.exec<Row<{ criterion: string; met_on: string }>>(
    'SELECT criterion, met_on FROM return_criteria',
  );
  return Object.fromEntries(
    Array.from(rows, ({ criterion, met_on }) => [criterion, met_on as LocalDate]),
  );
}

/** `metOn`: `null` when it is not met, or no longer. */
export function setReturnCriterion(
  sql: SqlStorage,
  criterion: ReturnCriterion,
  metOn: LocalDate | null,
): void {
  if (metOn === null) sql.exec('DELETE FROM return_criteria WHERE criterion = ?', criterion);
  else {
    sql.exec(
      'INSERT OR IGNORE INTO return_criteria (criterion, met_on) VALUES (?, ?)',
      criterion,
      metOn,
    );
  }
}
