/** Several kinds of increase, or of change, within seven days. */
import type { Flag } from '../../../../src/analysis/flags/flag.ts';
import { formatDay } from '../../../format.ts';
import { capitalised, listed, risenNames } from '../levels.ts';
import type { RuleWords } from './rule-words.ts';

/**
 * What rose and what is new, each thing once. Without numbers: the card of each has its own arithmetic, of its own day.
 */
function whatHappened({ parts }: Flag): string {
  const risen = risenNames(parts.map(({ quantity }) => quantity));
  const isNew = (rule: string) => parts.some((part) => part.rule === rule);
  const changed = [
    ...(isNew('shoe-change') ? ['another shoe'] : []),
    ...(isNew('surface-change') ? ['another surface'] : []),
  ];
  if (changed.length === 0) return `${listed(risen)} rose`;
  return risen.length === 0 ? listed(changed) : `${listed([`more ${listed(risen)}`, ...changed])}`;
}

const hasRisenOnly = ({ parts }: Flag): boolean =>
  parts.every(({ rule }) => rule !== 'shoe-change' && rule !== 'surface-change');

export const stackedIncreasesWords: RuleWords = {
  title: (flag) =>
    new Set(flag.parts.map(({ quantity }) => quantity)).size < 2
      ? 'Several increases in the same 7 days'
      : capitalised(whatHappened(flag)) + (hasRisenOnly(flag) ? ' together' : ' at once'),
  because: (flag) => {
    const what = capitalised(whatHappened(flag));
    const inDays = `the 7 days to ${formatDay(flag.date)}`;
    return hasRisenOnly(flag) ? `${what} within ${inDays}.` : `${what}, all in ${inDays}.`;
  },
  advice: () => 'Change one thing at a time: duration first, then speed, then hills.',
};
