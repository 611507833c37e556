/** The runs of one year as a list shows them: totals, what history adds to them, and the highest level they raised. */
import { type FlagLevel, isOfOneRun } from '../analysis/flags/flag.ts';
import type { History } from '../analysis/history.ts';
import type { LocalDate } from '../analysis/local-date.ts';

export interface RunListItem {
  id: string;
  name: string | null;
  localDate: LocalDate;
  subSport: string | null;
  distanceM: number | null;
  timerS: number | null;
  ascentM: number | null;
  fastM: number | null;
  loadAeKm: number | null;
  /** The highest of the flags that speak of this run alone; `null` without one. */
  level: FlagLevel | null;
  /** Why it is in no running number; `null` for a run that counts. */
  leftOut: 'excluded' | 'wrong-clock' | 'not-analysed' | null;
}

/** What is told of runs beside their history. */
export interface BesideHistory {
  /** By id. */
  names: ReadonlyMap<string, string>;
  /** Runs that count nowhere, in any order. */
  leftOut: readonly RunListItem[];
}

const NOTHING_BESIDE: BesideHistory = { names: new Map(), leftOut: [] };

export interface RunYear {
  /** Newest first. */
  runs: RunListItem[];
  /** The year asked for when it has runs, else the newest that a clock can be trusted with; `null` without any run. */
  year: number | null;
  /** Years with a run, newest first. */
  years: number[];
}

const LEVELS: readonly FlagLevel[] = ['note', 'above', 'well-above', 'urgent'];

export function runsOfYear(
  { runs, flags }: History,
  askedYear: number | null,
  { names, leftOut }: BesideHistory = NOTHING_BESIDE,
): RunYear {
  const years = yearsOf([...runs, ...leftOut]);
  const [newest = null] = [
    ...yearsOf([...runs, ...leftOut.filter((run) => run.leftOut !== 'wrong-clock')]),
    ...years,
  ];
  const year = years.find((candidate) => candidate === askedYear) ?? newest;
  const levels = levelByRun(flags);
  const items = runs
    .filter((run) => yearOf(run.localDate) === year)
    .map(({ id, localDate, subSport, exposure, speed }) => ({
      id,
      name: names.get(id) ?? null,
      localDate,
      subSport,
      distanceM: exposure.distanceM,
      timerS: exposure.timerS,
      ascentM: exposure.ascentM,
      fastM: speed?.fastM ?? null,
      loadAeKm: exposure.load?.loadAeKm ?? null,
      level: levels.get(id) ?? null,
      leftOut: null,
    }));
  const others = leftOut.filter((run) => yearOf(run.localDate) === year);
  return { runs: newestFirst([...items.reverse(), ...others]), year, years };
}

/** Runs of one day stay as they come. */
function newestFirst(runs: RunListItem[]): RunListItem[] {
  return runs.sort((a, b) =>
    a.localDate === b.localDate ? 0 : a.localDate < b.localDate ? 1 : -1,
  );
}

function levelByRun(flags: History['flags']): Map<string, FlagLevel> {
  const levels = new Map<string, FlagLevel>();
  for (const { level, runs } of flags.filter(isOfOneRun)) {
    for (const id of runs) {
      const known = levels.get(id);
      if (known === undefined || LEVELS.indexOf(level) > LEVELS.indexOf(known))
        levels.set(id, level);
    }
  }
  return levels;
}

/** Newest first. */
function yearsOf(runs: readonly { localDate: LocalDate }[]): number[] {
  return [...new Set(runs.map(({ localDate }) => yearOf(localDate)))].sort((a, b) => b - a);
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
