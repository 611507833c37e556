/** A run along its way, small enough to travel inside the page: evenly spaced points, rounded here once. SI units. */
import type { RunSeries, SeriesColumn } from '../../src/analysis/run-series.ts';

export interface RunChartData {
  /** Distance from one point to the next; point `i` stands in the middle of its stretch. */
  stepM: number;
  speedMps: SeriesColumn;
  altitudeM: SeriesColumn | null;
  gradeFraction: SeriesColumn | null;
  cadenceSpm: SeriesColumn | null;
  heartRateBpm: SeriesColumn | null;
}

export function runChartData(series: RunSeries): RunChartData {
  return {
    stepM: 2 * (series.distanceM[0] ?? 0),
    speedMps: rounded(series.speedMps, 1000),
    altitudeM: series.altitudeM && rounded(series.altitudeM, 10),
    gradeFraction: series.gradeFraction && rounded(series.gradeFraction, 1000),
    cadenceSpm: series.cadenceSpm && rounded(series.cadenceSpm, 1),
    heartRateBpm: series.heartRateBpm && rounded(series.heartRateBpm, 1),
  };
}

export const distanceAt = ({ stepM }: RunChartData, index: number): number => (index + 0.5) * stepM;

/** The point whose stretch holds a distance from the start. */
export function pointAt({ stepM, speedMps }: RunChartData, distanceM: number): number {
  return Math.min(speedMps.length - 1, Math.max(0, Math.floor(distanceM / stepM)));
}

const rounded = (column: SeriesColumn, perUnit: number): SeriesColumn =>
  column.map((value) => (value === null ? null : Math.round(value * perUnit) / perUnit));
