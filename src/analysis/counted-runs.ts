/**
 * Which runs count, in order of their days. A run whose clock was wrong cannot be placed, and a second recording of the
 * same run must never double a week. Looks at dates and totals only; which file to show is for storage to decide.
 */
import type { HistoryRun } from './judged-run.ts';
import { addDays, type LocalDate } from './local-date.ts';
import { EARLIEST_DATE, FUTURE_DAYS } from './policy.ts';
import { isCutShort, type Recording, sameRuns } from './same-run.ts';

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
 * recordings of one run, the poorer: see `sameRuns`.
 */
export function countedRuns(runs: readonly HistoryRun[], today: LocalDate): CountedRuns {
  const latest = addDays(today, FUTURE_DAYS);
  const isDated = ({ localDate }: HistoryRun) => localDate >= EARLIEST_DATE && localDate <= latest;
  const dated = runs.filter(isDated);
  const keptFor = sameRuns(dated.map(recordingOf));
  return {
    counted: dated.filter(({ id }) => !keptFor.has(id)).sort(byDay),
    leftOut: [
      ...runs
        .filter((run) => !isDated(run))
        .map(({ id }): LeftOutRun => ({ id, reason: 'wrong-clock', countedId: null })),
      ...Array.from(keptFor, ([id, countedId]): LeftOutRun => ({ id, reason: 'twin', countedId })),
    ],
  };
}

/** What was analysed tells less than the file itself, but enough for runs that nobody imported twice. */
function recordingOf({ id, startTimeS, exposure, recording }: HistoryRun): Recording {
  if (recording !== undefined) return recording;
  const { distanceM, timerS, elapsedS, sampleCount, hills, avgCadenceSpm } = exposure;
  return {
    id,
    key: id,
    startTimeS,
    distanceM,
    timerS,
    elapsedS,
    sampleCount,
    isCutShort: isCutShort(exposure.warnings),
    hasAltitude: hills !== null,
    hasCadence: avgCadenceSpm !== null,
    format: null,
    isCorrected: false,
    apartFrom: [],
  };
}

function byStart(a: HistoryRun, b: HistoryRun): number {
  return a.startTimeS - b.startTimeS || (a.id < b.id ? -1 : 1);
}

/** Across the date line a later run may bear an earlier date. */
function byDay(a: HistoryRun, b: HistoryRun): number {
  if (a.localDate !== b.localDate) return a.localDate < b.localDate ? -1 : 1;
  return byStart(a, b);
}
