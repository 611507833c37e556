/**
 * Runs of a history from a few words: stretches of one speed and slope, laid into the cells by hand so that every sum can
 * be checked on paper. Loads come from the real model.
 */
import { loadFromAverage, loadFromCells } from '../../src/analysis/achilles-load.ts';
import type { HillExposure } from '../../src/analysis/hill-exposure.ts';
import type { HistoryRun } from '../../src/analysis/judged-run.ts';
import { addDays, type LocalDate, toEpochDay } from '../../src/analysis/local-date.ts';
import type { RunExposure } from '../../src/analysis/run-exposure.ts';
import {
  emptyCells,
  type SpeedGradeCells,
  UNKNOWN_GRADE,
} from '../../src/analysis/speed-grade-cells.ts';

export interface Stretch {
  metres: number;
  /** Default `EASY_MPS`. */
  speedMps?: number;
  /** Default 0; `null` where there is no altitude. */
  gradePercent?: number | null;
  walking?: boolean;
}

/** The model's reference speed. In a history of nothing else usual speed is 2.75 m/s, the middle of its cell. */
export const EASY_MPS = 2.78;
export const USUAL_MPS = 2.75;
/** Beyond 1.25 × 2.75 = 3.44 m/s, below 1.5 × 2.75 = 4.13 m/s. */
export const FAST_MPS = 3.75;

/** A Monday. */
export const FIRST_DAY = '2026-01-05' as LocalDate;
export const day = (daysLater: number): LocalDate => addDays(FIRST_DAY, daysLater);

const NOON_S = 12 * 3600;

export interface RunOptions {
  id?: string;
  startTimeS?: number;
  /** Default: the climb of the stretches. */
  ascentM?: number | null;
  sampleCount?: number;
}

/** A recorded run: `stretches`, or so many metres of easy flat running. */
export function recordedRun(
  localDate: LocalDate,
  stretches: number | readonly Stretch[],
  options: RunOptions = {},
): HistoryRun {
  const parts = typeof stretches === 'number' ? [{ metres: stretches }] : stretches;
  const cells = cellsOf(parts);
  const distanceM = sum(parts.map(({ metres }) => metres));
  const timerS = sum(parts.map(secondsOf));
  const isGradeKnown = parts.every(({ gradePercent }) => gradePercent !== null);
  const climbM = sum(parts.map((part) => Math.max(0, riseOf(part))));
  const fallM = -sum(parts.map((part) => Math.min(0, riseOf(part))));
  return {
    id: options.id ?? `run-${localDate}`,
    localDate,
    startTimeS: options.startTimeS ?? toEpochDay(localDate) * 86_400 + NOON_S,
    subSport: isGradeKnown ? 'generic' : 'treadmill',
    exposure: {
      ...totals(distanceM, timerS),
      ascentM: options.ascentM !== undefined ? options.ascentM : isGradeKnown ? climbM : null,
      descentM: isGradeKnown ? fallM : null,
      ascentOrigin: isGradeKnown ? 'derived' : null,
      movingS: timerS,
      sampleCount: options.sampleCount ?? Math.ceil(timerS),
      hills: isGradeKnown ? hillsOf(parts) : null,
      cells,
      load: loadFromCells(cells),
      loadOrigin: 'samples',
    },
  };
}

/** Recorded indoors: no altitude, so climb and hills are unknown. */
export function treadmillRun(localDate: LocalDate, metres: number): HistoryRun {
  return recordedRun(localDate, [{ metres, gradePercent: null }]);
}

/** Typed in by hand: distance and time, nothing else. */
export function manualRun(localDate: LocalDate, metres: number, id?: string): HistoryRun {
  const timerS = metres / EASY_MPS;
  return {
    id: id ?? `run-${localDate}`,
    localDate,
    startTimeS: toEpochDay(localDate) * 86_400 + NOON_S,
    subSport: null,
    exposure: {
      ...totals(metres, timerS),
      load: loadFromAverage(metres, timerS, false),
      loadOrigin: 'session-average',
    },
  };
}

/** Runs of `metres` on the given days after `FIRST_DAY`. */
export function easyRuns(days: readonly number[], metres: number): HistoryRun[] {
  return days.map((daysLater) => recordedRun(day(daysLater), metres));
}

/** `week(0)` to `week(count − 1)`, each given the number of days at which it begins. */
export function weeks(count: number, week: (monday: number) => HistoryRun[]): HistoryRun[] {
  return Array.from({ length: count }, (_, index) => week(index * 7)).flat();
}

export function cellsOf(stretches: readonly Stretch[]): SpeedGradeCells {
  const cells = emptyCells(stretches.length);
  for (const stretch of stretches) {
    const { metres, speedMps = EASY_MPS, gradePercent = 0, walking = false } = stretch;
    const cell = cells.count++;
    cells.speedBin[cell] = Math.floor(speedMps * 10 + 1e-9);
    cells.gradeBin[cell] = gradePercent === null ? UNKNOWN_GRADE : Math.floor(gradePercent);
    cells.walking[cell] = walking ? 1 : 0;
    cells.seconds[cell] = metres / speedMps;
    cells.metres[cell] = metres;
    cells.riseM[cell] = riseOf(stretch);
  }
  return cells;
}

function totals(distanceM: number, timerS: number): RunExposure {
  return {
    distanceM,
    timerS,
    elapsedS: timerS,
    movingS: null,
    ascentM: null,
    descentM: null,
    ascentOrigin: null,
    derivedAscentM: null,
    derivedDescentM: null,
    avgCadenceSpm: null,
    avgHeartRateBpm: null,
    sampleCount: 0,
    hills: null,
    cells: emptyCells(),
    bestEfforts: [],
    top10sSpeedMps: null,
    load: null,
    loadOrigin: null,
    warnings: [],
  };
}

function hillsOf(stretches: readonly Stretch[]): HillExposure {
  const between = (low: number, high: number) => {
    const parts = stretches.filter(
      ({ gradePercent }) => (gradePercent ?? 0) >= low && (gradePercent ?? 0) < high,
    );
    return { seconds: sum(parts.map(secondsOf)), metres: sum(parts.map(({ metres }) => metres)) };
  };
  const [up, steepUp] = [between(5, 10), between(10, 100)];
  return {
    bands: {
      steepDown: between(-100, -10),
      down: between(-10, -5),
      level: between(-5, 5),
      up,
      steepUp,
    },
    uphillM: up.metres + steepUp.metres,
    uphillS: up.seconds + steepUp.seconds,
    steepUphillM: steepUp.metres,
    effortsMps: [],
  };
}

const secondsOf = ({ metres, speedMps = EASY_MPS }: Stretch): number => metres / speedMps;
const riseOf = ({ metres, gradePercent = 0 }: Stretch): number =>
  (metres * (gradePercent ?? 0)) / 100;
const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
