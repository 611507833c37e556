/**
 * Achilles load of a run in AE-km, "Achilles-equivalent km": the kilometres of easy flat running that the model takes
 * for the same damage. Input: the run's speed × grade cells. Uses no heart rate and no history, and is not validated to
 * predict injury: only more or less than the same runner's other runs has a meaning.
 */
import {
  DAMAGE_EXPONENTS,
  type DownhillRule,
  loadPerKm,
  MODEL_VERSION,
  WALKING_WEIGHT,
} from './achilles-model.ts';
import { cellMeanSpeed } from './cell-mean-speed.ts';
import type { SpeedGradeCells } from './speed-grade-cells.ts';

export interface AchillesLoad {
  loadAeKm: number;
  /** Smallest and largest of the model's damage exponents: how far the unknown exponent moves the load. */
  lowAeKm: number;
  highAeKm: number;
  /** Version of the coefficients; another one calls for `loadFromCells` on every stored run. */
  modelVersion: string;
}

export interface LoadOptions {
  /** Research switch, see `DownhillRule`. Default `no-credit`. */
  downhill?: DownhillRule;
}

/** Sum over cells at each cell's own mean speed and grade; unknown grade counts as flat. */
export function loadFromCells(cells: SpeedGradeCells, options: LoadOptions = {}): AchillesLoad {
  const downhill = options.downhill ?? 'no-credit';
  let [low, central, high] = [0, 0, 0];
  for (let i = 0; i < cells.count; i++) {
    const metres = cells.metres[i] as number;
    if (metres === 0) continue;
    const km = metres / 1000;
    if (cells.walking[i] === 1) {
      low += km * WALKING_WEIGHT;
      central += km * WALKING_WEIGHT;
      high += km * WALKING_WEIGHT;
      continue;
    }
    const speedMps = cellMeanSpeed(cells, i);
    const gradeFraction = (cells.riseM[i] as number) / metres;
    low += km * loadPerKm(speedMps, gradeFraction, DAMAGE_EXPONENTS.low, downhill);
    central += km * loadPerKm(speedMps, gradeFraction, DAMAGE_EXPONENTS.central, downhill);
    high += km * loadPerKm(speedMps, gradeFraction, DAMAGE_EXPONENTS.high, downhill);
  }
  return achillesLoad(low, central, high);
}

/** Load of a run of which only distance and time are known: all of it at its average speed, on the flat. */
export function loadFromAverage(
  distanceM: number,
  timerS: number,
  isWalking: boolean,
): AchillesLoad {
  const km = distanceM / 1000;
  if (isWalking) return achillesLoad(km * WALKING_WEIGHT, km * WALKING_WEIGHT, km * WALKING_WEIGHT);
  const { low, central, high } = DAMAGE_EXPONENTS;
  const speedMps = distanceM / timerS;
  return achillesLoad(
    km * loadPerKm(speedMps, 0, low),
    km * loadPerKm(speedMps, 0, central),
    km * loadPerKm(speedMps, 0, high),
  );
}

/** Below the reference speed a low exponent gives the larger load, above it a high one. */
function achillesLoad(low: number, central: number, high: number): AchillesLoad {
  return {
    loadAeKm: central,
    lowAeKm: Math.min(low, central, high),
    highAeKm: Math.max(low, central, high),
    modelVersion: MODEL_VERSION,
  };
}
