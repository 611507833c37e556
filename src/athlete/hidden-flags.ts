/**
 * Flags the runner has put aside for a week. A flag of one run is hidden alone; one of a week or of lasting symptoms comes
 * again every day while they last, so hiding one hides its successors until the week is over. One that has become worse
 * than the runner saw it is shown again.
 */
import type { Flag, FlagLevel, Quantity, RuleId } from '../analysis/flags/flag.ts';
import { addDays, type LocalDate } from '../analysis/local-date.ts';

const HIDDEN_FOR_DAYS = 7;
const WEEKLY_RULES: ReadonlySet<RuleId> = new Set([
  'week-above-usual',
  'stacked-increases',
  'stiffness-rise',
  'baseline-drift',
  'persistent-symptoms',
]);

export interface FlagKey {
  rule: RuleId;
  quantity: Quantity;
  date: LocalDate;
}

/** A flag as the runner saw it. */
export interface SeenFlag extends FlagKey {
  level: FlagLevel;
}

/** Of how much concern each level is. */
const RANK: Record<FlagLevel, number> = { note: 0, above: 1, 'well-above': 2, urgent: 3 };

export function hideFlag(sql: SqlStorage, flag: SeenFlag, today: LocalDate): void {
  sql.exec('DELETE FROM hidden_flags WHERE hidden_until < ?', today);
  sql.exec(
    'INSERT OR REPLACE INTO hidden_flags (rule, quantity, date, level, hidden_until) VALUES (?, ?, ?, ?, ?)',
    flag.rule,
    flag.quantity,
    flag.date,
    flag.level,
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

export function showAllFlags(sql: SqlStorage): void {
  sql.exec('DELETE FROM hidden_flags');
}

/** Tells of a flag the last day on which it stays hidden; `null` when it is shown on `today`. An urgent one is never hidden. */
export function hiddenFlags(sql: SqlStorage, today: LocalDate): (flag: Flag) => LocalDate | null {
  const hidden = sql
    .exec<SeenFlag & { until: LocalDate } & Record<string, SqlStorageValue>>(
      'SELECT rule, quantity, date, level, hidden_until AS until FROM hidden_flags WHERE hidden_until >= ? ORDER BY hidden_until DESC',
      today,
    )
    .toArray();
  return (flag) =>
    flag.level === 'urgent' ? null : (hidden.find((seen) => isHiddenBy(seen, flag))?.until ?? null);
}

function isHiddenBy(seen: SeenFlag, flag: Flag): boolean {
  return (
    seen.rule === flag.rule &&
    seen.quantity === flag.quantity &&
    RANK[flag.level] <= RANK[seen.level] &&
    (seen.date === flag.date || (WEEKLY_RULES.has(flag.rule) && flag.date > seen.date))
  );
}
