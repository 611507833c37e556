/** The one word of the dashboard and what it rests on. Read off the flags that are shown, so that word and flags never contradict each other. */
import { type Flag, isOfOneRun } from './flags/flag.ts';
import { isSymptomRule } from './flags/rule-kind.ts';
import { WEEK_QUANTITIES } from './flags/week-flag.ts';
import type { History } from './history.ts';
import { daysBetween, type LocalDate } from './local-date.ts';
import { RECENT_WEEKS, STALE_DAYS, USUAL_RANGE_WEEKS, WEEK_DAYS } from './policy.ts';
import { usualRange } from './usual-range.ts';

export type StatusKind =
  /** No run at all. */
  | 'empty'
  /** Under four weeks with a run or eight runs: bars, no band, no level. */
  | 'not-enough-data'
  | 'usual'
  | 'above'
  | 'well-above';

export interface DashboardStatus {
  /** Of what was run; `tendonKind` outranks it. */
  kind: StatusKind;
  /** What the seven days themselves are against their usual range, whatever single runs did. */
  weekKind: StatusKind;
  /** What the runner said of the tendon in the seven days; `usual` where nothing was said against it. */
  tendonKind: 'usual' | 'above' | 'well-above';
  /** Single runs of the seven days that are flagged highest of all runs, above or well above what came before them. */
  runsStandingOut: number;
  /** Runs that the status rests on (the seven days and the eight weeks before them), and the day of the first of them. */
  runCount: number;
  firstRunDate: LocalDate | null;
  /** The last run of all, however long ago. */
  lastRunDate: LocalDate | null;
  /** The last run is more than 14 days ago: rest, or missing files? */
  isStale: boolean;
  /** Runs of the last 12 weeks without altitude: climb is a minimum. */
  runsWithoutAltitude: number;
}

/**
 * The status of the seven days ending on the day `lastIndex`. `history.runs` holds none after it, and `knownOn` is the day on which the
 * question is asked: later than that day when the runner has long been away.
 */
export function dashboardStatus(
  history: Pick<History, 'runs' | 'rolling'>,
  flags: readonly Flag[],
  lastIndex: number,
  knownOn: LocalDate,
): DashboardStatus {
  const since = (weeks: number) =>
    history.rolling.dates[Math.max(0, lastIndex + 1 - weeks * WEEK_DAYS)] ?? knownOn;
  const judged = runsSince(history, since(USUAL_RANGE_WEEKS + 1));
  const lastRunDate = history.runs.at(-1)?.localDate ?? null;
  const kindOf = (shown: readonly Flag[]) => kindOfDays(history, shown, lastIndex);
  return {
    kind: kindOf(flags.filter(({ rule }) => !isSymptomRule(rule))),
    weekKind: kindOf(flags.filter(({ rule }) => rule === 'week-above-usual')),
    tendonKind: highestKind(flags.filter(({ rule }) => isSymptomRule(rule))),
    runsStandingOut: countStandingOut(flags),
    runCount: judged.length,
    firstRunDate: judged[0]?.localDate ?? null,
    lastRunDate,
    isStale: lastRunDate !== null && daysBetween(lastRunDate, knownOn) > STALE_DAYS,
    runsWithoutAltitude: runsSince(history, since(RECENT_WEEKS)).filter(
      ({ exposure }) => exposure.ascentM === null,
    ).length,
  };
}

function countStandingOut(flags: readonly Flag[]): number {
  const raised = flags.filter((flag) => isOfOneRun(flag) && flag.level !== 'note');
  const highest = raised.some(({ level }) => level !== 'above')
    ? raised.filter(({ level }) => level !== 'above')
    : raised;
  return new Set(highest.flatMap(({ runs }) => runs)).size;
}

const runsSince = ({ runs }: Pick<History, 'runs'>, from: LocalDate) =>
  runs.filter(({ localDate }) => localDate >= from);

function kindOfDays(
  { runs, rolling }: Pick<History, 'runs' | 'rolling'>,
  flags: readonly Flag[],
  lastIndex: number,
): StatusKind {
  if (runs.length === 0) return 'empty';
  const isJudged = WEEK_QUANTITIES.some((quantity) => usualRange(rolling, quantity, lastIndex));
  if (!isJudged) return 'not-enough-data';
  return highestKind(flags);
}

function highestKind(flags: readonly Flag[]): 'usual' | 'above' | 'well-above' {
  const kinds = flags.map(kindOfFlag);
  if (kinds.includes('well-above')) return 'well-above';
  return kinds.includes('above') ? 'above' : 'usual';
}

/** A week well above its range is flagged `above`, a week above it `note`: see the rule. */
function kindOfFlag({ rule, level }: Flag): 'usual' | 'above' | 'well-above' {
  if (rule === 'week-above-usual') return level === 'note' ? 'above' : 'well-above';
  if (level === 'note') return 'usual';
  return level === 'above' ? 'above' : 'well-above';
}
