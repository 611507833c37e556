/**
 * A run that has not been run, as the history takes runs: the runner's easy pace on the flat, fast minutes at a fast pace,
 * climb on an ordinary hill and down again. Only its day and three numbers are the runner's; the rest follows their habits.
 */
import { loadFromCells } from '../achilles-load.ts';
import type { HillExposure } from '../hill-exposure.ts';
import type { HistoryRun } from '../judged-run.ts';
import { type LocalDate, toEpochDay } from '../local-date.ts';
import { GRADE_LIMIT, HILL_GRADE, PLANNED_HILL_GRADE, STEEP_GRADE } from '../policy.ts';
import type { RunExposure } from '../run-exposure.ts';
import { emptyCells, type SpeedGradeCells } from '../speed-grade-cells.ts';

export interface PlannedRun {
  distanceM: number;
  ascentM: number;
  fastS: number;
}

/** How this runner runs. */
export interface RunHabits {
  easyMps: number;
  /** Within the fast band. */
  fastMps: number;
  /** Of an ordinary run. */
  distanceM: number;
}

export const PLANNED_RUN_ID = 'planned';

const SECONDS_PER_DAY = 86_400;
/** Late on its day: what has been run that day came before, and is not taken for the same run. */
const LAST_SECOND = SECONDS_PER_DAY - 1;

export function plannedHistoryRun(
  planned: PlannedRun,
  habits: RunHabits,
  date: LocalDate,
): HistoryRun {
  return {
    id: PLANNED_RUN_ID,
    localDate: date,
    startTimeS: toEpochDay(date) * SECONDS_PER_DAY + LAST_SECOND,
    subSport: null,
    exposure: exposureOf(planned, habits),
  };
}

interface Stretch {
  metres: number;
  speedMps: number;
  gradeFraction: number;
}

function exposureOf(planned: PlannedRun, habits: RunHabits): RunExposure {
  const stretches = stretchesOf(planned, habits).filter(({ metres }) => metres > 0);
  const cells = cellsOf(stretches);
  const distanceM = sumOf(stretches, ({ metres }) => metres);
  const timerS = sumOf(stretches, ({ metres, speedMps }) => metres / speedMps);
  return {
    ...NOT_MEASURED,
    distanceM,
    timerS,
    elapsedS: timerS,
    movingS: timerS,
    ascentM: planned.ascentM,
    descentM: planned.ascentM,
    hills: hillsOf(stretches),
    cells,
    load: loadFromCells(cells),
    loadOrigin: 'samples',
  };
}

/** A run too short for its climb and its fast minutes is as long as they are. */
function stretchesOf({ distanceM, ascentM, fastS }: PlannedRun, habits: RunHabits): Stretch[] {
  const { easyMps, fastMps } = habits;
  const fastM = fastS * fastMps;
  const easyM = Math.max(0, distanceM - fastM);
  // Up and down again take twice the hill: a short run climbs a steeper one.
  const steepness = ascentM === 0 ? 0 : (2 * ascentM) / easyM;
  const gradeFraction = Math.min(Math.max(PLANNED_HILL_GRADE, steepness), GRADE_LIMIT);
  const uphillM = ascentM / gradeFraction;
  return [
    { metres: fastM, speedMps: fastMps, gradeFraction: 0 },
    { metres: uphillM, speedMps: easyMps, gradeFraction },
    { metres: uphillM, speedMps: easyMps, gradeFraction: -gradeFraction },
    { metres: Math.max(0, easyM - 2 * uphillM), speedMps: easyMps, gradeFraction: 0 },
  ];
}

function cellsOf(stretches: readonly Stretch[]): SpeedGradeCells {
  const cells = emptyCells(stretches.length);
  for (const { metres, speedMps, gradeFraction } of stretches) {
    const cell = cells.count++;
    cells.speedBin[cell] = Math.floor(speedMps * 10);
    cells.gradeBin[cell] = Math.floor(gradeFraction * 100);
    cells.seconds[cell] = metres / speedMps;
    cells.metres[cell] = metres;
    cells.riseM[cell] = metres * gradeFraction;
  }
  return cells;
}

function hillsOf(stretches: readonly Stretch[]): HillExposure {
  const within = (low: number, high: number) => {
    const parts = stretches.filter(
      (part) => part.gradeFraction >= low && part.gradeFraction < high,
    );
    return {
      metres: sumOf(parts, ({ metres }) => metres),
      seconds: sumOf(parts, ({ metres, speedMps }) => metres / speedMps),
    };
  };
  const up = within(HILL_GRADE, STEEP_GRADE);
  const steepUp = within(STEEP_GRADE, Number.POSITIVE_INFINITY);
  return {
    bands: {
      steepDown: within(Number.NEGATIVE_INFINITY, -STEEP_GRADE),
      down: within(-STEEP_GRADE, -HILL_GRADE),
      level: within(-HILL_GRADE, HILL_GRADE),
      up,
      steepUp,
    },
    uphillM: up.metres + steepUp.metres,
    uphillS: up.seconds + steepUp.seconds,
    steepUphillM: steepUp.metres,
    effortsMps: [],
  };
}

const sumOf = (stretches: readonly Stretch[], read: (stretch: Stretch) => number): number =>
  stretches.reduce((sum, stretch) => sum + read(stretch), 0);

const NOT_MEASURED = {
  ascentOrigin: null,
  derivedAscentM: null,
  derivedDescentM: null,
  avgCadenceSpm: null,
  avgHeartRateBpm: null,
  sampleCount: 0,
  bestEfforts: [],
  top10sSpeedMps: null,
  warnings: [],
} as const satisfies Partial<RunExposure>;
