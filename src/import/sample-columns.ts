/** Samples as a set of columns: doing the same to every column that is there. */
import type { Samples } from '../analysis/activity.ts';

/** The column, or `null` when it holds no value at all: the source never recorded it. */
export function orNull(column: Float64Array | null): Float64Array | null {
  return column?.some((value) => !Number.isNaN(value)) ? column : null;
}

/** The samples whose columns are those of `samples`, each turned into one of length `count` by `change`. */
export function mapColumns(
  samples: Samples,
  count: number,
  change: (column: Float64Array) => Float64Array,
): Samples {
  const changed = (column: Float64Array | null) => orNull(column && change(column));
  return {
    count,
    timeS: change(samples.timeS),
    distanceM: changed(samples.distanceM),
    speedMps: changed(samples.speedMps),
    altitudeM: changed(samples.altitudeM),
    cadenceSpm: changed(samples.cadenceSpm),
    heartRateBpm: changed(samples.heartRateBpm),
    powerW: changed(samples.powerW),
    latitudeDeg: changed(samples.latitudeDeg),
    longitudeDeg: changed(samples.longitudeDeg),
  };
}
