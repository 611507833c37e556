/**
 * What was flagged in the six weeks before a day with symptoms, day by day. It lists what came before and says nothing of
 * what caused it. Every flag is as its own day raised it.
 */
import { countUpTo } from './count-up-to.ts';
import type { CheckIn } from './diary.ts';
import type { Flag } from './flags/flag.ts';
import { isSymptomRule } from './flags/rule-kind.ts';
import type { History } from './history.ts';
import { addDays, daysBetween, type LocalDate } from './local-date.ts';
import { BEFORE_FLARE_DAYS } from './policy.ts';
import { runsOn } from './runs-on.ts';
import { type SessionComparison, sessionComparison } from './session-comparison.ts';

export interface DayBefore {
  date: LocalDate;
  /** 0 for the day itself. */
  daysBefore: number;
  /** In the order in which they are shown. */
  flags: Flag[];
  /** The runs of the day; those without a distance are left out. */
  runs: SessionComparison[];
}

export interface BeforeFlare {
  on: LocalDate;
  /** The first of the six weeks. */
  from: LocalDate;
  /** What was said on the day; `null` without a check-in. */
  said: CheckIn | null;
  /** Days with a flag, the newest first. The symptoms of the day itself are not among them. */
  days: DayBefore[];
}

export function beforeFlare(history: History, on: LocalDate): BeforeFlare {
  const { checkIns } = history.diary;
  const from = addDays(on, -BEFORE_FLARE_DAYS);
  const last = checkIns[countUpTo(checkIns, on) - 1];
  const days = new Map<LocalDate, Flag[]>();
  for (const flag of history.flags) {
    const isAsked = flag.date >= from && flag.date <= on;
    if (!isAsked || (flag.date === on && isSymptomRule(flag.rule))) continue;
    days.set(flag.date, [...(days.get(flag.date) ?? []), flag]);
  }
  return {
    on,
    from,
    said: last?.date === on ? last : null,
    days: [...days]
      .map(([date, flags]) => ({
        date,
        daysBefore: daysBetween(date, on),
        flags,
        runs: runsOn(history, date).flatMap((run) => sessionComparison(run) ?? []),
      }))
      .reverse(),
  };
}
