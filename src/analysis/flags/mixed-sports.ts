/**
 * Tennis, football, skipping and the like in a week of as much running as usual (clinical advice): starts, stops and jumps
 * load the tendon, and no number here holds them. Told when it begins; somebody who plays every week is used to it.
 */
import type { OtherSport } from '../diary.ts';
import { exceeds } from '../exceeds.ts';
import { addDays, type LocalDate, toEpochDay } from '../local-date.ts';
import { SESSION_WINDOW_DAYS, WEEK_DAYS } from '../policy.ts';
import { runsOfDays } from '../runs-of-days.ts';
import { sportFamily } from '../sport-family.ts';
import { usualRange } from '../usual-range.ts';
import { bareFlag } from './bare-flag.ts';
import type { Flag } from './flag.ts';
import type { Rule, RuleInput } from './rule.ts';

export const mixedSportsWeek: Rule = {
  id: 'mixed-sports-week',
  judge: (input) => {
    const raised: Flag[] = [];
    let mixedDay = Number.NEGATIVE_INFINITY;
    for (const { day, sport } of mixedDays(input)) {
      if (day > mixedDay + SESSION_WINDOW_DAYS) raised.push(mixedFlag(input, day, sport));
      mixedDay = day;
    }
    return raised;
  },
};

/** Days whose seven days hold such a sport and as much running as usual, each with the last sport of them. */
function* mixedDays(input: RuleInput): Generator<{ day: number; sport: OtherSport }> {
  const { firstDay, count } = input.days;
  const sports = input.diary.otherSports.filter(
    ({ sport }) => sportFamily(sport) === 'court-and-field',
  );
  for (const [index, sport] of sports.entries()) {
    const from = toEpochDay(sport.date) - firstDay;
    const next = sports[index + 1];
    const nextDay =
      next === undefined ? Number.POSITIVE_INFINITY : toEpochDay(next.date) - firstDay;
    const to = Math.min(from + WEEK_DAYS, nextDay, count);
    for (let day = Math.max(from, 0); day < to; day += 1) {
      if (isUsualWeek(input, day)) yield { day, sport };
    }
  }
}

function isUsualWeek({ rolling }: RuleInput, day: number): boolean {
  const range = usualRange(rolling, 'distanceM', day);
  const distanceM = rolling.sums.distanceM[day] as number;
  return range !== null && distanceM > 0 && !exceeds(range.low, distanceM);
}

function mixedFlag({ runs, days, rolling }: RuleInput, day: number, { sport }: OtherSport): Flag {
  const range = usualRange(rolling, 'distanceM', day);
  const date = rolling.dates[day] as LocalDate;
  const from = day - WEEK_DAYS + 1;
  return bareFlag({
    rule: 'mixed-sports-week',
    date,
    level: 'note',
    quantity: 'distanceM',
    observed: rolling.sums.distanceM[day] as number,
    threshold: range?.low ?? null,
    baseline: range?.high ?? null,
    baselineLow: range?.low ?? null,
    baselineDate: range?.highDate ?? null,
    window: { from: addDays(date, 1 - WEEK_DAYS), to: date },
    runs: runsOfDays(runs, days, from, day).map(({ id }) => id),
    evidence: ['clinical'],
    subject: sport,
  });
}
