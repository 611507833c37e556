/** "Worse" the morning after a run: the clearest answer a tendon gives. Names the runs before it and what was flagged of them. Clinical. */
import { addDays, type LocalDate } from '../local-date.ts';
import { RESPONSE_DAYS } from '../policy.ts';
import { runsOn } from '../runs-on.ts';
import { spotsOf } from '../spots.ts';
import type { Flag } from './flag.ts';
import type { Rule } from './rule.ts';
import { isSymptomRule } from './rule-kind.ts';
import { symptomFlag } from './symptom-flag.ts';

export const nextDayFlare: Rule = {
  id: 'next-day-flare',
  judge({ diary, runs, days, raised }) {
    const spots = spotsOf(diary);
    const partsOn = partsByDay(raised);
    return diary.checkIns.flatMap(({ date, nextDayResponse }, index) => {
      if (nextDayResponse !== 'worse') return [];
      const before = dayBefore(date, (day) => runsOn({ runs, days }, day).length > 0);
      return symptomFlag({
        rule: 'next-day-flare',
        date,
        level: 'well-above',
        quantity: 'nextDayResponse',
        observed: 1,
        window: { from: before ?? addDays(date, -RESPONSE_DAYS), to: addDays(date, -1) },
        runs: before === null ? [] : runsOn({ runs, days }, before).map(({ id }) => id),
        subject: spots[index] ?? null,
        parts: (before && partsOn.get(before)) ?? [],
      });
    });
  },
};

/** The last day with a run before the answer; `null` when it lies too far back to be what the answer is about. */
function dayBefore(date: LocalDate, hasRun: (day: LocalDate) => boolean): LocalDate | null {
  for (let back = 1; back <= RESPONSE_DAYS; back += 1) {
    const day = addDays(date, -back);
    if (hasRun(day)) return day;
  }
  return null;
}

function partsByDay(flags: readonly Flag[]): Map<LocalDate, Flag['parts']> {
  const byDay = new Map<LocalDate, Flag['parts']>();
  for (const { rule, quantity, date, ratio } of flags) {
    if (isSymptomRule(rule) || rule === 'stacked-increases') continue;
    const ofDay = byDay.get(date) ?? [];
    ofDay.push({ rule, quantity, date, ratio });
    byDay.set(date, ofDay);
  }
  return byDay;
}
