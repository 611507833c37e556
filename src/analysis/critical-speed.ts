/**
 * Critical speed from best efforts: the slope of distance over time through the fastest stretch at each distance, and
 * D′, the metres that can be run above it. Training runs are rarely all-out, so the result is a floor.
 */
import type { BestEffort } from './best-efforts.ts';
import {
  CRITICAL_SPEED_MAX_MPS,
  CRITICAL_SPEED_MIN_DISTANCES,
  CRITICAL_SPEED_MIN_MPS,
  CRITICAL_SPEED_MIN_RUNS,
} from './policy.ts';

export interface CriticalSpeed {
  criticalSpeedMps: number;
  /** D′: metres. */
  reserveM: number;
}

/**
 * Best efforts of each run of the window. `null` with best efforts at fewer than three distances, from fewer than two
 * runs, or with a slope outside 2–7 m/s. Source: Monod & Scherrer's line, for running Hughson 1984.
 */
export function criticalSpeed(
  effortsByRun: readonly (readonly BestEffort[])[],
): CriticalSpeed | null {
  const best = new Map<number, { durationS: number; run: number }>();
  effortsByRun.forEach((efforts, run) => {
    for (const { distanceM, durationS } of efforts) {
      const known = best.get(distanceM);
      if (known === undefined || durationS < known.durationS)
        best.set(distanceM, { durationS, run });
    }
  });
  const runs = new Set([...best.values()].map(({ run }) => run));
  if (best.size < CRITICAL_SPEED_MIN_DISTANCES || runs.size < CRITICAL_SPEED_MIN_RUNS) return null;
  const points = [...best].map(([distanceM, { durationS }]) => ({ distanceM, durationS }));
  const line = leastSquares(points);
  const isCredible =
    line.criticalSpeedMps >= CRITICAL_SPEED_MIN_MPS &&
    line.criticalSpeedMps <= CRITICAL_SPEED_MAX_MPS;
  return isCredible ? line : null;
}

function leastSquares(points: readonly BestEffort[]): CriticalSpeed {
  const meanM = points.reduce((sum, { distanceM }) => sum + distanceM, 0) / points.length;
  const meanS = points.reduce((sum, { durationS }) => sum + durationS, 0) / points.length;
  let covariance = 0;
  let variance = 0;
  for (const { distanceM, durationS } of points) {
    covariance += (durationS - meanS) * (distanceM - meanM);
    variance += (durationS - meanS) ** 2;
  }
  const criticalSpeedMps = covariance / variance;
  return { criticalSpeedMps, reserveM: meanM - criticalSpeedMps * meanS };
}
