/**
 * What the rules would say of a planned run: the runner's recent history with that run at its end, judged as any other.
 * Only flags that the run itself raises are told, and weekly ones whether or not they were told before.
 */
import { dailyLoad } from '../daily-load.ts';
import type { Diary } from '../diary.ts';
import type { Flag } from '../flags/flag.ts';
import { withSymptoms } from '../flags/levels.ts';
import { inOrder } from '../flags/order.ts';
import { WEEK_QUANTITIES, weekFlag } from '../flags/week-flag.ts';
import { type AnalysisSettings, type History, raiseFlags } from '../history.ts';
import { type HistoryRun, type JudgedRun, judgeNext } from '../judged-run.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import { PLAN_RULE_DAYS, PLAN_SPEED_DAYS } from '../policy.ts';
import { rollingWeek } from '../rolling-week.ts';
import { runQuantity } from '../run-quantity.ts';
import type { SessionCaps } from '../session-baseline.ts';
import { baselineCaps } from './baseline-caps.ts';
import {
  PLANNED_RUN_ID,
  type PlannedRun,
  plannedHistoryRun,
  type RunHabits,
} from './planned-run.ts';

export type PlanJudge = (planned: PlannedRun) => Flag[];

/** `history` as known on the day before `date`, or later that day. It must hold a run. */
export function planJudge(
  history: History,
  { fastThresholdMps }: AnalysisSettings,
  habits: RunHabits,
  date: LocalDate,
): PlanJudge {
  const recent = runsSince(history, date, PLAN_SPEED_DAYS);
  const caps = baselineCaps(recent, history.flags, date);
  const capped = recent.map((run) => withCaps(run, caps.get(run.id)));
  const judged = judgeNext(capped, date, fastThresholdMps);
  const ruled = runsSince(history, date, PLAN_RULE_DAYS);
  return (planned) => {
    if (Object.values(planned).every((number) => number <= 0)) return [];
    const run = judged(plannedHistoryRun(planned, habits, date));
    return flagsOfRun([...ruled, run], run, history.diary);
  };
}

/** And the run before them, so that days without a run are known to be such. */
function runsSince({ runs }: History, date: LocalDate, days: number): JudgedRun[] {
  const from = addDays(date, -days);
  const first = runs.findIndex(({ localDate }) => localDate >= from);
  const since = runs.slice(first === -1 ? -1 : Math.max(0, first - 1));
  return since.filter(({ localDate }) => localDate <= date);
}

const withCaps = (run: JudgedRun, caps: SessionCaps | undefined): HistoryRun =>
  caps === undefined ? run : { ...run, baselineCaps: caps };

function flagsOfRun(runs: readonly JudgedRun[], planned: JudgedRun, diary: Diary): Flag[] {
  const { localDate: date } = planned;
  const days = dailyLoad(runs, date);
  const rolling = rollingWeek(days);
  const raised = raiseFlags({ runs, days, rolling, diary, lastDate: date }).filter(
    (flag) =>
      flag.date === date &&
      flag.rule !== 'week-above-usual' &&
      (flag.runs.includes(PLANNED_RUN_ID) || flag.rule === 'race-build-ramp'),
  );
  // A high week is told once and then quiet; a plan asks of the week itself.
  const weekly = WEEK_QUANTITIES.filter(
    (quantity) => (runQuantity(planned, quantity) ?? 0) > 0,
  ).flatMap((quantity) => weekFlag({ runs, days, rolling }, quantity, days.count - 1) ?? []);
  return inOrder(
    [...raised, ...weekly.map((flag) => withSymptoms(flag, diary))],
    diary.profile.spot,
  );
}
