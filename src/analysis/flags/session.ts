/**
 * One run far beyond the longest of the 30 days before, in distance and in Achilles load. For distance the best evidence
 * there is: 5,205 runners, all overuse injuries [Frandsen 2025]; for load the same limits, extrapolated.
 */
import { exceeds } from '../exceeds.ts';
import type { JudgedRun } from '../judged-run.ts';
import { SESSION_ABOVE_RATIO, SESSION_WELL_ABOVE_RATIO } from '../policy.ts';
import { runQuantity } from '../run-quantity.ts';
import type { EvidenceGrade, Flag, RuleId } from './flag.ts';
import type { Rule } from './rule.ts';
import { sessionFlag } from './session-flag.ts';

export const sessionDistanceSpike: Rule = {
  id: 'session-distance-spike',
  judge: ({ runs }) =>
    runs.flatMap((run) => spikesOf(run, 'session-distance-spike', 'distanceM', ['cohort'])),
};

export const sessionLoadSpike: Rule = {
  id: 'session-load-spike',
  judge: ({ runs }) =>
    runs.flatMap((run) => spikesOf(run, 'session-load-spike', 'loadAeKm', ['heuristic'])),
};

function spikesOf(
  run: JudgedRun,
  rule: RuleId,
  quantity: 'distanceM' | 'loadAeKm',
  evidence: readonly EvidenceGrade[],
): Flag[] {
  const observed = runQuantity(run, quantity);
  const baseline = run.before.baselines[quantity];
  if (observed === null || baseline === null || baseline.largest === 0) return [];
  if (!exceeds(observed, baseline.largest, SESSION_ABOVE_RATIO)) return [];
  const isTwice = exceeds(observed, baseline.largest, SESSION_WELL_ABOVE_RATIO);
  const level = isTwice ? 'well-above' : 'above';
  const limitRatio = isTwice ? SESSION_WELL_ABOVE_RATIO : SESSION_ABOVE_RATIO;
  return [sessionFlag(run, { rule, level, quantity, observed, baseline, limitRatio, evidence })];
}
