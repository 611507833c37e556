/** One run as judged among the others, with its neighbours in time and every flag it took part in. */
import type { Flag } from '../analysis/flags/flag.ts';
import type { History } from '../analysis/history.ts';
import type { HistoryRun, SpeedExposure } from '../analysis/judged-run.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import type { RunExposure } from '../analysis/run-exposure.ts';

export interface RunDetail {
  id: string;
  localDate: LocalDate;
  startTimeS: number;
  subSport: string | null;
  exposure: Omit<RunExposure, 'cells'>;
  speed: SpeedExposure | null;
  criticalSpeedMps: number | null;
  fastDownhillS: number | null;
  fastDownhillM: number | null;
  hillSprints: number | null;
  /** Hidden or not: what the run raised does not change by looking away. */
  flags: Flag[];
  /** The watch's clock was wrong, so that the run cannot be placed among the others. */
  isClockWrong: boolean;
  /** Ids of the run before and after in time. */
  previousId: string | null;
  nextId: string | null;
}

/** Of a second recording: the run that counts in its place. `null` when no run of that id counts. */
export function runDetail(history: History, askedId: string): RunDetail | null {
  const { runs, flags } = history;
  const id = countedId(history, askedId);
  const index = runs.findIndex((run) => run.id === id);
  const found = runs[index];
  if (found === undefined) return null;
  const { cells: _cells, ...exposure } = found.exposure;
  return {
    id,
    localDate: found.localDate,
    startTimeS: found.startTimeS,
    subSport: found.subSport,
    exposure,
    speed: found.speed,
    criticalSpeedMps: found.criticalSpeedMps,
    fastDownhillS: found.fastDownhillS,
    fastDownhillM: found.fastDownhillM,
    hillSprints: found.hillSprints,
    flags: flags.filter((flag) => flag.runs.includes(id)),
    isClockWrong: false,
    previousId: runs[index - 1]?.id ?? null,
    nextId: runs[index + 1]?.id ?? null,
  };
}

/** A run that takes no part in the history: told by itself alone. */
export function detailOfLeftOut(
  { exposure: own, ...run }: HistoryRun,
  { leftOut }: Pick<History, 'leftOut'>,
): RunDetail {
  const { cells: _cells, ...exposure } = own;
  const { id, localDate, startTimeS, subSport } = run;
  return {
    id,
    localDate,
    startTimeS,
    subSport,
    exposure,
    speed: null,
    criticalSpeedMps: null,
    fastDownhillS: null,
    fastDownhillM: null,
    hillSprints: null,
    flags: [],
    isClockWrong: leftOut.some((other) => other.id === id && other.reason === 'wrong-clock'),
    previousId: null,
    nextId: null,
  };
}

/** Of three recordings the second may have given way to the third. */
function countedId(history: Pick<History, 'leftOut'>, id: string): string {
  const inItsPlace = history.leftOut.find((run) => run.id === id)?.countedId ?? null;
  return inItsPlace === null ? id : countedId(history, inItsPlace);
}
