/**
 * Flags the runner has put aside for a week. A flag of one run is hidden alone; a weekly flag comes again every day
 * while the week stays high, so hiding one hides its successors until the week is over.
 */
import type { Flag, Quantity, RuleId } from '../analysis/flags/flag.ts';
import { addDays, type LocalDate } from '../analysis/local-date.ts';

const HIDDEN_FOR_DAYS = 7;
const WEEKLY_RULES: ReadonlySet<RuleId> = new Set(['week-above-usual', 'stacked-increases']);

export interface FlagKey {
  rule: RuleId;
  quantity: Quantity;
  date: LocalDate;
}

export function hideFlag(sql: SqlStorage, flag: FlagKey, today: LocalDate): void {
  sql.exec('DELETE FROM hidden_flags WHERE hidden_until < ?', today);
  sql.exec(
    'INSERT OR REPLACE INTO hidden_flags (rule, quantity, date, hidden_until) VALUES (?, ?, ?, ?)',
    flag.rule,
    flag.quantity,
    flag.date,
    addDays(today, HIDDEN_FOR_DAYS - 1),
  );
}

export function showFlag(sql: SqlStorage, flag: FlagKey): void {
  sql.exec(
    'DELETE FROM hidden_flags WHERE rule = ? AND quantity = ? AND (date = ? OR ?)',
    flag.rule,
    flag.quantity,
    flag.date,
    WEEKLY_RULES.has(flag.rule) ? 1 : 0,
  );
}

/** The flags still to be shown on `today`; an urgent one is never hidden. */
export function withoutHidden(sql: SqlStorage, flags: readonly Flag[], today: LocalDate): Flag[] {
  const hidden = sql
    .exec<FlagKey & Record<string, SqlStorageValue>>(
      'SELECT rule, quantity, date FROM hidden_flags WHERE hidden_until >= ?',
      today,
    )
    .toArray();
  return flags.filter(
    (flag) => flag.level === 'urgent' || !hidden.some((key) => isHiddenBy(key, flag)),
  );
}

function isHiddenBy(key: FlagKey, flag: Flag): boolean {
  return (
    key.rule === flag.rule &&
    key.quantity === flag.quantity &&
    (key.date === flag.date || (WEEKLY_RULES.has(flag.rule) && flag.date > key.date))
  );
}
