/**
 * Whether a device's totals of climb can be true of the altitude it wrote down itself. Watches that correct their altitude
 * in mid-run have been seen to add the correction to the climb. Must not look at the climb derived from the samples.
 */
import type { Activity } from './activity.ts';
import type { Grade } from './grade.ts';
import { CALIBRATION_MIN_COVERAGE, CLIMB_EXCESS_RATIO, CLIMB_MISFIT_M } from './policy.ts';

/** Every rise and every fall of the recorded altitude, in metres: no way of smoothing sums to more. */
export interface ContradictedClimb {
  risesM: number;
  fallsM: number;
}

/**
 * `null` where the totals can be true, or cannot be told: they have to miss the altitude between start and end, and to
 * exceed all that was recorded. Either alone occurs honestly, after a jump and where a watch writes few samples.
 */
export function contradictedClimb(
  { session, samples }: Activity,
  slope: Grade | null,
  measuredShare: number,
): ContradictedClimb | null {
  const { ascentM, descentM } = session;
  if (ascentM === null || descentM === null || slope === null) return null;
  if (samples.altitudeM === null || measuredShare < CALIBRATION_MIN_COVERAGE) return null;
  const { altitudeM: line } = slope;
  const netM = (line[line.length - 1] as number) - (line[0] as number);
  if (Math.abs(ascentM - descentM - netM) <= CLIMB_MISFIT_M) return null;
  const { risesM, fallsM, knownShare } = everyStep(samples.altitudeM);
  if (knownShare < CALIBRATION_MIN_COVERAGE) return null;
  const exceeds = ascentM > CLIMB_EXCESS_RATIO * risesM || descentM > CLIMB_EXCESS_RATIO * fallsM;
  return exceeds ? { risesM, fallsM } : null;
}

/** From each known altitude to the next. */
function everyStep(altitudeM: Float64Array): ContradictedClimb & { knownShare: number } {
  let [risesM, fallsM, known] = [0, 0, 0];
  let last = Number.NaN;
  for (const value of altitudeM) {
    if (Number.isNaN(value)) continue;
    if (value > last) risesM += value - last;
    else if (value < last) fallsM += last - value;
    last = value;
    known++;
  }
  return { risesM, fallsM, knownShare: known / altitudeM.length };
}
