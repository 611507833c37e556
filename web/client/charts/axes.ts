/** Axes shared by the charts: linear, fixed in rotation and width, few labels, so that weeks stand below each other. */
import type { Scale } from 'chart.js';
import type { Period } from '../../chart-data/period.ts';
import { formatDay, formatNumber, formatShortMonth } from '../../format.ts';
import type { Options } from './chart-spec.ts';
import type { Palette } from './palette.ts';

const VALUE_AXIS_WIDTH = 44;
const MAX_VALUE_TICKS = 5;
const MAX_DISTANCE_TICKS = 8;
const FONT_SIZE = 12;

export interface ValueAxis {
  /** The drawing reaches at least this far. */
  reach?: number;
  min?: number;
  max?: number;
  /** Fixed ticks instead of round ones. */
  ticks?: readonly number[];
  /** Small values on top, as for pace. */
  isReversed?: boolean;
  /** Zero is shown unless this is false. */
  startsAtZero?: boolean;
  /** The drawing spans at least this. */
  leastSpread?: { min: number; max: number };
  format?: (value: number) => string;
}

/** Options of a chart over `periods`; bars are stacked. */
export function periodAxes(
  periods: readonly Period[],
  value: ValueAxis,
  palette: Palette,
): Options {
  const labels = periodLabels(periods);
  return {
    ...still(palette),
    scales: {
      x: {
        type: 'linear',
        min: -0.5,
        max: periods.length - 0.5,
        // Bars add half a column at both ends by default; here the columns already reach from edge to edge.
        offset: false,
        grid: { display: false },
        border: { color: palette.edge },
        ticks: {
          ...tickText(palette),
          callback: (tick) => labels.get(Number(tick)) ?? '',
        },
        afterBuildTicks: setTicks([...labels.keys()]),
      },
      y: valueScale(value, palette),
    },
  };
}

/** Options of a line over distance, from the start to `end` in the drawn unit. */
export function distanceAxes(end: number, value: ValueAxis, palette: Palette): Options {
  return {
    ...still(palette),
    scales: {
      x: {
        type: 'linear',
        min: 0,
        max: end,
        offset: false,
        grid: { display: false },
        border: { color: palette.edge },
        ticks: {
          ...tickText(palette),
          maxTicksLimit: MAX_DISTANCE_TICKS,
          includeBounds: false,
          callback: (tick) => formatNumber(Number(tick)),
        },
      },
      y: valueScale(value, palette),
    },
  };
}

/** Nothing moves and nothing reacts to hovering: the place looked at is chosen by our own handlers. */
const still = (palette: Palette): Options => ({
  animation: false,
  parsing: false,
  normalized: true,
  responsive: true,
  maintainAspectRatio: false,
  events: [],
  layout: { padding: { right: 12, top: 6 } },
  font: { family: palette.fontFamily, size: FONT_SIZE },
});

function valueScale(value: ValueAxis, palette: Palette) {
  const format = value.format ?? formatNumber;
  return {
    type: 'linear' as const,
    stacked: true,
    beginAtZero: value.startsAtZero ?? true,
    reverse: value.isReversed ?? false,
    ...(value.leastSpread === undefined
      ? {}
      : { suggestedMin: value.leastSpread.min, suggestedMax: value.leastSpread.max }),
    ...(value.min === undefined ? {} : { min: value.min }),
    ...(value.max === undefined ? {} : { max: value.max }),
    ...(value.reach === undefined ? {} : { suggestedMax: value.reach }),
    grid: { color: palette.line, drawTicks: false },
    border: { display: false },
    ticks: {
      ...tickText(palette),
      maxTicksLimit: MAX_VALUE_TICKS,
      padding: 6,
      callback: (tick: string | number) => format(Number(tick)),
    },
    ...(value.ticks === undefined ? {} : { afterBuildTicks: setTicks(value.ticks) }),
    afterFit: (axis: Scale) => {
      axis.width = VALUE_AXIS_WIDTH;
    },
  };
}

const tickText = (palette: Palette) => ({
  color: palette.muted,
  font: { family: palette.fontFamily, size: FONT_SIZE },
  autoSkip: false,
  minRotation: 0,
  maxRotation: 0,
});

const setTicks =
  (values: readonly number[]) =>
  (axis: Scale): void => {
    axis.ticks = values.map((value) => ({ value }));
  };

const WEEKS_LABELLED_BY_DAY = 13;
const MONTHS_LABELLED_BY_NAME = 24;

/** Index of a period → its label, few enough for a phone at any range. */
export function periodLabels(periods: readonly Period[]): Map<number, string> {
  const first = periods[0];
  if (first === undefined) return new Map();
  if (first.kind === 'week' && periods.length <= WEEKS_LABELLED_BY_DAY) return dayLabels(periods);
  const isYears = first.kind === 'month' && periods.length > MONTHS_LABELLED_BY_NAME;
  return isYears ? yearLabels(periods) : monthLabels(periods);
}

/** Every third week, the last one always. */
function dayLabels(periods: readonly Period[]): Map<number, string> {
  const labels = new Map<number, string>();
  for (let index = periods.length - 1; index >= 0; index -= 3) {
    labels.set(index, formatDay((periods[index] as Period).start));
  }
  return labels;
}

/** Where months begin; at most seven of them. January carries the year. */
function monthLabels(periods: readonly Period[]): Map<number, string> {
  const starts = periods.flatMap((period, index) => {
    const before = periods[index - 1];
    const isStart = before !== undefined && before.start.slice(0, 7) !== period.start.slice(0, 7);
    return isStart || (index === 0 && period.kind === 'month') ? [index] : [];
  });
  const every = Math.ceil(starts.length / 7);
  return new Map(
    starts
      .filter((_, place) => (starts.length - 1 - place) % every === 0)
      .map((index) => {
        const { start } = periods[index] as Period;
        return [index, start.slice(5, 7) === '01' ? start.slice(0, 4) : formatShortMonth(start)];
      }),
  );
}

function yearLabels(periods: readonly Period[]): Map<number, string> {
  const januaries = periods.flatMap(({ start }, index) =>
    start.slice(5, 7) === '01' ? [[index, start.slice(0, 4)] as const] : [],
  );
  const every = Math.ceil(januaries.length / 7);
  return new Map(januaries.filter((_, place) => (januaries.length - 1 - place) % every === 0));
}
