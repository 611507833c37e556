/** Rolling 7-day Achilles load at the end of each day, with the range of the model and the runner's usual range: the numbers of one chart. */
import type { DailyLoad } from './daily-load.ts';
import type { LocalDate } from './local-date.ts';
import { medianOf } from './median.ts';
import { MEDIAN_WEEK_MIN_WEEKS, MEDIAN_WEEK_WEEKS, WEEK_DAYS } from './policy.ts';
import type { RollingWeek } from './rolling-week.ts';
import { sevenDayLoad } from './seven-day-load.ts';
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

/** From the day `firstIndex` of the history to the day `lastIndex`; knows nothing later. */
export function loadLine(
  days: DailyLoad,
  rolling: RollingWeek,
  lastIndex: number,
  firstIndex = 0,
): LoadLine {
  const indexes = Array.from({ length: lastIndex + 1 - firstIndex }, (_, day) => firstIndex + day);
  const loads = indexes.map((day) => sevenDayLoad(days, rolling, day));
  const ranges = indexes.map((day) => usualRange(rolling, 'loadAeKm', day));
  return {
    firstDate: rolling.dates[firstIndex] as LocalDate,
    loadAeKm: loads.map((load) => load?.loadAeKm ?? null),
    lowAeKm: loads.map((load) => load?.lowAeKm ?? null),
    highAeKm: loads.map((load) => load?.highAeKm ?? null),
    usualLowAeKm: ranges.map((range) => range?.low ?? null),
    usualHighAeKm: ranges.map((range) => range?.high ?? null),
    medianWeekAeKm: medianWeek(rolling, lastIndex),
  };
}

function medianWeek(rolling: RollingWeek, lastIndex: number): number | null {
  const weeks: number[] = [];
  for (let week = 0; week < MEDIAN_WEEK_WEEKS; week += 1) {
    const end = lastIndex - week * WEEK_DAYS;
    const isUsable = rolling.isComplete.loadAeKm[end] === 1 && (rolling.runCount[end] ?? 0) > 0;
    if (isUsable) weeks.push(rolling.sums.loadAeKm[end] as number);
  }
  return weeks.length < MEDIAN_WEEK_MIN_WEEKS ? null : medianOf(weeks);
}
