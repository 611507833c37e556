/**
 * How much of a run was easy, steady, fast and very fast for this runner. Sums over the speed × grade cells, each counted
 * whole by its own mean speed. Never looks at heart rate or grade-adjusted pace.
 */
import { cellMeanSpeed } from './cell-mean-speed.ts';
import {
  FAST_RATIO,
  SPEED_SESSION_M,
  SPEED_SESSION_S,
  STEADY_RATIO,
  VERY_FAST_RATIO,
} from './policy.ts';
import type { SpeedGradeCells } from './speed-grade-cells.ts';

export type SpeedBandName = 'easy' | 'steady' | 'fast' | 'veryFast';

export interface SpeedExposure {
  /** Time-weighted median running speed of the 90 days before. `null` when the runner's own threshold is used without it. */
  usualSpeedMps: number | null;
  fastThresholdMps: number;
  fastOrigin: 'usual-speed' | 'runner' | 'critical-speed';
  /** Seconds and metres at or above the fast threshold (very fast included). */
  fastS: number;
  fastM: number;
  veryFastM: number;
  /** Each running second and metre once; `fast` excludes `veryFast`. */
  bands: Record<SpeedBandName, { seconds: number; metres: number }>;
  isSpeedSession: boolean;
}

/**
 * `null` without running cells, or when there is neither a usual speed nor the runner's own threshold (both m/s). The runner's threshold
 * stands in the place of 1.25 × usual speed, and the other bands keep their proportion to it.
 */
export function speedExposure(
  cells: SpeedGradeCells,
  usualSpeedMps: number | null,
  runnerThresholdMps: number | null,
): SpeedExposure | null {
  const fastThresholdMps =
    runnerThresholdMps ?? (usualSpeedMps === null ? null : usualSpeedMps * FAST_RATIO);
  if (fastThresholdMps === null) return null;
  const bands = sumByBand(cells, fastThresholdMps);
  if (bands === null) return null;
  const { fast, veryFast } = bands;
  const fastS = fast.seconds + veryFast.seconds;
  const fastM = fast.metres + veryFast.metres;
  return {
    usualSpeedMps,
    fastThresholdMps,
    fastOrigin: runnerThresholdMps === null ? 'usual-speed' : 'runner',
    fastS,
    fastM,
    veryFastM: veryFast.metres,
    bands,
    isSpeedSession: fastM >= SPEED_SESSION_M || fastS >= SPEED_SESSION_S,
  };
}

/** Easy, steady, fast, very fast. */
const BANDS = 4;

function sumByBand(cells: SpeedGradeCells, fastMps: number): SpeedExposure['bands'] | null {
  const usualMps = fastMps / FAST_RATIO;
  const [steadyMps, veryFastMps] = [usualMps * STEADY_RATIO, usualMps * VERY_FAST_RATIO];
  const seconds = new Float64Array(BANDS);
  const metres = new Float64Array(BANDS);
  let isEmpty = true;
  for (let cell = 0; cell < cells.count; cell += 1) {
    if (cells.walking[cell] === 1) continue;
    const mps = cellMeanSpeed(cells, cell);
    const band = mps < steadyMps ? 0 : mps < fastMps ? 1 : mps < veryFastMps ? 2 : 3;
    seconds[band] = (seconds[band] as number) + (cells.seconds[cell] as number);
    metres[band] = (metres[band] as number) + (cells.metres[cell] as number);
    isEmpty = false;
  }
  if (isEmpty) return null;
  const bandAt = (band: number) => ({
    seconds: seconds[band] as number,
    metres: metres[band] as number,
  });
  return { easy: bandAt(0), steady: bandAt(1), fast: bandAt(2), veryFast: bandAt(3) };
}
