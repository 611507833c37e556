/**
 * What a flag says: what happened, the arithmetic, what to do, how strong the evidence is. Used by the pages, the JSON
 * API and the command line. Wording rules: number, range, action; no "safe", no percentage of risk, no diagnosis.
 */
import {
  type EvidenceGrade,
  type Flag,
  type FlagLevel,
  isOfOneRun,
  type Quantity,
} from '../../../src/analysis/flags/flag.ts';
import {
  climbNumber,
  climbUnit,
  distanceNumber,
  distanceUnit,
  formatChange,
  formatClimb,
  formatDay,
  formatLoad,
  formatRange,
  formatRunDistance,
  formatWeekdayDay,
  formatWeeklyDistance,
  loadNumber,
  RUN_DISTANCE_STEP,
  type Units,
  WEEKLY_DISTANCE_STEP,
} from '../../format.ts';
import { capitalised, listed, QUANTITY_WORDS, risenNames } from './levels.ts';

export interface FlagWords {
  /** What happened, in a few words. */
  title: string;
  /** The arithmetic: observed, baseline, change. */
  because: string;
  advice: string;
  /** How strong the evidence behind the rule is. */
  evidence: string;
}

export const LEVEL_WORDS: Record<FlagLevel, string> = {
  note: 'Worth knowing',
  above: 'Above usual',
  'well-above': 'Well above usual',
  urgent: 'Urgent',
};

/**
 * The level a flag is shown with. A week beyond its usual range is flagged one level lower than it is called: alone, a
 * high week is the weaker sign. The status and the cards call it by the range.
 */
export function shownLevel({ rule, level }: Flag): FlagLevel {
  if (rule !== 'week-above-usual') return level;
  return level === 'note' ? 'above' : 'well-above';
}

const EVIDENCE_WORDS: Record<EvidenceGrade, string> = {
  cohort: 'large study of runners, not Achilles-only',
  mechanics: 'laboratory measurements',
  clinical: 'clinical advice',
  heuristic: 'our own estimate',
  logic: 'plain logic, no study',
};

/** A week's fast or uphill kilometres are few: half a kilometre would hide the arithmetic. */
const isRoundedAsWeek = (flag: Flag): boolean => !isOfOneRun(flag) && flag.quantity === 'distanceM';

/** A flag's number with its unit, rounded as a run or as a week. */
function amount(value: number, flag: Flag, units: Units): string {
  switch (flag.quantity) {
    case 'ascentM':
      return formatClimb(value, units);
    case 'loadAeKm':
      return formatLoad(value);
    default:
      return isRoundedAsWeek(flag)
        ? formatWeeklyDistance(value, units)
        : formatRunDistance(value, units);
  }
}

function usualRange(flag: Flag, low: number, high: number, units: Units): string {
  switch (flag.quantity) {
    case 'ascentM':
      return formatRange(climbNumber(low, units), climbNumber(high, units), climbUnit(units));
    case 'loadAeKm':
      return formatRange(loadNumber(low), loadNumber(high), 'AE-km');
    default: {
      const step = isRoundedAsWeek(flag) ? WEEKLY_DISTANCE_STEP : RUN_DISTANCE_STEP;
      return formatRange(
        distanceNumber(low, units, step),
        distanceNumber(high, units, step),
        distanceUnit(units),
      );
    }
  }
}

/** `14.2 km`, `310 m of climb`, `1.6 km uphill`, `2.4 km fast`, `16.1 AE-km`. */
function observedWords(flag: Flag, units: Units): string {
  const text = amount(flag.observed, flag, units);
  const suffix = {
    distanceM: '',
    ascentM: ' of climb',
    uphillM: ' uphill',
    fastM: ' fast',
    loadAeKm: '',
  };
  return text + suffix[flag.quantity];
}

const MOST_WORDS: Record<Quantity, string> = {
  distanceM: 'Longest',
  ascentM: 'Most',
  uphillM: 'Most',
  fastM: 'Most',
  loadAeKm: 'Highest',
};

/** No rise is told from nothing, nor from what reads as nothing. */
const ratioToTell = (flag: Flag, units: Units): number | null =>
  flag.baseline !== null && /[1-9]/.test(amount(flag.baseline, flag, units)) ? flag.ratio : null;

function sessionBecause(flag: Flag, units: Units): string {
  const what = `${formatWeekdayDay(flag.date)}: ${observedWords(flag, units)}.`;
  const ratio = ratioToTell(flag, units);
  if (flag.baseline === null || ratio === null) {
    return `${what} ${(flag.baseline ?? 0) > 0 ? 'Next to none' : 'None'} in the 30 days before.`;
  }
  const on = flag.baselineDate === null ? '' : ` on ${formatDay(flag.baselineDate)}`;
  const most = `${MOST_WORDS[flag.quantity]} in the 30 days before: ${amount(flag.baseline, flag, units)}${on}`;
  return `${what} ${most} (${formatChange(ratio)}).`;
}

function weekBecause(flag: Flag, units: Units): string {
  const what = `${observedWords(flag, units)} in the 7 days to ${formatDay(flag.date)}.`;
  if (flag.baseline === null) return what;
  const usual = `In the last eight weeks: ${usualRange(flag, flag.baselineLow ?? 0, flag.baseline, units)}`;
  const ratio = ratioToTell(flag, units);
  return ratio === null
    ? `${what} ${usual}.`
    : `${what} ${usual} (${formatChange(ratio)} over the largest).`;
}

/** What rose together, each thing once. Without numbers: the card of each has its own arithmetic, of its own day. */
const stackedParts = ({ parts }: Flag): string[] =>
  risenNames(parts.map(({ quantity }) => quantity));

const stackedTitle = ({ parts }: Flag): string => {
  const names = risenNames(parts.map(({ quantity }) => quantity));
  return names.length < 2
    ? 'Several increases in the same 7 days'
    : `${capitalised(listed(names))} rose together`;
};

function sessionTitle(flag: Flag, most: string, units: Units): string {
  const ratio = ratioToTell(flag, units);
  if (ratio === null) return `${most} in 30 days`;
  if (ratio > 2) return `${most} in 30 days, more than twice the one before`;
  return `${most} in 30 days, by ${formatChange(ratio).slice(1)}`;
}

const WEEK_ADVICE: Record<Quantity, string> = {
  distanceM: 'Hold the next week near your usual distance; keep the runs easy.',
  ascentM: 'Ease off hills this week; bring them back gradually.',
  uphillM: 'Ease off hills this week; bring them back gradually.',
  fastM: 'Keep the next runs easy; bring fast running back gradually.',
  loadAeKm: 'Keep the next runs flat, easy and short.',
};

function titleOf(flag: Flag, units: Units): string {
  switch (flag.rule) {
    case 'session-distance-spike':
      return sessionTitle(flag, 'Longest run', units);
    case 'session-load-spike':
      return sessionTitle(flag, 'Highest Achilles load of a run', units);
    case 'speed-spike':
      return sessionTitle(flag, 'Most fast running', units);
    case 'hill-spike':
      return sessionTitle(
        flag,
        flag.quantity === 'uphillM' ? 'Most uphill running' : 'Biggest climb',
        units,
      );
    case 'week-above-usual':
      return `${capitalised(QUANTITY_WORDS[flag.quantity])} above your usual week`;
    case 'stacked-increases':
      return stackedTitle(flag);
    case 'return-without-baseline':
      return 'First run in 30 days';
  }
}

function becauseOf(flag: Flag, units: Units): string {
  switch (flag.rule) {
    case 'week-above-usual':
      return weekBecause(flag, units);
    case 'stacked-increases':
      return `${capitalised(listed(stackedParts(flag)))} rose within the 7 days to ${formatDay(flag.date)}.`;
    case 'return-without-baseline':
      return `${formatWeekdayDay(flag.date)}: ${observedWords(flag, units)}. No run in the 30 days before, so there is nothing to compare it with.`;
    default:
      return sessionBecause(flag, units);
  }
}

function adviceOf(flag: Flag, units: Units): string {
  switch (flag.rule) {
    case 'session-distance-spike':
      return flag.baseline === null
        ? 'Keep the next runs shorter.'
        : `Keep the next runs at ${amount(flag.baseline, flag, units)} or less; no second long run this week.`;
    case 'session-load-spike':
      return 'Make the next runs flat, easy and short, and look at the tendon tomorrow morning.';
    case 'speed-spike':
      return 'Keep the next runs easy; add fast running back a little at a time.';
    case 'hill-spike':
      return 'Run flat next; bring hills back gradually.';
    case 'week-above-usual':
      return WEEK_ADVICE[flag.quantity];
    case 'stacked-increases':
      return 'Change one thing at a time: duration first, then speed, then hills.';
    case 'return-without-baseline':
      return 'Start flat, easy and short; build duration before speed and hills.';
  }
}

function evidenceOf(flag: Flag): string {
  if (flag.rule === 'week-above-usual' && flag.quantity === 'distanceM') {
    return 'Studies of weekly distance disagree';
  }
  return capitalised(listed(flag.evidence.map((grade) => EVIDENCE_WORDS[grade])));
}

/** The words of one flag in the runner's units. */
export function describeFlag(flag: Flag, units: Units): FlagWords {
  return {
    title: titleOf(flag, units),
    because: becauseOf(flag, units),
    advice: adviceOf(flag, units),
    evidence: evidenceOf(flag),
  };
}
