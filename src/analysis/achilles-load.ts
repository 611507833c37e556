/**
 * Achilles load of a run in AE-km, "Achilles-equivalent km": the kilometres of easy flat running that the model takes
 * for the same damage. Input: the run's speed × grade cells. Uses no heart rate and no history, and is not validated to
 * predict injury: only more or less than the same runner's other runs has a meaning.
 */
import {
  DAMAGE_EXPONENTS,
  type DownhillRule,
  loadingPerKm,
  loadPerKm,
  MODEL_VERSION,
  tendonForce,
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
  const { downhill = 'no-credit' } = options;
  let [walkedKm, low, central, high] = [0, 0, 0, 0];
  for (let i = 0; i < cells.count; i++) {
    const metres = cells.metres[i] as number;
    if (metres === 0) continue;
    if (cells.walking[i] === 1) {
      walkedKm += metres / 1000;
      continue;
    }
    const speedMps = cellMeanSpeed(cells, i);
    const force = tendonForce(speedMps, (cells.riseM[i] as number) / metres, downhill);
    const loadingKm = (metres / 1000) * loadingPerKm(speedMps);
    low += loadingKm * force ** DAMAGE_EXPONENTS.low;
    central += loadingKm * force ** DAMAGE_EXPONENTS.central;
    high += loadingKm * force ** DAMAGE_EXPONENTS.high;
  }
  const walked = walkedKm * WALKING_WEIGHT;
  return achillesLoad(low + walked, central + walked, high + walked);
}

/** Load of a run of which only distance and time are known: all of it at its average speed, on the flat. */
export function loadFromAverage(
  distanceM: number,
  timerS: number,
  isWalking: boolean,
): AchillesLoad {
  const km = distanceM / 1000;
  const load = (damageExponent: number) =>
    km * (isWalking ? WALKING_WEIGHT : loadPerKm(distanceM / timerS, 0, damageExponent));
  return achillesLoad(
    load(DAMAGE_EXPONENTS.low),
    load(DAMAGE_EXPONENTS.central),
    load(DAMAGE_EXPONENTS.high),
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
