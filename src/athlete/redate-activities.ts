/** A new time zone of the runner's dates activities again. SQL only; call inside a transaction. */
import type { LocalDate } from '../analysis/local-date.ts';
import type { Row } from './activity-table.ts';

/** Dates again every activity whose file did not say where the runner's clock stood. */
export function redateActivities(
  sql: SqlStorage,
  table: 'activities' | 'strava_activities',
  localDateOf: (startTimeS: number) => LocalDate,
): void {
  const rows = sql
    .exec<Row<{ id: string; start_time_s: number; local_date: string }>>(
      `SELECT id, start_time_s, local_date FROM ${table} WHERE utc_offset_s IS NULL`,
    )
    .toArray();
  for (const { id, start_time_s, local_date } of rows) {
    const localDate = localDateOf(start_time_s);
    if (localDate !== local_date) {
      sql.exec(`UPDATE ${table} SET local_date = ? WHERE id = ?`, localDate, id);
    }
  }
}
