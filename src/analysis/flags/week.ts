/**
 * Seven days beyond the usual range of the eight weeks before. Raised by the run that takes a quantity beyond its range,
 * or up a level, and then quiet for seven days, whose windows hold the same running: a high week is told once. While the
 * weeks stay high it is raised again, by the first run after those seven days that adds to it.
 */
import { WEEK_DAYS } from '../policy.ts';
import type { Flag, LoadQuantity } from './flag.ts';
import type { Rule, RuleInput } from './rule.ts';
import { addsTo, WEEK_QUANTITIES, weekFlag } from './week-flag.ts';

export const weekAboveUsual: Rule = {
  id: 'week-above-usual',
  judge: (input) => WEEK_QUANTITIES.flatMap((quantity) => firstOfEachRise(input, quantity)),
};

function firstOfEachRise(input: RuleInput, quantity: LoadQuantity): Flag[] {
  const raised: Flag[] = [];
  let quietUntil = { note: -1, above: -1 };
  for (let day = 0; day < input.days.count; day += 1) {
    const flag = addsTo(input.days, quantity, day) ? weekFlag(input, quantity, day) : null;
    if (flag === null) continue;
    const level = flag.level === 'note' ? 'note' : 'above';
    if (day < quietUntil[level]) continue;
    raised.push(flag);
    const until = day + WEEK_DAYS;
    quietUntil = { note: until, above: level === 'above' ? until : quietUntil.above };
  }
  return raised;
}
