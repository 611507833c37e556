/**
 * Coming back from Achilles trouble: which criteria the runner has logged as met, and whether a plan raises more than one
 * thing at once. Records and reminders; whether and how to run is not for it to say.
 */
import { RETURN_CRITERIA, type ReturnCriterion } from '../diary.ts';
import type { History } from '../history.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import { SESSION_WINDOW_DAYS } from '../policy.ts';
import { runQuantity } from '../run-quantity.ts';
import type { PlanQuantity } from './headroom.ts';
import type { PlannedRun } from './planned-run.ts';

export interface ReturnMode {
  criteria: { criterion: ReturnCriterion; metOn: LocalDate | null }[];
  /** What the plan takes beyond every run of the 30 days before, in the order in which it is added: duration, speed, hills. */
  rising: PlanQuantity[];
}

/** `null` while the runner is not coming back from anything. */
export function returnMode(
  { runs, diary: { profile } }: History,
  planned: PlannedRun | null,
  date: LocalDate,
): ReturnMode | null {
  if (!profile.isReturning) return null;
  const from = addDays(date, -SESSION_WINDOW_DAYS);
  const recent = runs.filter(({ localDate }) => localDate >= from && localDate < date);
  const most = (quantity: PlanQuantity) =>
    Math.max(0, ...recent.map((run) => runQuantity(run, quantity) ?? 0));
  return {
    criteria: RETURN_CRITERIA.map((criterion) => ({
      criterion,
      metOn: profile.criteriaMet[criterion] ?? null,
    })),
    rising:
      planned === null ? [] : IN_ORDER.filter((quantity) => planned[quantity] > most(quantity)),
  };
}

const IN_ORDER: readonly PlanQuantity[] = ['distanceM', 'fastS', 'ascentM'];
