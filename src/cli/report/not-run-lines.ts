/** What was called a run and does not move like one, a sentence each. */
import type { HistoryReport } from './history-report.ts';

export const notRunLines = ({ leftOut }: HistoryReport): string[] =>
  leftOut
    .filter(({ reason }) => reason === 'suspect-sport')
    .map(({ file }) => `${file}: does not move like a run, so it is not counted.`);
