/** Record columns of a segment → samples in the units of the analysis. The one place where FIT's cadence is doubled. */
import type { Samples } from '../../analysis/activity.ts';
import { dropNullIsland, withoutZeros } from '../impossible-values.ts';
import { orNull } from '../sample-columns.ts';
import type { RecordColumns } from './record-columns.ts';

/** Two steps are one stride, and FIT counts the strides of one leg. */
const STEPS_PER_STRIDE = 2;

/** Rows as in the file; columns without a single value are `null`. Takes over the arrays of `records`. */
export function recordSamples({ count, timeS, columns }: RecordColumns): Samples {
  const { latitudeDeg, longitudeDeg } = columns;
  if (latitudeDeg !== null && longitudeDeg !== null) dropNullIsland(latitudeDeg, longitudeDeg);
  return {
    count,
    timeS,
    distanceM: orNull(columns.distanceM),
    speedMps: orNull(columns.speedMps),
    altitudeM: orNull(columns.altitudeM),
    cadenceSpm: orNull(steps(columns.cadenceRpm, columns.fractionalCadenceRpm)),
    heartRateBpm: orNull(columns.heartRateBpm && withoutZeros(columns.heartRateBpm)),
    powerW: orNull(columns.powerW),
    latitudeDeg: orNull(latitudeDeg),
    longitudeDeg: orNull(longitudeDeg),
  };
}

/** Steps per minute from a leg's strides and their fraction, where there is one. */
export function stepsPerMinute(strides: number, fraction: number | null): number {
  return STEPS_PER_STRIDE * (strides + (fraction || 0));
}

function steps(strides: Float64Array | null, fraction: Float64Array | null): Float64Array | null {
  if (strides === null) return null;
  for (let row = 0; row < strides.length; row++) {
    const part = fraction === null ? 0 : (fraction[row] as number);
    strides[row] = stepsPerMinute(strides[row] as number, part);
  }
  return strides;
}
