/** Several kinds of increase within seven days. */
import type { Flag } from '../../../../src/analysis/flags/flag.ts';
import { formatDay } from '../../../format.ts';
import { capitalised, listed, risenNames } from '../levels.ts';
import type { RuleWords } from './rule-words.ts';

/** What rose together, each thing once. Without numbers: the card of each has its own arithmetic, of its own day. */
const stackedParts = ({ parts }: Flag): string[] =>
  risenNames(parts.map(({ quantity }) => quantity));

const stackedTitle = ({ parts }: Flag): string => {
  const names = risenNames(parts.map(({ quantity }) => quantity));
  return names.length < 2
    ? 'Several increases in the same 7 days'
    : `${capitalised(listed(names))} rose together`;
};

export const stackedIncreasesWords: RuleWords = {
  title: stackedTitle,
  because: (flag) =>
    `${capitalised(listed(stackedParts(flag)))} rose within the 7 days to ${formatDay(flag.date)}.`,
  advice: () => 'Change one thing at a time: duration first, then speed, then hills.',
};
