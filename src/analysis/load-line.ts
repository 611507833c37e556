/** Rolling 7-day Achilles load at the end of each day, with the range of the model and the runner's usual range: the numbers of one chart. */
import type { DailyLoad } from './daily-load.ts';
import type { LocalDate } from './local-date.ts';
import { MEDIAN_WEEK_MIN_WEEKS, MEDIAN_WEEK_WEEKS, WEEK_DAYS } from './policy.ts';
import { type RollingWeek, rollingSum } from './rolling-week.ts';
import { usualRange } from './usual-range.ts';

/** Oldest first; all columns of equal length. */
export interface LoadLine {
  firstDate: LocalDate;
  /** What is known of the seven days; `null` when every run in them lacks a load. */
  loadAeKm: (number | null)[];
  lowAeKm: (number | null)[];
  highAeKm: (number | null)[];
  /** `null`: not enough data. */
  usualLowAeKm: (number | null)[];
  usualHighAeKm: (number | null)[];
  /** Median of complete 7-day windows with a run in the last year: drawn as 100. `null` with fewer than four. */
  medianWeekAeKm: number | null;
}

/** From the history's first day to the day `lastIndex`; knows nothing later. */
export function loadLine(days: DailyLoad, rolling: RollingWeek, lastIndex: number): LoadLine {
  const count = lastIndex + 1;
  const ranges = Array.from({ length: count }, (_, day) => usualRange(rolling, 'loadAeKm', day));
  const knownAt = knownWindows(days, rolling, count);
  const known = (column: Float64Array) =>
    Array.from(column.subarray(0, count), (value, day) => (knownAt[day] ? value : null));
  return {
    firstDate: rolling.dates[0] as LocalDate,
    loadAeKm: known(rolling.sums.loadAeKm),
    lowAeKm: known(rollingSum(days.lowLoadAeKm)),
    highAeKm: known(rollingSum(days.highLoadAeKm)),
    usualLowAeKm: ranges.map((range) => range?.low ?? null),
    usualHighAeKm: ranges.map((range) => range?.high ?? null),
    medianWeekAeKm: medianWeek(rolling, lastIndex),
  };
}

/** A window in which runs were made but none has a load is unknown; one without runs is 0. */
function knownWindows(days: DailyLoad, rolling: RollingWeek, count: number): boolean[] {
  return Array.from({ length: count }, (_, day) => {
    if ((rolling.sums.loadAeKm[day] as number) > 0) return true;
    const first = Math.max(0, day - WEEK_DAYS + 1);
    return !days.columns.loadAeKm.subarray(first, day + 1).some(Number.isNaN);
  });
}

function medianWeek(rolling: RollingWeek, lastIndex: number): number | null {
  const weeks: number[] = [];
  for (let week = 0; week < MEDIAN_WEEK_WEEKS; week += 1) {
    const end = lastIndex - week * WEEK_DAYS;
    const isUsable = rolling.isComplete.loadAeKm[end] === 1 && (rolling.runCount[end] ?? 0) > 0;
    if (isUsable) weeks.push(rolling.sums.loadAeKm[end] as number);
  }
  if (weeks.length < MEDIAN_WEEK_MIN_WEEKS) return null;
  weeks.sort((a, b) => a - b);
  const upper = weeks.length >> 1;
  const lower = (weeks.length - 1) >> 1;
  return ((weeks[lower] as number) + (weeks[upper] as number)) / 2;
}
