/**
 * Means and slopes over distance of a straight line from sample to sample. Windows are metres of run, so that standing
 * weighs nothing; at both ends of the run they are cut. Columns are made in `memory`.
 */
import { type ColumnMemory, newColumns } from './column-memory.ts';

/** A line through samples at `reachedM`, which never falls; the area under it up to each, and half its slope after each. */
export interface Profile {
  values: Float64Array;
  reachedM: Float64Array;
  area: Float64Array;
  halfSlope: Float64Array;
}

/** The line stands on `values` and `reachedM` themselves. */
export function profile(
  values: Float64Array,
  reachedM: Float64Array,
  memory: ColumnMemory = newColumns,
): Profile {
  const area = memory.float64(values.length);
  const halfSlope = memory.float64(values.length);
  let sum = 0;
  for (let i = 1; i < values.length; i++) {
    const width = (reachedM[i] as number) - (reachedM[i - 1] as number);
    const before = values[i - 1] as number;
    const value = values[i] as number;
    sum += (width * (value + before)) / 2;
    area[i] = sum;
    halfSlope[i - 1] = (value - before) / (2 * width);
  }
  return { values, reachedM, area, halfSlope };
}

/** Mean within `windowM` around each sample; `NaN` in a profile without length. */
export function smoothedOnDistance(
  line: Profile,
  windowM: number,
  memory: ColumnMemory = newColumns,
): Float64Array {
  const { reachedM } = line;
  const last = reachedM.length - 1;
  const start = reachedM[0] as number;
  const end = reachedM[last] as number;
  const mean = memory.float64(reachedM.length);
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

/**
 * Rise over run in the middle of each step: from the mean of the `windowM` behind it to the mean of those ahead. Within
 * half a window of either end it is taken half a window inward. `NaN` in a profile without length.
 */
export function slopesOnDistance(
  line: Profile,
  windowM: number,
  memory: ColumnMemory = newColumns,
): Float64Array {
  const { reachedM } = line;
  const last = reachedM.length - 1;
  const start = reachedM[0] as number;
  const end = reachedM[last] as number;
  const inward = Math.min(windowM, end - start) / 2;
  const slopes = memory.float64(last);
  let low = 0;
  let centre = 0;
  let high = 0;
  for (let i = 0; i < last; i++) {
    const middle = ((reachedM[i] as number) + (reachedM[i + 1] as number)) / 2;
    const at = Math.min(Math.max(middle, start + inward), end - inward);
    const from = Math.max(at - windowM, start);
    const to = Math.min(at + windowM, end);
    while (low < last - 1 && (reachedM[low + 1] as number) <= from) low++;
    while (centre < last - 1 && (reachedM[centre + 1] as number) <= at) centre++;
    while (high < last - 1 && (reachedM[high + 1] as number) <= to) high++;
    const area = areaTo(line, centre, at);
    const ahead = (areaTo(line, high, to) - area) / (to - at);
    const behind = (area - areaTo(line, low, from)) / (at - from);
    slopes[i] = (2 * (ahead - behind)) / (to - from);
  }
  return slopes;
}

/** Area from the first sample to `atM`, which lies in the step after sample `i`. */
function areaTo({ values, reachedM, area, halfSlope }: Profile, i: number, atM: number): number {
  const along = atM - (reachedM[i] as number);
  if (along <= 0) return area[i] as number;
  return (area[i] as number) + along * ((values[i] as number) + along * (halfSlope[i] as number));
}
