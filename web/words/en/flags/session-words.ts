/** A run far beyond those of the 30 days before it. */
import type { Flag, LoadQuantity } from '../../../../src/analysis/flags/flag.ts';
import { formatChange, formatDay, formatWeekdayDay, type Units } from '../../../format.ts';
import { amount, loadQuantityOf, observedWords, ratioToTell } from './load-amount.ts';
import type { RuleWords } from './rule-words.ts';

const MOST_WORDS: Record<LoadQuantity, string> = {
  distanceM: 'Longest',
  ascentM: 'Most',
  uphillM: 'Most',
  fastM: 'Most',
  loadAeKm: 'Highest',
};

function sessionBecause(flag: Flag, units: Units): string {
  const what = `${formatWeekdayDay(flag.date)}: ${observedWords(flag, units)}.`;
  const before = `in the 30 days before${flag.leavesOutSpikes ? ', flagged runs left out' : ''}`;
  const ratio = ratioToTell(flag, units);
  if (flag.baseline === null || ratio === null) {
    return `${what} ${(flag.baseline ?? 0) > 0 ? 'Next to none' : 'None'} ${before}.`;
  }
  const on = flag.baselineDate === null ? '' : ` on ${formatDay(flag.baselineDate)}`;
  const most = `${MOST_WORDS[loadQuantityOf(flag)]} ${before}: ${amount(flag.baseline, flag, units)}${on}`;
  return `${what} ${most} (${formatChange(ratio)}).`;
}

function sessionTitle(flag: Flag, most: string, units: Units): string {
  const ratio = ratioToTell(flag, units);
  const what = `${most} in 30 days${flag.leavesOutSpikes ? ', flagged runs left out' : ''}`;
  if (ratio === null) return what;
  if (ratio > 2) return `${what}, more than twice the one before`;
  return `${what}, by ${formatChange(ratio).slice(1)}`;
}

export const sessionDistanceSpikeWords: RuleWords = {
  title: (flag, units) => sessionTitle(flag, 'Longest run', units),
  because: sessionBecause,
  advice: (flag, units) =>
    flag.baseline === null
      ? 'Keep the next runs shorter.'
      : `Keep the next runs at ${amount(flag.baseline, flag, units)} or less; no second long run this week.`,
};

export const sessionLoadSpikeWords: RuleWords = {
  title: (flag, units) => sessionTitle(flag, 'Highest Achilles load of a run', units),
  because: sessionBecause,
  advice: () => 'Make the next runs flat, easy and short, and look at the tendon tomorrow morning.',
};

export const speedSpikeWords: RuleWords = {
  title: (flag, units) => sessionTitle(flag, 'Most fast running', units),
  because: sessionBecause,
  advice: () => 'Keep the next runs easy; add fast running back a little at a time.',
};

export const hillSpikeWords: RuleWords = {
  title: (flag, units) =>
    sessionTitle(
      flag,
      flag.quantity === 'uphillM' ? 'Most uphill running' : 'Biggest climb',
      units,
    ),
  because: sessionBecause,
  advice: () => 'Run flat next; bring hills back gradually.',
};

export const returnWithoutBaselineWords: RuleWords = {
  title: () => 'First run in 30 days',
  because: (flag, units) =>
    `${formatWeekdayDay(flag.date)}: ${observedWords(flag, units)}. No run in the 30 days before, so there is nothing to compare it with.`,
  advice: () => 'Start flat, easy and short; build duration before speed and hills.',
};
