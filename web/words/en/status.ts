/** The dashboard's first sentence, what it rests on, and what is missing. */
import type { DashboardView } from '../../../src/analysis/dashboard-view.ts';
import type { Flag, Quantity } from '../../../src/analysis/flags/flag.ts';
import { isSymptomRule } from '../../../src/analysis/flags/rule-kind.ts';
import { daysBetween } from '../../../src/analysis/local-date.ts';
import {
  USUAL_RANGE_MIN_RUNS,
  USUAL_RANGE_MIN_WEEKS,
  WEEK_DAYS,
} from '../../../src/analysis/policy.ts';
import type { UsualLevel } from '../../../src/analysis/usual-range.ts';
import { formatDayNear } from '../../format.ts';
import { describeFlag, LEVEL_WORDS } from './flags.ts';
import { guidanceWords } from './guidance.ts';
import { capitalised, counted, listed, risenNames, USUAL_LEVEL_WORDS } from './levels.ts';

export interface StatusWords {
  level: UsualLevel | 'urgent';
  /** The level in a word or two; a run that stood out is not a week above its range. */
  levelWord: string;
  headline: string;
  detail: string;
  /** Rest or missing files: what the runner should know before reading on. */
  notice: string | null;
}

const WEEK_ABOVE = {
  above: 'above your usual range',
  'well-above': 'well above your usual range',
} as const;

/** What the tendon says outranks what was run. */
export function statusWords(view: DashboardView): StatusWords {
  const { status } = view;
  const level = status.kind === 'empty' ? 'not-enough-data' : status.kind;
  const isNow = view.asOf === view.today;
  const week = isNow ? 'This week' : `The week to ${formatDayNear(view.asOf, view.today)}`;
  return {
    level,
    levelWord: levelWord(view, level),
    headline: headline(view, level, week),
    detail: `${happened(view, level)} ${basis(view)}`,
    notice: staleNotice(view),
    ...tendonWords(view, week),
  };
}

type TendonWords = Pick<StatusWords, 'level' | 'levelWord' | 'headline' | 'detail'>;

/** The load then takes the second place: its headline becomes a sentence of the detail. */
function tendonWords(view: DashboardView, week: string): TendonWords | null {
  const { guidance, status, flags } = view;
  const load = status.kind === 'empty' ? 'not-enough-data' : status.kind;
  const detail = `${headline(view, load, week)} ${basis(view)}`;
  const when = view.asOf === view.today ? '' : `On ${formatDayNear(view.asOf, view.today)}: `;
  const words = guidanceWords(guidance, view.today);
  if (words !== null) {
    const isUrgent = guidance.kind === 'urgent';
    return {
      level: isUrgent ? 'urgent' : 'well-above',
      levelWord: isUrgent ? LEVEL_WORDS.urgent : 'Hold',
      headline: when + words.headline,
      detail,
    };
  }
  const first = flags.find(({ rule, level }) => isSymptomRule(rule) && level !== 'note');
  if (status.tendonKind === 'usual' || first === undefined) return null;
  return {
    level: status.tendonKind,
    levelWord: `Tendon: ${USUAL_LEVEL_WORDS[status.tendonKind].toLowerCase()}`,
    headline: `${when}${describeFlag(first, 'km').title}${first.date < view.asOf ? ` (${formatDayNear(first.date, view.today)})` : ''}.`,
    detail,
  };
}

/** "Range" is a word for the seven days alone: a run stands out from single runs, while the week may be as usual. */
function headline(view: DashboardView, level: UsualLevel, week: string): string {
  if (level === 'not-enough-data') return 'Not enough data yet to know your usual week.';
  if (level === 'usual') {
    return hasRunInWeek(view) ? `${week} looks like your usual running.` : `${week} has no runs.`;
  }
  const { weekKind, runsStandingOut } = view.status;
  if (weekKind === level) return `${week}: ${WEEK_ABOVE[level]}.`;
  const runs = runsStandingOut === 1 ? 'one run' : `${runsStandingOut} runs`;
  if (weekKind === 'above') {
    return `${week}: above your usual range, and ${runs} well above what you are used to.`;
  }
  if (runsStandingOut === 0) return `${week}: several things rose together.`;
  return level === 'well-above'
    ? `${week}: ${runs} well above what you are used to.`
    : `${week}: ${runs} stood out.`;
}

function levelWord({ status }: DashboardView, level: UsualLevel): string {
  const { weekKind, runsStandingOut } = status;
  if (weekKind !== 'usual' || runsStandingOut === 0) return USUAL_LEVEL_WORDS[level];
  const runs = runsStandingOut === 1 ? 'One run' : `${runsStandingOut} runs`;
  return `${runs} ${USUAL_LEVEL_WORDS[level].toLowerCase()}`;
}

/** Seven days without a run are usual by their numbers, but that is not what a runner would say. */
const hasRunInWeek = ({ asOf, status }: DashboardView): boolean =>
  status.lastRunDate !== null && daysBetween(status.lastRunDate, asOf) < WEEK_DAYS;

function happened({ flags }: DashboardView, level: UsualLevel): string {
  if (level === 'not-enough-data') {
    return `Bars show what is known; a usual range needs ${USUAL_RANGE_MIN_WEEKS} weeks with a run and ${USUAL_RANGE_MIN_RUNS} runs.`;
  }
  if (level === 'usual') {
    const how = 'How your tendon feels still decides.';
    return flags.length === 0
      ? `No flags. ${how}`
      : `${counted(flags.length, 'thing')} worth knowing below. ${how}`;
  }
  const risen = risenQuantities(flags);
  if (risen.length === 0) return 'How your tendon feels still decides.';
  const both = risen.length === 2 ? ' both' : '';
  return `${capitalised(listed(risen))}${both} rose within 7 days.`;
}

function risenQuantities(flags: readonly Flag[]): string[] {
  const high = flags.filter(({ rule, level }) => rule === 'week-above-usual' || level !== 'note');
  return risenNames(
    high.flatMap((flag): Quantity[] =>
      flag.rule === 'stacked-increases' ? flag.parts.map((part) => part.quantity) : [flag.quantity],
    ),
  );
}

const basis = ({ status, today }: DashboardView): string =>
  status.firstRunDate === null
    ? ''
    : `Based on ${counted(status.runCount, 'run')} since ${formatDayNear(status.firstRunDate, today)}.`;

const staleNotice = ({ status, today }: DashboardView): string | null =>
  status.isStale && status.lastRunDate !== null
    ? `No runs since ${formatDayNear(status.lastRunDate, today)}. Rest, or missing files?`
    : null;
