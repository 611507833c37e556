/**
 * The Achilles load model `achilles-1`: relative tendon force and damage-weighted load per kilometre, against easy
 * running on the flat at 2.78 m/s (6:00/km). Only relative numbers: published absolute forces disagree twofold.
 * Coefficients, where they come from and how sure they are: README, "The load model".
 */

export const MODEL_VERSION = 'achilles-1';

/** Sign, size and source of every coefficient are argued in README. */
const REFERENCE_MPS = 2.78;
const SLOWEST_MPS = 2;
const FASTEST_MPS = 7;
/** Force grows with speed to this power: mean of 0.34, 0.41 and 0.20. Mechanics. */
const FORCE_EXPONENT = 0.31;
/** Steps per km × loading time fall with speed to this power. Mechanics. */
const LOADING_EXPONENT = -1.36;
/** Force per percent of climb, up to a limit. Sign: mechanics; size: heuristic, ±50 %. */
const FORCE_PER_PERCENT_UP = 0.008;
const LEAST_PERCENT_UP = 1.5;
const MOST_PERCENT = 15;
/** As above on the way down, in the research switch only. Heuristic. */
const FORCE_PER_PERCENT_DOWN = 0.01;
/** Load of a walked kilometre, in easy running kilometres. Heuristic. */
export const WALKING_WEIGHT = 0.1;

/** How much more a higher force damages: the power of force in the load. Tendon fatigue tests span 4 to 9. */
export const DAMAGE_EXPONENTS = { low: 4, central: 6, high: 9 } as const;

/** `no-credit`: downhill counts as flat. `mechanical`: lower force downhill, as laboratories measure; for research. */
export type DownhillRule = 'no-credit' | 'mechanical';

/** Relative speed, kept within what was measured. */
function relativeSpeed(speedMps: number): number {
  return Math.min(Math.max(speedMps, SLOWEST_MPS), FASTEST_MPS) / REFERENCE_MPS;
}

function gradeFactor(gradePercent: number, downhill: DownhillRule): number {
  if (gradePercent >= LEAST_PERCENT_UP) {
    return 1 + FORCE_PER_PERCENT_UP * Math.min(gradePercent, MOST_PERCENT);
  }
  if (gradePercent < 0 && downhill === 'mechanical') {
    return 1 + FORCE_PER_PERCENT_DOWN * Math.max(gradePercent, -MOST_PERCENT);
  }
  return 1;
}

/** Peak tendon force, relative to the reference. Speed in m/s, grade as fraction. */
export function tendonForce(
  speedMps: number,
  gradeFraction: number,
  downhill: DownhillRule = 'no-credit',
): number {
  return relativeSpeed(speedMps) ** FORCE_EXPONENT * gradeFactor(gradeFraction * 100, downhill);
}

/** How long the tendon is loaded on one kilometre, relative to the reference: steps per km × time of each. */
export function loadingPerKm(speedMps: number): number {
  return relativeSpeed(speedMps) ** LOADING_EXPONENT;
}

/** Load of one kilometre run, in easy flat kilometres: force to the power of damage, times how long the tendon is loaded. */
export function loadPerKm(
  speedMps: number,
  gradeFraction: number,
  damageExponent: number = DAMAGE_EXPONENTS.central,
): number {
  return tendonForce(speedMps, gradeFraction) ** damageExponent * loadingPerKm(speedMps);
}
