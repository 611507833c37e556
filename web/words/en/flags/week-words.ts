/** Seven days beyond the usual range. */
import type { Flag, LoadQuantity } from '../../../../src/analysis/flags/flag.ts';
import { formatChange, formatDay, type Units } from '../../../format.ts';
import { capitalised, QUANTITY_WORDS } from '../levels.ts';
import { evidenceWords } from './evidence-words.ts';
import { loadQuantityOf, observedWords, ratioToTell, usualRange } from './load-amount.ts';
import type { RuleWords } from './rule-words.ts';

function weekBecause(flag: Flag, units: Units): string {
  const what = `${observedWords(flag, units)} in the 7 days to ${formatDay(flag.date)}.`;
  if (flag.baseline === null) return what;
  const usual = `In the last eight weeks: ${usualRange(flag, flag.baselineLow ?? 0, flag.baseline, units)}`;
  const ratio = ratioToTell(flag, units);
  return ratio === null
    ? `${what} ${usual}.`
    : `${what} ${usual} (${formatChange(ratio)} over the largest).`;
}

const WEEK_ADVICE: Record<LoadQuantity, string> = {
  distanceM: 'Hold the next week near your usual distance; keep the runs easy.',
  ascentM: 'Ease off hills this week; bring them back gradually.',
  uphillM: 'Ease off hills this week; bring them back gradually.',
  fastM: 'Keep the next runs easy; bring fast running back gradually.',
  loadAeKm: 'Keep the next runs flat, easy and short.',
};

export const weekAboveUsualWords: RuleWords = {
  title: (flag) => `${capitalised(QUANTITY_WORDS[loadQuantityOf(flag)])} above your usual week`,
  because: weekBecause,
  advice: (flag) => WEEK_ADVICE[loadQuantityOf(flag)],
  evidence: (flag) =>
    flag.quantity === 'distanceM' ? 'Studies of weekly distance disagree' : evidenceWords(flag),
};
