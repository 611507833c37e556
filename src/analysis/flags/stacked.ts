/**
 * Several kinds of increase within seven days: distance, speed, hills. "Change one thing at a time" is clinical advice.
 * Raised on the day the second kind joins, and again only when a further kind joins within seven days.
 */
import { addDays, type LocalDate } from '../local-date.ts';
import { STACK_DAYS, STACK_MIN_KINDS } from '../policy.ts';
import type { Flag, Quantity, RuleId } from './flag.ts';
import type { Rule } from './rule.ts';

type Kind = 'distance' | 'speed' | 'hills';

/** What counts as which kind, in the order in which the parts are named. */
const KINDS: readonly { kind: Kind; rules: readonly RuleId[]; quantities: readonly Quantity[] }[] =
  [
    {
      kind: 'distance',
      rules: ['session-distance-spike', 'week-above-usual'],
      quantities: ['distanceM'],
    },
    { kind: 'speed', rules: ['speed-spike', 'week-above-usual'], quantities: ['fastM'] },
    {
      kind: 'hills',
      rules: ['hill-spike', 'week-above-usual'],
      quantities: ['ascentM', 'uphillM'],
    },
  ];

interface Increase {
  kind: Kind;
  flag: Flag;
}

export const stackedIncreases: Rule = {
  id: 'stacked-increases',
  judge: ({ raised }) => {
    const increases = KINDS.flatMap(({ kind, rules, quantities }) =>
      raised
        .filter((flag) => rules.includes(flag.rule) && quantities.includes(flag.quantity))
        .map((flag) => ({ kind, flag })),
    );
    const stacks: Flag[] = [];
    const lastStacked = new Map<Kind, LocalDate>();
    for (const date of [...new Set(increases.map(({ flag }) => flag.date))].sort()) {
      const from = addDays(date, 1 - STACK_DAYS);
      const together = increases.filter(({ flag }) => flag.date >= from && flag.date <= date);
      const kinds = new Set(together.map(({ kind }) => kind));
      const isNew = [...kinds].some((kind) => (lastStacked.get(kind) ?? '') < from);
      if (kinds.size < STACK_MIN_KINDS || !isNew) continue;
      stacks.push(stackOf(together, from, date));
      for (const kind of kinds) lastStacked.set(kind, date);
    }
    return stacks;
  },
};

/** The arithmetic of the first part stands for the stack; the others are in `parts`. */
function stackOf(together: readonly Increase[], from: LocalDate, date: LocalDate): Flag {
  const flags = together.map(({ flag }) => flag);
  const newestLast = [...flags].sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    ...(flags[0] as Flag),
    rule: 'stacked-increases',
    date,
    level: 'above',
    window: { from, to: date },
    runs: [...new Set(newestLast.flatMap((flag) => flag.runs))],
    evidence: ['clinical'],
    parts: flags.map(({ rule, quantity, ratio, date: partDate }) => ({
      rule,
      quantity,
      date: partDate,
      ratio,
    })),
  };
}
