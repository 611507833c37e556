/** Pace, altitude and cadence of one run over its distance. */
import { distanceAt, type RunChartData } from '../../chart-data/run-chart-data.ts';
import {
  formatDuration,
  formatNumber,
  inClimbUnit,
  inDistanceUnit,
  inPaceSeconds,
  type Units,
} from '../../format.ts';
import type { RunChartId } from '../../words/en/run-place.ts';
import { distanceAxes, type ValueAxis } from './axes.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { Palette } from './palette.ts';

/** Slower than this many times the middle pace is a walk or a stop: drawn at the edge, so that running keeps its shape. */
const SLOWEST_SHOWN = 1.6;
const PACE_STEPS_S = [15, 30, 60, 120];
const MAX_PACE_SPACES = 5;

export function runChart(
  id: RunChartId,
  data: RunChartData,
  units: Units,
  palette: Palette,
): ChartSpec {
  const values = valuesOf(id, data, units);
  return {
    datasets: [
      {
        type: 'line',
        label: id,
        data: values.map((value, index) => ({
          x: inDistanceUnit(distanceAt(data, index), units),
          y: value ?? Number.NaN,
        })),
        borderColor: { pace: palette.accent, altitude: palette.hill, cadence: palette.usual }[id],
        borderWidth: 1.75,
        borderJoinStyle: 'round',
        pointRadius: 0,
        spanGaps: false,
      },
    ],
    options: distanceAxes(
      inDistanceUnit(data.stepM * values.length, units),
      id === 'pace' ? paceAxis(values) : spreadAxis(values),
      palette,
    ),
    bands: [],
    limits: [],
  };
}

/** In the drawn unit: seconds per kilometre or mile, metres or feet, steps per minute. */
function valuesOf(id: RunChartId, data: RunChartData, units: Units): (number | null)[] {
  const converted = (column: RunChartData['speedMps'] | null, convert: (value: number) => number) =>
    (column ?? []).map((value) => (value === null ? null : convert(value)));
  switch (id) {
    case 'pace':
      return converted(data.speedMps, (speed) => inPaceSeconds(speed, units));
    case 'altitude':
      return converted(data.altitudeM, (metres) => inClimbUnit(metres, units));
    case 'cadence':
      return converted(data.cadenceSpm, (spm) => spm);
  }
}

/** Faster is higher; ticks at whole quarters, halves or multiples of a minute. */
function paceAxis(values: readonly (number | null)[]): ValueAxis {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const fastest = known[0] ?? 0;
  const middle = known[known.length >> 1] ?? 0;
  const slowest = Math.min(known[known.length - 1] ?? 0, middle * SLOWEST_SHOWN);
  const step = PACE_STEPS_S.find((s) => (slowest - fastest) / s <= MAX_PACE_SPACES - 1) ?? 300;
  const min = Math.floor(fastest / step) * step;
  const spaces = Math.max(2, Math.ceil((slowest - min) / step));
  const ticks = Array.from({ length: spaces + 1 }, (_, place) => min + place * step);
  return { min, max: min + spaces * step, ticks, isReversed: true, format: formatDuration };
}

/** From the lowest to the highest: zero means nothing here. */
const spreadAxis = (values: readonly (number | null)[]): ValueAxis => {
  const known = values.filter((value) => value !== null);
  return { startsAtZero: false, format: formatNumber, leastSpread: spreadOf(known) };
};

/** A flat run must not look like mountains: at least this many units from top to bottom. */
const LEAST_SPREAD = 20;

function spreadOf(known: readonly number[]): { min: number; max: number } {
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const missing = Math.max(0, LEAST_SPREAD - (high - low)) / 2;
  return { min: Math.floor(low - missing), max: Math.ceil(high + missing) };
}
