/**
 * Several kinds of increase within seven days: distance, speed, hills, another shoe, another surface. "Change one thing at
 * a time" is clinical advice. Raised on the day the second kind joins, and again only when a further kind joins within
 * seven days.
 */
import { addDays, type LocalDate } from '../local-date.ts';
import { STACK_DAYS, STACK_MIN_KINDS } from '../policy.ts';
import type { Flag, Quantity, RuleId } from './flag.ts';
import type { Rule } from './rule.ts';

/** In the order in which the parts are named. */
const KINDS = ['distance', 'speed', 'hills', 'shoe', 'surface'] as const;
type Kind = (typeof KINDS)[number];

const KIND_OF_WEEK: Partial<Record<Quantity, Kind>> = {
  distanceM: 'distance',
  fastM: 'speed',
  ascentM: 'hills',
  uphillM: 'hills',
};

const KIND_OF_RULE: Partial<Record<RuleId, Kind>> = {
  'session-distance-spike': 'distance',
  'race-build-ramp': 'distance',
  'speed-spike': 'speed',
  'first-speed-session': 'speed',
  'speed-sessions-added': 'speed',
  'hill-spike': 'hills',
  'hill-sprints-introduced': 'hills',
  'shoe-change': 'shoe',
  'surface-change': 'surface',
};

/** `undefined` where a flag tells of no increase of its own: the load follows from the others. */
const kindOf = ({ rule, quantity }: Flag): Kind | undefined =>
  rule === 'week-above-usual' ? KIND_OF_WEEK[quantity] : KIND_OF_RULE[rule];

interface Increase {
  kind: Kind;
  flag: Flag;
}

export const stackedIncreases: Rule = {
  id: 'stacked-increases',
  judge: ({ raised }) => {
    const increases = byDate(raised);
    const stacks: Flag[] = [];
    const lastStacked = new Map<Kind, LocalDate>();
    let first = 0;
    for (const [index, { flag }] of increases.entries()) {
      const { date } = flag;
      if (increases[index + 1]?.flag.date === date) continue;
      const from = addDays(date, 1 - STACK_DAYS);
      while ((increases[first] as Increase).flag.date < from) first += 1;
      const together = increases.slice(first, index + 1);
      const kinds = new Set(together.map(({ kind }) => kind));
      const isNew = [...kinds].some((kind) => (lastStacked.get(kind) ?? '') < from);
      if (kinds.size < STACK_MIN_KINDS || !isNew) continue;
      stacks.push(stackOf(together, from, date));
      for (const kind of kinds) lastStacked.set(kind, date);
    }
    return stacks;
  },
};

function byDate(raised: readonly Flag[]): Increase[] {
  return raised
    .flatMap((flag) => {
      const kind = kindOf(flag);
      return kind === undefined ? [] : [{ kind, flag }];
    })
    .sort((a, b) => (a.flag.date < b.flag.date ? -1 : Number(a.flag.date > b.flag.date)));
}

/** The arithmetic of the first part stands for the stack; the others are in `parts`. `together` in order of their days. */
function stackOf(together: readonly Increase[], from: LocalDate, date: LocalDate): Flag {
  const flags = KINDS.flatMap((kind) => together.filter((increase) => increase.kind === kind)).map(
    ({ flag }) => flag,
  );
  return {
    ...(flags[0] as Flag),
    rule: 'stacked-increases',
    date,
    level: 'above',
    window: { from, to: date },
    runs: [...new Set(together.flatMap(({ flag }) => flag.runs))],
    evidence: ['clinical'],
    subject: null,
    raisedBy: [],
    parts: flags.map(({ rule, quantity, ratio, date: partDate }) => ({
      rule,
      quantity,
      date: partDate,
      ratio,
    })),
  };
}
