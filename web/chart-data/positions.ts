/**
 * Where a day stands on the charts' common axis: period `i` reaches from i − 0.5 to i + 0.5, so that the same week stands
 * below itself in every chart.
 */
import { daysBetween, type LocalDate } from '../../src/analysis/local-date.ts';
import type { ChartData } from './chart-data.ts';
import type { Period } from './period.ts';

const DAYS_PER_WEEK = 7;

/** The middle of a day; in months, the middle of the month that holds it. */
export function positionOf(date: LocalDate, periods: readonly Period[]): number {
  const first = periods[0] as Period;
  if (first.kind === 'week') {
    return (daysBetween(first.start, date) + 0.5) / DAYS_PER_WEEK - 0.5;
  }
  const index = periods.findIndex((period) => date.slice(0, 7) <= period.start.slice(0, 7));
  return index === -1 ? periods.length - 1 : index;
}

export interface LoadPoint {
  x: number;
  /** How far the point's column reaches to either side. */
  halfWidth: number;
  load: number | null;
  low: number | null;
  high: number | null;
  usual: { low: number; high: number } | null;
}

/** One point a day over weeks, one a month over months. */
export function loadPoints(data: ChartData, periods: readonly Period[]): LoadPoint[] {
  const first = periods[0] as Period;
  return first.kind === 'month' ? monthlyPoints(periods) : dailyPoints(data, first);
}

function monthlyPoints(periods: readonly Period[]): LoadPoint[] {
  return periods.map(({ load }, x) => ({
    x,
    halfWidth: 0.5,
    load: load?.load ?? null,
    low: load?.low ?? null,
    high: load?.high ?? null,
    usual: null,
  }));
}

function dailyPoints({ loadDays }: ChartData, first: Period): LoadPoint[] {
  if (loadDays === null) return [];
  const offset = daysBetween(first.start, loadDays.firstDate);
  const points = loadDays.load.map((load, day): LoadPoint => {
    const low = loadDays.usualLow[day] ?? null;
    const high = loadDays.usualHigh[day] ?? null;
    return {
      x: (offset + day + 0.5) / DAYS_PER_WEEK - 0.5,
      halfWidth: 0.5 / DAYS_PER_WEEK,
      load,
      low: loadDays.low[day] ?? null,
      high: loadDays.high[day] ?? null,
      usual: low === null || high === null ? null : { low, high },
    };
  });
  return points.slice(Math.max(0, -offset));
}
