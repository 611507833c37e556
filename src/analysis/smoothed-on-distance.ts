/**
 * A running mean over distance: the mean of a piecewise straight line through the samples within a window of metres
 * around each. Standing weighs nothing. At both ends the window is cut, and its centre moves inward with it.
 */
export interface Smoothed {
  mean: Float64Array;
  /** Metres at which the mean holds. */
  centreM: Float64Array;
}

/** `values` at `reachedM`, which never falls. Means are `NaN` where the window has no length. */
export function smoothedOnDistance(
  values: Float64Array,
  reachedM: Float64Array,
  windowM: number,
): Smoothed {
  const count = values.length;
  const last = count - 1;
  const start = reachedM[0] as number;
  const end = reachedM[last] as number;
  const area = areas(values, reachedM);
  const mean = new Float64Array(count);
  const centreM = new Float64Array(count);
  let low = 0;
  let high = 0;
  for (let i = 0; i < count; i++) {
    const from = Math.max((reachedM[i] as number) - windowM / 2, start);
    const to = Math.min((reachedM[i] as number) + windowM / 2, end);
    while (low < last - 1 && (reachedM[low + 1] as number) <= from) low++;
    while (high < last - 1 && (reachedM[high + 1] as number) <= to) high++;
    const covered =
      areaTo(area, values, reachedM, high, to) - areaTo(area, values, reachedM, low, from);
    mean[i] = covered / (to - from);
    centreM[i] = (from + to) / 2;
  }
  return { mean, centreM };
}

/** Area under the line from the first sample to each. */
function areas(values: Float64Array, reachedM: Float64Array): Float64Array {
  const area = new Float64Array(values.length);
  for (let i = 1; i < values.length; i++) {
    const width = (reachedM[i] as number) - (reachedM[i - 1] as number);
    area[i] =
      (area[i - 1] as number) + (width * ((values[i] as number) + (values[i - 1] as number))) / 2;
  }
  return area;
}

/** Area from the first sample to `atM`, which lies in the step after sample `i`. */
function areaTo(
  area: Float64Array,
  values: Float64Array,
  reachedM: Float64Array,
  i: number,
  atM: number,
): number {
  const along = atM - (reachedM[i] as number);
  if (along <= 0) return area[i] as number;
  const width = (reachedM[i + 1] as number) - (reachedM[i] as number);
  const rise = (values[i + 1] as number) - (values[i] as number);
  return (area[i] as number) + along * ((values[i] as number) + (rise * along) / (2 * width));
}
