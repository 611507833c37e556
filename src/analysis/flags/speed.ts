/** A run with far more fast running than any of the 30 days before. Force on the tendon rises with speed (mechanics, clinical advice). */
import { exceeds } from '../exceeds.ts';
import type { JudgedRun } from '../judged-run.ts';
import { NONE_BEFORE_MIN_RUNS, SPEED_SPIKE_MIN_M, SPEED_SPIKE_RATIO } from '../policy.ts';
import type { Flag } from './flag.ts';
import type { Rule } from './rule.ts';
import { sessionFlag } from './session-flag.ts';

export const speedSpike: Rule = {
  id: 'speed-spike',
  judge: ({ runs }) => runs.flatMap(spikesOf),
};

function spikesOf(run: JudgedRun): Flag[] {
  const observed = run.speed?.fastM ?? null;
  const baseline = run.before.baselines.fastM;
  if (observed === null || observed < SPEED_SPIKE_MIN_M || baseline === null) return [];
  if (baseline.largest === 0 && baseline.knownRuns < NONE_BEFORE_MIN_RUNS) return [];
  if (!exceeds(observed, baseline.largest, SPEED_SPIKE_RATIO)) return [];
  return [
    sessionFlag(run, {
      rule: 'speed-spike',
      level: 'above',
      quantity: 'fastM',
      observed,
      baseline,
      limitRatio: SPEED_SPIKE_RATIO,
      floor: SPEED_SPIKE_MIN_M,
      evidence: ['mechanics', 'clinical'],
    }),
  ];
}
