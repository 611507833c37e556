/** How far one number of a planned run can go before a rule speaks: the inverse of the rules, found by asking them. */
import type { Flag } from '../flags/flag.ts';
import { isLoadRule } from '../flags/rule-kind.ts';
import type { PlanJudge } from './plan-judge.ts';
import type { PlannedRun } from './planned-run.ts';

export type PlanQuantity = keyof PlannedRun;

export interface Headroom {
  /** The largest whole number of steps at which no load flag is raised, in the quantity's unit. */
  most: number;
  /** What one step more would raise, first to be shown first; `null` where nothing does within what anyone runs. */
  stopsAt: Flag | null;
}

/** Steps beyond which no run goes: 150 km, 15,000 m of climb or 25 hours in the usual steps. */
const MAX_STEPS = 1500;

/** A note limits as well: a ceiling under which something is flagged would be none. */
export const limitingFlags = (flags: readonly Flag[]): Flag[] =>
  flags.filter(({ rule }) => isLoadRule(rule));

/** `step`: what the quantity is counted in. The other numbers of `planned` stay as they are. */
export function headroom(
  judge: PlanJudge,
  planned: PlannedRun,
  quantity: PlanQuantity,
  step: number,
): Headroom {
  const flagsAt = (steps: number) => limitingFlags(judge({ ...planned, [quantity]: steps * step }));
  let [free, flagged] = [0, MAX_STEPS + 1];
  if (flagsAt(0).length > 0) return { most: 0, stopsAt: flagsAt(0)[0] ?? null };
  // More of anything never takes a flag back, so the edge can be halved towards.
  while (flagged - free > 1) {
    const middle = Math.floor((free + flagged) / 2);
    if (flagsAt(middle).length > 0) flagged = middle;
    else free = middle;
  }
  return { most: free * step, stopsAt: flagged > MAX_STEPS ? null : (flagsAt(flagged)[0] ?? null) };
}
