/**
 * What can be run next without raising a load flag: the rules turned round. Says what the rules would say and nothing
 * else; how the tendon feels comes first, and too little history gives no numbers.
 */
import type { Flag } from '../flags/flag.ts';
import { type Guidance, guidanceOn } from '../guidance.ts';
import type { AnalysisSettings, History } from '../history.ts';
import { type LocalDate, toEpochDay } from '../local-date.ts';
import { usualRange } from '../usual-range.ts';
import { type Headroom, headroom, type PlanQuantity } from './headroom.ts';
import { planJudge } from './plan-judge.ts';
import type { PlannedRun, RunHabits } from './planned-run.ts';
import { runHabits } from './run-habits.ts';

/** In what whole numbers the runner plans, in SI units: 100 m or a tenth of a mile, 10 m or 50 ft, a minute. */
export type PlanSteps = Record<PlanQuantity, number>;

export type Headrooms = Record<PlanQuantity, Headroom>;

export type Plan =
  /** A warning sign is ticked, or the tendon says to hold: no numbers. */
  | { kind: 'urgent' | 'hold'; date: LocalDate; guidance: Guidance }
  /** Nothing in the 30 days before, or too few recorded runs to know a pace. */
  | { kind: 'no-baseline'; date: LocalDate }
  | {
      kind: 'headroom';
      date: LocalDate;
      /** No usual week is known yet: distance only. */
      isThin: boolean;
      habits: RunHabits;
      /** Each on an ordinary run of the runner's, the other two at nothing. */
      alone: Headrooms;
      planned: PlannedRun;
      /** Each beside the other two as planned. */
      together: Headrooms;
      /** What the planned run would raise, in the order in which flags are shown. */
      flags: Flag[];
    };

export interface PlanQuestion {
  settings: AnalysisSettings;
  /** The day of the run. */
  date: LocalDate;
  /** The day on which it is asked. */
  today: LocalDate;
  /** What the runner has in mind; `null`: an ordinary run, as far as the headroom goes. */
  planned: PlannedRun | null;
  steps: PlanSteps;
}

export function plan(history: History, question: PlanQuestion): Plan {
  const { settings, date, today, steps } = question;
  const guidance = guidanceOn(history.diary, today);
  if (guidance.kind !== 'usual') return { kind: guidance.kind, date, guidance };
  const habits = runHabits(history, date);
  if (habits === null) return { kind: 'no-baseline', date };
  const judge = planJudge(history, settings, habits, date);
  const room = (base: PlannedRun, quantity: PlanQuantity) =>
    headroom(judge, base, quantity, steps[quantity]);
  const nothing = { distanceM: 0, ascentM: 0, fastS: 0 };
  const distanceM = room(nothing, 'distanceM');
  const ordinaryM = Math.min(habits.distanceM, distanceM.most);
  const ordinary = { ...nothing, distanceM: wholeSteps(ordinaryM, steps.distanceM) };
  const alone = {
    distanceM,
    ascentM: room(ordinary, 'ascentM'),
    fastS: room(ordinary, 'fastS'),
  };
  const planned = question.planned ?? ordinary;
  return {
    kind: 'headroom',
    date,
    isThin: !hasUsualWeek(history, date),
    habits,
    alone,
    planned,
    together:
      question.planned === null
        ? alone
        : {
            distanceM: room(planned, 'distanceM'),
            ascentM: room(planned, 'ascentM'),
            fastS: room(planned, 'fastS'),
          },
    flags: judge(planned),
  };
}

const wholeSteps = (value: number, step: number): number => Math.floor(value / step) * step;

function hasUsualWeek({ rolling, days }: History, date: LocalDate): boolean {
  const dayIndex = Math.min(toEpochDay(date) - days.firstDay, days.count - 1);
  return usualRange(rolling, 'distanceM', dayIndex) !== null;
}
