/** What can be run next: three ceilings, a run to try them with, and what would be flagged. Works as a form without script. */
import type { LocalDate } from '../../src/analysis/local-date.ts';
import type { PlanQuantity } from '../../src/analysis/planner/headroom.ts';
import type { Plan } from '../../src/analysis/planner/plan.ts';
import type { ReturnMode } from '../../src/analysis/planner/return-mode.ts';
import {
  climbUnit,
  distanceUnit,
  inClimbUnit,
  inDistanceUnit,
  inMinutes,
  roundTo,
} from '../format.ts';
import { guidanceWords } from '../words/en/guidance.ts';
import { headroomSentence, PLAN, planFor, planWords, stopsSentence } from '../words/en/plan.ts';
import { GuidanceNotice } from './guidance-notice.tsx';
import { Layout } from './layout.tsx';
import type { PageContext } from './page-context.ts';
import { PlanFlags } from './plan-flags.tsx';
import { ReturnSection } from './return-section.tsx';

export interface PlanPageProps {
  context: PageContext;
  today: LocalDate;
  lastDate: LocalDate;
  plan: Plan;
  returning: ReturnMode | null;
}

type Numbers = Extract<Plan, { kind: 'headroom' }>;

export function PlanPage({ context, today, lastDate, plan, returning }: PlanPageProps) {
  return (
    <Layout context={context} title={planFor(plan.date, today)}>
      <PlanHead context={context} today={today} plan={plan} />
      {(plan.kind === 'headroom' || plan.kind === 'no-baseline') && (
        <form
          class="plan"
          method="get"
          action={`${context.basePath}/plan`}
          data-plan={`${context.basePath}/api/plan`}
        >
          <DayField plan={plan} today={today} lastDate={lastDate} />
          {plan.kind === 'headroom' && <PlanNumbers context={context} plan={plan} />}
        </form>
      )}
      {plan.kind !== 'urgent' && (
        <ReturnSection context={context} today={today} returning={returning} />
      )}
    </Layout>
  );
}

function PlanHead({ context, today, plan }: Pick<PlanPageProps, 'context' | 'today' | 'plan'>) {
  switch (plan.kind) {
    case 'urgent':
    case 'hold':
      return (
        <section
          class="status"
          data-level={plan.kind === 'urgent' ? 'urgent' : 'well-above'}
          aria-labelledby="plan-headline"
        >
          <h1 id="plan-headline">{guidanceWords(plan.guidance, today)?.headline}</h1>
          <GuidanceNotice context={context} view={{ guidance: plan.guidance, today }} isPlan />
        </section>
      );
    case 'no-baseline':
      return (
        <section class="status" aria-labelledby="plan-headline">
          <h1 id="plan-headline">{PLAN.noBaseline.headline}</h1>
          <p>{PLAN.noBaseline.text}</p>
        </section>
      );
    case 'headroom':
      return <Ceilings context={context} plan={plan} />;
  }
}

function Ceilings({ context, plan }: { context: PageContext; plan: Numbers }) {
  const stops = stopsSentence(plan, context.units);
  return (
    <section class="status" aria-labelledby="plan-headline">
      <p class="plan-kicker">{PLAN.heading}</p>
      <h1 id="plan-headline">{headroomSentence(plan, context.units)}</h1>
      {stops !== null && <p>{stops}</p>}
      {plan.isThin && <p class="notice">{PLAN.thin}</p>}
      <p>{PLAN.notRiskFree}</p>
    </section>
  );
}

function DayField({ plan, today, lastDate }: Pick<PlanPageProps, 'plan' | 'today' | 'lastDate'>) {
  return (
    <div class="field plan-day">
      <label for="plan-date">{PLAN.day}</label>
      <input
        type="date"
        id="plan-date"
        name="date"
        value={plan.date}
        min={today}
        max={lastDate}
        required
      />
      <button class="button" type="submit">
        {PLAN.look}
      </button>
    </div>
  );
}

function PlanNumbers({ context, plan }: { context: PageContext; plan: Numbers }) {
  const { units } = context;
  const words = planWords(plan, units);
  const shown: PlanQuantity[] = plan.isThin ? ['distanceM'] : ['distanceM', 'ascentM', 'fastS'];
  return (
    <>
      <div class="plan-numbers">
        {shown.map((quantity) => (
          <Stepper context={context} plan={plan} quantity={quantity} room={words.room[quantity]} />
        ))}
      </div>
      <PlanFlags words={words} />
      <p class="hint">{PLAN.ceiling}</p>
    </>
  );
}

const FIELD_NAMES: Record<PlanQuantity, string> = {
  distanceM: 'distance',
  ascentM: 'climb',
  fastS: 'fast',
};

interface StepperProps {
  context: PageContext;
  plan: Numbers;
  quantity: PlanQuantity;
  room: string;
}

/** A number to type; the buttons beside it need script and come with it. */
function Stepper({ context, plan, quantity, room }: StepperProps) {
  const { unit, value, step, inputStep } = fieldOf(context, plan, quantity);
  const name = FIELD_NAMES[quantity];
  const label = PLAN.fields[quantity];
  return (
    <div class="plan-number" data-stepper={quantity}>
      <label for={`plan-${name}`}>
        {label} <span class="unit">({unit})</span>
      </label>
      <div class="plan-number-row">
        <button
          class="button"
          type="button"
          data-step={-step}
          aria-label={`${label}: ${PLAN.less}`}
          hidden
        >
          −
        </button>
        <input
          type="number"
          id={`plan-${name}`}
          name={name}
          value={String(value)}
          min="0"
          step={inputStep}
          inputmode="decimal"
          aria-describedby={`plan-${name}-room`}
        />
        <button
          class="button"
          type="button"
          data-step={step}
          aria-label={`${label}: ${PLAN.more}`}
          hidden
        >
          +
        </button>
      </div>
      <p class="hint" id={`plan-${name}-room`} data-room={quantity}>
        {room}
      </p>
    </div>
  );
}

function fieldOf({ units }: PageContext, { planned }: Numbers, quantity: PlanQuantity) {
  switch (quantity) {
    case 'distanceM':
      return {
        unit: distanceUnit(units),
        value: roundTo(inDistanceUnit(planned.distanceM, units), 0.1),
        step: 0.5,
        inputStep: 'any',
      };
    case 'ascentM':
      return {
        unit: climbUnit(units),
        value: roundTo(inClimbUnit(planned.ascentM, units), 1),
        step: units === 'km' ? 10 : 50,
        inputStep: 'any',
      };
    case 'fastS':
      return {
        unit: PLAN.units.fast,
        value: roundTo(inMinutes(planned.fastS), 1),
        step: 1,
        inputStep: 'any',
      };
  }
}
