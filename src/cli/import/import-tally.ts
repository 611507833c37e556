/** How many files came to what, and how that is said. */

import type { ImportAnswer } from '../../../web/words/en/import-answer.ts';
import { counted } from '../../../web/words/en/levels.ts';

export type FileOutcome = ImportAnswer['status'];

export type ImportTally = Record<FileOutcome, number> & {
  /** FIT files of watches that are no activities: monitoring, settings, courses. */
  otherFiles: number;
};

export const emptyTally = (): ImportTally => ({
  added: 0,
  duplicate: 0,
  'not-a-run': 0,
  failed: 0,
  otherFiles: 0,
});

/** Best first: a file of several activities counts once, as the best of them. */
const BEST_FIRST: readonly FileOutcome[] = ['added', 'duplicate', 'not-a-run', 'failed'];

export function outcomeOf(results: readonly ImportAnswer[]): FileOutcome {
  return BEST_FIRST.find((outcome) => results.some(({ status }) => status === outcome)) ?? 'failed';
}

/** Files with an outcome. */
export const foundFiles = (tally: ImportTally): number =>
  BEST_FIRST.reduce((sum, outcome) => sum + tally[outcome], 0);

/** `1,139 added · 52 duplicates · 9 not runs · 4 failed`; what never happened goes unsaid. */
export function outcomeWords(tally: ImportTally): string {
  const parts = [
    `${tally.added.toLocaleString('en-GB')} added`,
    ...some(tally.duplicate, 'duplicate'),
    ...some(tally['not-a-run'], 'not a run', 'not runs'),
    ...some(tally.failed, 'failed', 'failed'),
  ];
  return parts.join(' · ');
}

/** `1,204 found · 1,139 added · …`: the parts add up to what was found. */
export const tallyWords = (tally: ImportTally): string =>
  `${foundFiles(tally).toLocaleString('en-GB')} found · ${outcomeWords(tally)}`;

/** What was met beside activities, `null` when nothing was. */
export function otherFilesWords({ otherFiles }: ImportTally): string | null {
  if (otherFiles === 0) return null;
  const files = counted(otherFiles, 'other file');
  return `${files} of the watch (monitoring, settings, courses) passed over.`;
}

const some = (count: number, one: string, many?: string): string[] =>
  count === 0 ? [] : [counted(count, one, many)];
