/**
 * Energy cost of running on a slope: a table of physics for showing pace, not tendon load. Must not feed the load model.
 * Source: Minetti et al. 2002, J Appl Physiol 93:1039, doi 10.1152/japplphysiol.01177.2001, measured to ±0.45.
 */

/** J/kg per metre at a grade given as fraction. A popular copy has −19.5i; the paper has +19.5i. */
export function energyCost(gradeFraction: number): number {
  const i = gradeFraction;
  return ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + LEVEL_COST;
}

const LEVEL_COST = 3.6;

/** The speed on the level that costs as much energy per second, in m/s. */
export function gradeAdjustedSpeed(speedMps: number, gradeFraction: number): number {
  return (speedMps * energyCost(gradeFraction)) / LEVEL_COST;
}
