/** How periods and measures are named and compared with what is usual. */
import type { Measure, Period } from '../../chart-data/period.ts';
import {
  climbNumber,
  climbUnit,
  distanceNumber,
  distanceUnit,
  formatClimb,
  formatDays,
  formatMinutes,
  formatMonth,
  formatRange,
  formatWeeklyDistance,
  minutesNumber,
  type Units,
  WEEKLY_DISTANCE_STEP,
} from '../../format.ts';
import type { ChartScene, ReadoutItem } from '../chart-words.ts';
import { USUAL_LEVEL_WORDS } from './levels.ts';

/** How a quantity is written: alone, with its unit, and the unit. */
export interface MeasureStyle {
  number(value: number, units: Units): string;
  amount(value: number, units: Units): string;
  unit(units: Units): string;
}

export const DISTANCE: MeasureStyle = {
  number: (value, units) => distanceNumber(value, units, WEEKLY_DISTANCE_STEP),
  amount: formatWeeklyDistance,
  unit: distanceUnit,
};
export const CLIMB: MeasureStyle = { number: climbNumber, amount: formatClimb, unit: climbUnit };
export const MINUTES: MeasureStyle = {
  number: (seconds) => minutesNumber(seconds),
  amount: (seconds) => formatMinutes(seconds),
  unit: () => 'min',
};

/** `26 Oct – 1 Nov`, or `June 2026`. */
export const periodName = (period: Period, scene: ChartScene): string =>
  period.kind === 'month'
    ? formatMonth(period.start)
    : formatDays(period.start, period.end, scene.data.today);

/** The row and readout name: the running week says that it is not over. */
export const periodRowName = (period: Period, scene: ChartScene): string =>
  `${periodName(period, scene)}${period.isPartial ? ', so far' : ''}`;

export const perPeriod = (scene: ChartScene): string =>
  scene.periods[0]?.kind === 'month' ? 'in an average week of the month' : 'per week';

const AT_LEAST = '≥\u00a0';

/** "At least 0" says nothing: then the amount is not known. */
const isEmptyMinimum = (
  value: number,
  measure: Measure,
  style: MeasureStyle,
  units: Units,
): boolean => measure.unknownRuns > 0 && !/[1-9]/.test(style.number(value, units));

/** A measure's number for a table: `430`, `≥ 430` where runs lack it, `–` where nothing is known. */
export function measureCell(measure: Measure, style: MeasureStyle, units: Units): string {
  if (measure.value === null || isEmptyMinimum(measure.value, measure, style, units)) return '–';
  return (measure.unknownRuns > 0 ? AT_LEAST : '') + style.number(measure.value, units);
}

/** The same with its unit: `430 m`, `at least 430 m`, `not known`. */
export function measureAmount(measure: Measure, style: MeasureStyle, units: Units): string {
  if (measure.value === null || isEmptyMinimum(measure.value, measure, style, units))
    return 'not known';
  return (measure.unknownRuns > 0 ? 'at least ' : '') + style.amount(measure.value, units);
}

export const usualCell = (measure: Measure, style: MeasureStyle, units: Units): string =>
  measure.usual === null
    ? '–'
    : formatRange(
        style.number(measure.usual.low, units),
        style.number(measure.usual.high, units),
        '',
      ).trim();

export const usualAmount = (measure: Measure, style: MeasureStyle, units: Units): string =>
  measure.usual === null
    ? 'not enough data'
    : formatRange(
        style.number(measure.usual.low, units),
        style.number(measure.usual.high, units),
        style.unit(units),
      );

/**
 * The level of a table's row. What is no alarm is still told apart where the printed range would contradict "Usual": a week
 * that is not over is not judged until it is beyond its range.
 */
export function levelCell(
  value: number | null,
  { usual, level }: Pick<Measure, 'usual' | 'level'>,
  isPartial: boolean,
): string {
  if (value === null || usual === null || level === 'not-enough-data') return '–';
  if (level !== 'usual') return USUAL_LEVEL_WORDS[level];
  if (value > usual.high) return 'Usual, just over the top';
  if (isPartial) return '–';
  return value < usual.low ? 'Below usual' : USUAL_LEVEL_WORDS.usual;
}

const when = (period: Period, scene: ChartScene): string => {
  if (period.kind === 'month') return `in an average week of ${formatMonth(period.start)}`;
  if (scene.data.today > period.end) return `in the week of ${periodName(period, scene)}`;
  return period.isPartial ? 'so far this week' : 'this week';
};

/** Where a value that is no alarm stands: a little beyond the largest is still usual, and said so. */
export function placeInUsual(value: number, usual: { low: number; high: number }): string {
  if (value < usual.low) return 'below';
  return value > usual.high ? 'at the top of' : 'within';
}

/** `above your usual 120–210 m`, from the level the analysis gave. */
export function againstUsual(measure: Measure, style: MeasureStyle, units: Units): string | null {
  if (measure.usual === null || measure.value === null) return null;
  const usual = `your usual ${usualAmount(measure, style, units)}`;
  switch (measure.level) {
    case 'above':
      return `above ${usual}`;
    case 'well-above':
      return `well above ${usual}`;
    default:
      return `${placeInUsual(measure.value, measure.usual)} ${usual}`;
  }
}

/** The latest period in one sentence: `430 m of climb this week, above your usual 120–210 m.` */
export function measureFinding(
  scene: ChartScene,
  read: (period: Period) => Measure,
  style: MeasureStyle,
  suffix: string,
): string {
  const period = scene.periods[scene.periods.length - 1] as Period;
  const measure = read(period);
  const { units } = scene;
  if (measure.value === null || isEmptyMinimum(measure.value, measure, style, units))
    return `Not known ${when(period, scene)}.`;
  const amount = measureAmount(measure, style, units) + suffix;
  const sentence = `${amount.charAt(0).toUpperCase()}${amount.slice(1)} ${when(period, scene)}`;
  if (period.kind === 'month') return `${sentence}.`;
  // A week that is not over is "below usual" by nature: its range is named, not judged, until it is exceeded.
  if (period.isPartial && measure.level === 'usual') {
    return `${sentence}; your usual week is ${usualAmount(measure, style, units)}.`;
  }
  const against = againstUsual(measure, style, units);
  return against === null
    ? `${sentence}. Not enough data for a usual range yet.`
    : `${sentence}, ${against}.`;
}

/** The band in the legend; months have none: the usual range is one of weeks. */
export function usualItem(
  period: Period,
  measure: Measure,
  style: MeasureStyle,
  units: Units,
): ReadoutItem[] {
  if (period.kind === 'month') return [];
  return [{ swatch: 'band', name: 'Usual', value: usualAmount(measure, style, units) }];
}
