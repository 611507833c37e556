/** How far the import has come, as one line. */
import { formatDuration } from '../../../web/format.ts';
import { countedOf } from '../counted-of.ts';

export interface Progress {
  doneFiles: number;
  /** `null` while nobody knows. */
  expectedFiles: number | null;
  /** 0 to 1. */
  share: number;
  /** Such as `1,139 added · 2 failed`. */
  outcomes: string;
  elapsedS: number;
}

const BAR_CELLS = 20;
/** Before that, the rate of the first files says little about the rest. */
const ESTIMATE_AFTER_S = 3;
const ESTIMATE_AFTER_SHARE = 0.01;

/** `████████░░░░░░░░░░░░ 40% · 812 of 2,140 files · 780 added · 14 files/s · 1:34 left`, cut to the width. */
export function progressLine(progress: Progress, columns: number): string {
  const filled = Math.round(progress.share * BAR_CELLS);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
  return `${bar} ${progressWords(progress)}`.slice(0, columns - 1);
}

function progressWords(progress: Progress): string {
  const { doneFiles, expectedFiles, share, elapsedS } = progress;
  const isEstimable = elapsedS >= ESTIMATE_AFTER_S && share >= ESTIMATE_AFTER_SHARE;
  const leftS = Math.round((elapsedS / share) * (1 - share));
  return [
    `${Math.floor(share * 100)}%`,
    countedOf(doneFiles, expectedFiles),
    progress.outcomes,
    ...(elapsedS > 0 ? [`${rate(doneFiles / elapsedS)} files/s`] : []),
    ...(isEstimable && share < 1 ? [`${formatDuration(leftS)} left`] : []),
  ].join(' · ');
}

const rate = (filesPerS: number): string => filesPerS.toFixed(filesPerS < 10 ? 1 : 0);
