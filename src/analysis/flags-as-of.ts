/** The flags that a day knew of: those of its last seven days, weekly ones judged afresh, signs as long as they are ticked. */
import type { Flag, RuleId } from './flags/flag.ts';
import { withSymptoms } from './flags/levels.ts';
import { isSymptomRule } from './flags/rule-kind.ts';
import { WEEK_QUANTITIES, weekFlag } from './flags/week-flag.ts';
import { holdsOn } from './guidance.ts';
import type { History } from './history.ts';
import { addDays, type LocalDate } from './local-date.ts';
import { SHOWN_FLAG_DAYS } from './policy.ts';

/**
 * In no order. A weekly flag speaks of seven days that move on, so it is judged afresh; the others keep the day on which they were raised.
 * Of a stack that a further kind has joined, and of a symptom said on several days, the latest is told. `lastIndex` is that of `asOf` among
 * the days of the history; -1 before the first. `knownOn` is the day on which signs must still be ticked.
 */
export function flagsAsOf(
  history: History,
  asOf: LocalDate,
  lastIndex: number,
  knownOn: LocalDate,
): Flag[] {
  const from = addDays(asOf, 1 - SHOWN_FLAG_DAYS);
  const latest = new Map<RuleId, Flag>();
  const raised = history.flags.filter((flag) => {
    if (flag.rule === 'urgent-signs' || flag.rule === 'week-above-usual') return false;
    if (flag.date < from || flag.date > asOf) return false;
    latest.set(flag.rule, flag);
    return true;
  });
  return [
    ...signsOn(history, knownOn),
    ...raised.filter((flag) => !isToldOnce(flag.rule) || latest.get(flag.rule) === flag),
    ...(lastIndex < 0 ? [] : weeklyFlags(history, lastIndex)),
  ];
}

const isToldOnce = (rule: RuleId): boolean => rule === 'stacked-increases' || isSymptomRule(rule);

/** However long ago they were ticked. */
function signsOn({ flags, diary }: History, date: LocalDate): Flag[] {
  const ticked = diary.signs.filter((sign) => holdsOn(sign, date));
  if (ticked.length === 0) return [];
  return flags.filter(
    (flag) =>
      flag.rule === 'urgent-signs' &&
      ticked.some(({ sign, from }) => sign === flag.subject && from === flag.date),
  );
}

function weeklyFlags(history: History, lastIndex: number): Flag[] {
  return WEEK_QUANTITIES.flatMap((quantity) => {
    const flag = weekFlag(history, quantity, lastIndex);
    return flag === null ? [] : [withSymptoms(flag, history.diary)];
  });
}
