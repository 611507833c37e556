/**
 * Running means over distance: the mean of a piecewise straight line through the samples within a window of metres
 * around each sample, so that standing weighs nothing. At both ends the window is cut, and its centre moves inward.
 */

/** A line through samples at `reachedM`, which never falls, and the area under it up to each. */
export interface Profile {
  values: Float64Array;
  reachedM: Float64Array;
  area: Float64Array;
}

export function profile(values: Float64Array, reachedM: Float64Array): Profile {
  const area = new Float64Array(values.length);
  let sum = 0;
  for (let i = 1; i < values.length; i++) {
    const width = (reachedM[i] as number) - (reachedM[i - 1] as number);
    sum += (width * ((values[i] as number) + (values[i - 1] as number))) / 2;
    area[i] = sum;
  }
  return { values, reachedM, area };
}

/** Mean around each sample, which holds at `windowCentre`; `NaN` in a profile without length. */
export function smoothedOnDistance(line: Profile, windowM: number): Float64Array {
  const { reachedM } = line;
  const last = reachedM.length - 1;
  const start = reachedM[0] as number;
  const end = reachedM[last] as number;
  const mean = new Float64Array(reachedM.length);
  let low = 0;
  let high = 0;
  for (let i = 0; i <= last; i++) {
    const at = reachedM[i] as number;
    const from = Math.max(at - windowM / 2, start);
    const to = Math.min(at + windowM / 2, end);
    while (low < last - 1 && (reachedM[low + 1] as number) <= from) low++;
    while (high < last - 1 && (reachedM[high + 1] as number) <= to) high++;
    mean[i] = (areaTo(line, high, to) - areaTo(line, low, from)) / (to - from);
  }
  return mean;
}

/** Metres at which the mean around sample `i` holds. */
export function windowCentre(reachedM: Float64Array, windowM: number, i: number): number {
  const at = reachedM[i] as number;
  const from = Math.max(at - windowM / 2, reachedM[0] as number);
  const to = Math.min(at + windowM / 2, reachedM[reachedM.length - 1] as number);
  return (from + to) / 2;
}

/** Area from the first sample to `atM`, which lies in the step after sample `i`. */
function areaTo({ values, reachedM, area }: Profile, i: number, atM: number): number {
  const along = atM - (reachedM[i] as number);
  if (along <= 0) return area[i] as number;
  const value = values[i] as number;
  const rise = (values[i + 1] as number) - value;
  const width = (reachedM[i + 1] as number) - (reachedM[i] as number);
  return (area[i] as number) + along * (value + (rise * along) / (2 * width));
}
