/**
 * Seven days beyond the usual range of the eight weeks before. Raised when a quantity first goes beyond its range, or
 * rises a level, and then quiet for seven days, whose windows hold the same running. So on every day beyond the range a
 * flag of at least that level stands within the last seven days, and a high week is told once.
 */
import { WEEK_DAYS } from '../policy.ts';
import type { Flag, Quantity } from './flag.ts';
import type { Rule, RuleInput } from './rule.ts';
import { WEEK_QUANTITIES, weekFlag } from './week-flag.ts';

export const weekAboveUsual: Rule = {
  id: 'week-above-usual',
  judge: (input) => WEEK_QUANTITIES.flatMap((quantity) => firstOfEachRise(input, quantity)),
};

function firstOfEachRise(input: RuleInput, quantity: Quantity): Flag[] {
  const raised: Flag[] = [];
  let quietUntil = { note: -1, above: -1 };
  for (let day = 0; day < input.days.count; day += 1) {
    const flag = weekFlag(input, quantity, day);
    if (flag === null) continue;
    const level = flag.level === 'note' ? 'note' : 'above';
    if (day < quietUntil[level]) continue;
    raised.push(flag);
    const until = day + WEEK_DAYS;
    quietUntil = { note: until, above: level === 'above' ? until : quietUntil.above };
  }
  return raised;
}
