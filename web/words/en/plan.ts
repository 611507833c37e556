/** The planner: what the rules would say of a run that has not been run. Never a prescription, never "safe". */
import type { ReturnCriterion } from '../../../src/analysis/diary.ts';
import type { Flag, FlagLevel } from '../../../src/analysis/flags/flag.ts';
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import type { Headroom, PlanQuantity } from '../../../src/analysis/planner/headroom.ts';
import type { Plan } from '../../../src/analysis/planner/plan.ts';
import {
  formatClimb,
  formatDayNear,
  formatMinutes,
  formatRunDistance,
  type Units,
} from '../../format.ts';
import { describeFlag, type FlagWords, shownLevel } from './flags.ts';
import { capitalised, counted, listed } from './levels.ts';

type Numbers = Extract<Plan, { kind: 'headroom' }>;

/** What changes while the runner changes the numbers. */
export interface PlanWords {
  /** Beside each number: how far it can go with the other two as they are. */
  room: Record<PlanQuantity, string>;
  verdict: string;
  flags: (FlagWords & { level: FlagLevel })[];
}

export const PLAN = {
  title: 'Plan',
  heading: 'Next run',
  day: 'Day of the run',
  look: 'Look',
  fields: { distanceM: 'Distance', ascentM: 'Climb', fastS: 'Fast running' },
  units: { fast: 'min' },
  less: 'less',
  more: 'more',
  what: 'What would be flagged',
  notRiskFree: 'Inside these limits is not risk-free. How your tendon feels still decides.',
  ceiling:
    'Rounded down. A run that was itself flagged does not raise these ceilings for 14 days. Days until the run count as rest.',
  thin: 'Too few weeks yet to know your usual one: distance only.',
  noBaseline: {
    headline: 'Nothing to compare with.',
    text: 'Without a run in the 30 days before, or five recorded runs in 90 days, no ceiling is formed. Start flat, easy and short; build duration before speed and hills.',
  },
  demo: 'The demo runner’s plan. Add your own runs for yours.',
  failed:
    'The plan could not be worked out just now. Your numbers are kept; press Look to try again.',
  returning: {
    title: 'Coming back from Achilles trouble',
    order: 'One thing at a time: duration first, then speed, then hills.',
    criteria: 'Logged as met. A record for you and your clinician, not a clearance.',
    met: (on: LocalDate, today: LocalDate) => `met since ${formatDayNear(on, today)}`,
    notMet: 'not logged',
    setMet: 'Log as met',
    setNotMet: 'No longer met',
    start: 'I am coming back from Achilles trouble',
    startHint: 'Keeps a list of criteria and reminds you to add one thing at a time.',
    stop: 'I am back: turn this off',
    rising: (names: string) => `This plan raises ${names} at once. Add one thing at a time.`,
  },
};

export const CRITERION_WORDS: Record<ReturnCriterion, string> = {
  'minimal-morning-stiffness': 'Minimal morning stiffness, over 24 hours',
  'walking-and-stairs': 'Everyday walking and stairs are comfortable',
  'heel-raises': 'Single-leg heel raises: at least 90% of the other side',
  hops: 'Hops without a flare in the 24 hours after',
};

const QUANTITY_NAMES: Record<PlanQuantity, string> = {
  distanceM: 'distance',
  ascentM: 'climb',
  fastS: 'fast running',
};

export function planAmount(quantity: PlanQuantity, value: number, units: Units): string {
  switch (quantity) {
    case 'distanceM':
      return formatRunDistance(value, units);
    case 'ascentM':
      return formatClimb(value, units);
    case 'fastS':
      return formatMinutes(value);
  }
}

/** `up to 12.1 km, 130 m of climb or 6 min fast, not all at once`. */
export function headroomSentence({ alone, isThin }: Numbers, units: Units): string {
  const most = (quantity: PlanQuantity) => planAmount(quantity, alone[quantity].most, units);
  if (alone.distanceM.most === 0) {
    return 'No room before a flag: the seven days, or the runs just before, are already above your usual ones.';
  }
  const others = [
    ...(alone.ascentM.most > 0 ? [`${most('ascentM')} of climb`] : []),
    ...(alone.fastS.most > 0 ? [`${most('fastS')} fast`] : []),
  ];
  if (isThin) return `If you feel normal: up to ${most('distanceM')}.`;
  if (others.length === 0) return `If you feel normal: up to ${most('distanceM')}, flat and easy.`;
  return `If you feel normal: up to ${[most('distanceM'), ...others].join(' or ')}, not all at once.`;
}

/** What ends each of the three, with its arithmetic. */
export function stopsSentence({ alone }: Numbers, units: Units): string | null {
  const { stopsAt } = alone.distanceM;
  if (stopsAt === null) return null;
  const { title, because } = describeFlag(stopsAt, units);
  return `One step more of distance is flagged: ${title}. ${because}`;
}

export function planWords(answer: Numbers, units: Units): PlanWords {
  const room = (quantity: PlanQuantity) => roomWords(quantity, answer.together[quantity], units);
  const { flags } = answer;
  return {
    room: { distanceM: room('distanceM'), ascentM: room('ascentM'), fastS: room('fastS') },
    verdict: verdictWords(flags, units),
    flags: flags
      .slice(0, FLAGS_TOLD)
      .map((flag) => ({ ...describeFlag(flag, units), level: shownLevel(flag) })),
  };
}

/** Told with their arithmetic; more at once is not read. */
const FLAGS_TOLD = 3;

function verdictWords([first, ...others]: readonly Flag[], units: Units): string {
  if (first === undefined) return 'Would flag: nothing.';
  const { title } = describeFlag(first, units);
  const more = others.length === 0 ? '' : `, and ${counted(others.length, 'more thing')}`;
  return `Would flag: ${lowered(title)}${more}.`;
}

function roomWords(quantity: PlanQuantity, { most, stopsAt }: Headroom, units: Units): string {
  if (stopsAt === null) return 'no limit within reach';
  const amount = planAmount(quantity, most, units);
  return most === 0 ? 'no room beside the rest' : `up to ${amount} beside the rest`;
}

export const risingWords = (rising: readonly PlanQuantity[]): string =>
  PLAN.returning.rising(listed(rising.map((quantity) => QUANTITY_NAMES[quantity])));

const lowered = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** For the page's own title: `Plan for Tue 17 Mar`. */
export const planFor = (date: LocalDate, today: LocalDate): string =>
  `${capitalised(PLAN.title)} for ${formatDayNear(date, today)}`;
