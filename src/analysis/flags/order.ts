/** The order in which flags are shown: urgent, symptoms, session spikes, stacked, single; within those the higher level, then the later day. */
import type { Spot } from '../diary.ts';
import { FLAG_LEVELS, type Flag, QUANTITIES, type Quantity, type RuleId } from './flag.ts';
import { isSymptomRule } from './rule-kind.ts';

const SESSION_RULES: readonly RuleId[] = ['session-distance-spike', 'session-load-spike'];

/** At the heel bone hills, which bend the ankle far, come first; in the middle of the tendon, as for everybody else, speed does. */
const AT_HEEL_BONE: readonly Quantity[] = ['ascentM', 'uphillM'];

/**
 * A copy of `flags`, first to be shown first. Heel raises are a marker, no symptom. A load spike that only repeats the
 * distance spike of the same run stands among the single flags, so that the first three tell three things. `spot`: where
 * the runner says the tendon hurts.
 */
export function inOrder(flags: readonly Flag[], spot: Spot | null = null): Flag[] {
  const isFirst = ({ quantity }: Flag) =>
    spot === 'heel-bone' && AT_HEEL_BONE.includes(quantity) ? 0 : 1;
  const keyed = flags.map((flag) => ({ flag, place: placeOf(flag, flags) }));
  keyed.sort(
    (a, b) =>
      a.place - b.place ||
      FLAG_LEVELS.indexOf(b.flag.level) - FLAG_LEVELS.indexOf(a.flag.level) ||
      isFirst(a.flag) - isFirst(b.flag) ||
      compare(b.flag.date, a.flag.date) ||
      QUANTITIES.indexOf(a.flag.quantity) - QUANTITIES.indexOf(b.flag.quantity) ||
      compare(a.flag.rule, b.flag.rule) ||
      compare(a.flag.runs[0] ?? '', b.flag.runs[0] ?? ''),
  );
  return keyed.map(({ flag }) => flag);
}

function placeOf(flag: Flag, flags: readonly Flag[]): number {
  if (flag.level === 'urgent') return 0;
  if (isSymptomRule(flag.rule) && flag.rule !== 'capacity-gap') return 1;
  if (SESSION_RULES.includes(flag.rule) && !repeatsDistance(flag, flags)) return 2;
  return flag.rule === 'stacked-increases' ? 3 : 4;
}

function repeatsDistance(flag: Flag, flags: readonly Flag[]): boolean {
  return (
    flag.rule === 'session-load-spike' &&
    flags.some(
      (other) =>
        other.rule === 'session-distance-spike' &&
        other.runs[0] === flag.runs[0] &&
        FLAG_LEVELS.indexOf(other.level) >= FLAG_LEVELS.indexOf(flag.level),
    )
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
