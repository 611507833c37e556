/** The answer to "what can I run next?", for the athlete of the session and for the demo runner alike. */
import type { History } from '../analysis/history.ts';
import { addDays, type LocalDate } from '../analysis/local-date.ts';
import { type Plan, type PlanSteps, plan } from '../analysis/planner/plan.ts';
import type { PlannedRun } from '../analysis/planner/planned-run.ts';
import { type ReturnMode, returnMode } from '../analysis/planner/return-mode.ts';
import { MOST_DAYS_PLANNED } from '../analysis/policy.ts';
import type { Settings } from './settings.ts';

export interface PlanRequest {
  /** `null`: tomorrow. */
  date: LocalDate | null;
  /** `null`: an ordinary run of the runner's. */
  planned: PlannedRun | null;
}

export interface PlanAnswer {
  settings: Settings;
  today: LocalDate;
  /** The last day that can be planned for. */
  lastDate: LocalDate;
  plan: Plan;
  /** `null` while the runner is not coming back from trouble. */
  returning: ReturnMode | null;
}

const STEPS: Record<Settings['units'], PlanSteps> = {
  km: { distanceM: 100, ascentM: 10, fastS: 60 },
  // A tenth of a mile, 50 feet.
  mi: { distanceM: 160.9344, ascentM: 15.24, fastS: 60 },
};

/** A day that has gone is today; one too far ahead is the last that can be planned for. */
export function planAnswer(
  history: History,
  settings: Settings,
  today: LocalDate,
  request: PlanRequest,
): PlanAnswer {
  const lastDate = addDays(today, MOST_DAYS_PLANNED);
  const asked = request.date ?? addDays(today, 1);
  const date = asked < today ? today : asked > lastDate ? lastDate : asked;
  const { planned } = request;
  const steps = STEPS[settings.units];
  const answer = plan(history, { settings, date, today, planned, steps });
  const returning = returnMode(
    history,
    answer.kind === 'headroom' ? answer.planned : null,
    answer.date,
  );
  return { settings, today, lastDate, plan: answer, returning };
}
