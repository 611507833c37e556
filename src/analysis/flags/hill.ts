/** A run with far more climb, or uphill distance, than any of the 30 days before. Uphill loads the tendon more at equal speed (mechanics, clinical advice). */
import { exceeds } from '../exceeds.ts';
import type { JudgedRun } from '../judged-run.ts';
import {
  HILL_SPIKE_MIN_ASCENT_M,
  HILL_SPIKE_MIN_UPHILL_M,
  HILL_SPIKE_RATIO,
  NONE_BEFORE_MIN_RUNS,
} from '../policy.ts';
import { runQuantity } from '../run-quantity.ts';
import type { Flag } from './flag.ts';
import type { Rule } from './rule.ts';
import { sessionFlag } from './session-flag.ts';

export const hillSpike: Rule = {
  id: 'hill-spike',
  judge: ({ runs }) =>
    runs.flatMap((run) => largest(HILL_QUANTITIES.flatMap((q) => spikesOf(run, q)))),
};

const HILL_QUANTITIES = ['ascentM', 'uphillM'] as const;

const FLOORS = { ascentM: HILL_SPIKE_MIN_ASCENT_M, uphillM: HILL_SPIKE_MIN_UPHILL_M } as const;

function spikesOf(run: JudgedRun, quantity: (typeof HILL_QUANTITIES)[number]): Flag[] {
  const observed = runQuantity(run, quantity);
  const baseline = run.before.baselines[quantity];
  if ((run.exposure.ascentM ?? 0) < HILL_SPIKE_MIN_ASCENT_M) return [];
  if (observed === null || baseline === null || observed < FLOORS[quantity]) return [];
  if (baseline.largest === 0 && baseline.knownRuns < NONE_BEFORE_MIN_RUNS) return [];
  if (!exceeds(observed, baseline.largest, HILL_SPIKE_RATIO)) return [];
  return [
    sessionFlag(run, {
      rule: 'hill-spike',
      level: 'above',
      quantity,
      observed,
      baseline,
      limitRatio: HILL_SPIKE_RATIO,
      floor: FLOORS[quantity],
      evidence: ['mechanics', 'clinical'],
    }),
  ];
}

/** Climb and uphill distance are two sights of the same hills: one flag, with the arithmetic of the larger rise. */
function largest(flags: readonly Flag[]): Flag[] {
  const rise = (flag: Flag) => flag.ratio ?? Number.POSITIVE_INFINITY;
  const [first, second] = flags;
  if (first === undefined || second === undefined) return [...flags];
  return rise(second) > rise(first) ? [second] : [first];
}
