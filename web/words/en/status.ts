/** The dashboard's first sentence, what it rests on, and what is missing. */
import type { DashboardView } from '../../../src/analysis/dashboard-view.ts';
import type { Flag, Quantity } from '../../../src/analysis/flags/flag.ts';
import { daysBetween } from '../../../src/analysis/local-date.ts';
import {
  USUAL_RANGE_MIN_RUNS,
  USUAL_RANGE_MIN_WEEKS,
  WEEK_DAYS,
} from '../../../src/analysis/policy.ts';
import type { UsualLevel } from '../../../src/analysis/usual-range.ts';
import { formatDayNear } from '../../format.ts';
import { capitalised, counted, listed, risenNames } from './levels.ts';

export interface StatusWords {
  level: UsualLevel;
  headline: string;
  detail: string;
  /** Rest or missing files: what the runner should know before reading on. */
  notice: string | null;
}

const HEADLINE: Record<UsualLevel, (week: string) => string> = {
  usual: (week) => `${week} looks like your usual running.`,
  above: (week) => `${week}: above your usual range.`,
  'well-above': (week) => `${week}: well above your usual range.`,
  'not-enough-data': () => 'Not enough data yet to know your usual week.',
};

export function statusWords(view: DashboardView): StatusWords {
  const { status } = view;
  const level = status.kind === 'empty' ? 'not-enough-data' : status.kind;
  const isNow = view.asOf === view.today;
  const week = isNow ? 'This week' : `The week to ${formatDayNear(view.asOf, view.today)}`;
  return {
    level,
    headline:
      level === 'usual' && !hasRunInWeek(view) ? `${week} has no runs.` : HEADLINE[level](week),
    detail: `${happened(view, level)} ${basis(view)}`,
    notice: staleNotice(view),
  };
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
