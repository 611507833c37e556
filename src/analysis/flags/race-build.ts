/**
 * Weekly distance that climbs fast and goes on climbing, as after a late decision to race (clinical advice): three rising
 * weeks in a row, the last two well beyond the four before them. Told by a run, then quiet for seven days.
 */
import { exceeds } from '../exceeds.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import {
  RAMP_BASELINE_MIN_WEEKS,
  RAMP_BASELINE_WEEKS,
  RAMP_MEAN_WEEKS,
  RAMP_RATIO,
  RAMP_RISING_WEEKS,
  WEEK_DAYS,
  WEEK_FLOORS,
} from '../policy.ts';
import { runsOfDays } from '../runs-of-days.ts';
import { bareFlag } from './bare-flag.ts';
import type { Flag } from './flag.ts';
import type { Rule, RuleInput } from './rule.ts';
import { addsTo } from './week-flag.ts';

const WEEKS = RAMP_RISING_WEEKS + RAMP_BASELINE_WEEKS;

export const raceBuildRamp: Rule = {
  id: 'race-build-ramp',
  judge: (input) => {
    const raised: Flag[] = [];
    let quietUntil = 0;
    for (let day = WEEKS * WEEK_DAYS - 1; day < input.days.count; day += 1) {
      if (day < quietUntil || !addsTo(input.days, 'distanceM', day)) continue;
      const flag = rampFlag(input, day);
      if (flag === null) continue;
      raised.push(flag);
      quietUntil = day + WEEK_DAYS;
    }
    return raised;
  },
};

/** The seven weeks that end on the day `day` of the history. */
function rampFlag({ runs, days, rolling }: RuleInput, day: number): Flag | null {
  const sum = (weeksAgo: number) => rolling.sums.distanceM[day - weeksAgo * WEEK_DAYS] as number;
  if (!isRising(sum)) return null;
  const weeksAgo = Array.from({ length: WEEKS }, (_, week) => week);
  const isKnown = (week: number) => rolling.isComplete.distanceM[day - week * WEEK_DAYS] === 1;
  if (!weeksAgo.every(isKnown)) return null;
  const observed = meanOf(weeksAgo.slice(0, RAMP_MEAN_WEEKS).map(sum));
  const before = weeksAgo.slice(RAMP_RISING_WEEKS).map(sum);
  const largest = Math.max(...before);
  const threshold = Math.max(RAMP_RATIO * largest, largest + WEEK_FLOORS.distanceM);
  if (before.filter((weekM) => weekM > 0).length < RAMP_BASELINE_MIN_WEEKS) return null;
  if (exceeds(threshold, observed)) return null;
  const date = rolling.dates[day] as LocalDate;
  return bareFlag({
    rule: 'race-build-ramp',
    date,
    level: 'above',
    quantity: 'distanceM',
    observed,
    threshold,
    baseline: largest,
    baselineDate: addDays(date, -(RAMP_RISING_WEEKS + before.indexOf(largest)) * WEEK_DAYS),
    ratio: observed / largest,
    window: {
      from: addDays(date, 1 - WEEKS * WEEK_DAYS),
      to: addDays(date, -RAMP_RISING_WEEKS * WEEK_DAYS),
    },
    runs: runsOfDays(runs, days, day - RAMP_MEAN_WEEKS * WEEK_DAYS + 1, day).map(({ id }) => id),
    evidence: ['clinical', 'heuristic'],
  });
}

function isRising(sum: (weeksAgo: number) => number): boolean {
  for (let weeksAgo = 1; weeksAgo < RAMP_RISING_WEEKS; weeksAgo += 1) {
    if (!exceeds(sum(weeksAgo - 1), sum(weeksAgo))) return false;
  }
  return true;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
