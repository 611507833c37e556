/**
 * Which runs count, in order of their days. A run whose clock was wrong cannot be placed, and a second recording of the
 * same run must never double a week. Looks at dates and totals only; which file to show is for storage to decide.
 */
import { exceeds } from './exceeds.ts';
import type { HistoryRun } from './judged-run.ts';
import { addDays, type LocalDate } from './local-date.ts';
import {
  EARLIEST_DATE,
  FUTURE_DAYS,
  TWIN_START_TOLERANCE_S,
  TWIN_TOTAL_TOLERANCE,
} from './policy.ts';

export interface LeftOutRun {
  id: string;
  reason: 'wrong-clock' | 'twin';
  /** For a twin: the run that counts in its place. */
  countedId: string | null;
}

export interface CountedRuns {
  /** By day, start, id: the order of import never matters. */
  counted: HistoryRun[];
  leftOut: LeftOutRun[];
}

/**
 * Leaves out what is dated before `EARLIEST_DATE` or more than a day after `today` (a day after happens to travellers), and, of two
 * recordings of one run, the one with fewer samples.
 */
export function countedRuns(runs: readonly HistoryRun[], today: LocalDate): CountedRuns {
  const latest = addDays(today, FUTURE_DAYS);
  const isDated = ({ localDate }: HistoryRun) => localDate >= EARLIEST_DATE && localDate <= latest;
  const leftOut: LeftOutRun[] = runs
    .filter((run) => !isDated(run))
    .map(({ id }) => ({ id, reason: 'wrong-clock', countedId: null }));
  const counted: HistoryRun[] = [];
  for (const run of runs.filter(isDated).sort(byStart)) {
    const twinAt = indexOfTwin(counted, run);
    const twin = counted[twinAt];
    if (twin === undefined) {
      counted.push(run);
      continue;
    }
    const isRicher = run.exposure.sampleCount > twin.exposure.sampleCount;
    const [kept, other] = isRicher ? [run, twin] : [twin, run];
    counted[twinAt] = kept;
    leftOut.push({ id: other.id, reason: 'twin', countedId: kept.id });
  }
  return { counted: counted.sort(byDay), leftOut };
}

/** Among the last of `counted`, which are in order of their starts; −1 when there is none. */
function indexOfTwin(counted: readonly HistoryRun[], run: HistoryRun): number {
  for (let index = counted.length - 1; index >= 0; index -= 1) {
    const earlier = counted[index] as HistoryRun;
    if (run.startTimeS - earlier.startTimeS > TWIN_START_TOLERANCE_S) return -1;
    if (isSameRun(earlier.exposure, run.exposure)) return index;
  }
  return -1;
}

function isSameRun(a: HistoryRun['exposure'], b: HistoryRun['exposure']): boolean {
  return agree(a.distanceM, b.distanceM) && agree(a.timerS, b.timerS);
}

function agree(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return false;
  return !exceeds(Math.abs(a - b), Math.max(a, b), TWIN_TOTAL_TOLERANCE);
}

function byStart(a: HistoryRun, b: HistoryRun): number {
  return a.startTimeS - b.startTimeS || (a.id < b.id ? -1 : 1);
}

/** Across the date line a later run may bear an earlier date. */
function byDay(a: HistoryRun, b: HistoryRun): number {
  if (a.localDate !== b.localDate) return a.localDate < b.localDate ? -1 : 1;
  return byStart(a, b);
}
