/** The last seven days in four numbers, each against its usual range: what the status speaks of. */
import type { DashboardView } from '../../../src/analysis/dashboard-view.ts';
import type { UsualLevel } from '../../../src/analysis/usual-range.ts';
import type { ChartData } from '../../chart-data/chart-data.ts';
import type { LoadReading, Measure } from '../../chart-data/period.ts';
import { formatLoad, formatNumber, formatRange, type Units } from '../../format.ts';
import {
  CLIMB,
  DISTANCE,
  type MeasureStyle,
  MINUTES,
  measureAmount,
  usualAmount,
} from './periods.ts';

export interface SevenDaysItem {
  name: string;
  amount: string;
  /** `usual 24.5–32 km`. */
  usual: string;
  level: UsualLevel;
  /** For a small drawing beside the words; `null` where there is nothing to compare. */
  gauge: { value: number; low: number; high: number } | null;
}

export const SEVEN_DAYS = {
  title: ({ asOf, today }: DashboardView): string =>
    asOf === today ? 'Last 7 days' : 'The 7 days looked at',
};

/** `load` is the reading of the same day that the load chart shows, on the same scale. */
export function sevenDaysItems(
  measures: Record<'distanceM' | 'ascentM' | 'fastS', Measure>,
  load: LoadReading | null,
  scale: ChartData['loadScale'],
  units: Units,
): SevenDaysItem[] {
  const item = (name: string, measure: Measure, style: MeasureStyle): SevenDaysItem => ({
    name,
    amount: measureAmount(measure, style, units),
    usual: usualWords(measure.usual && usualAmount(measure, style, units)),
    level: measure.level,
    gauge: measure.value === null ? null : gaugeOf(measure.value, measure.usual),
  });
  return [
    item('Distance', measures.distanceM, DISTANCE),
    item('Climb', measures.ascentM, CLIMB),
    item('Fast running', measures.fastS, MINUTES),
    loadItem(load, scale),
  ];
}

function loadItem(load: LoadReading | null, scale: ChartData['loadScale']): SevenDaysItem {
  const unit = scale === 'ae-km' ? 'AE-km' : '';
  const usual = load?.usual ?? null;
  return {
    name: 'Achilles load',
    amount: load === null ? 'not known' : loadAmount(load.load, scale),
    usual: usualWords(
      usual && formatRange(formatNumber(usual.low), formatNumber(usual.high), unit).trim(),
    ),
    level: load?.level ?? 'not-enough-data',
    gauge: load === null ? null : gaugeOf(load.load, usual),
  };
}

const loadAmount = (load: number, scale: ChartData['loadScale']): string =>
  scale === 'ae-km' ? formatLoad(load) : formatNumber(load);

const usualWords = (range: string | null): string =>
  range === null ? 'usual not known yet' : `usual ${range}`;

const gaugeOf = (value: number, usual: Measure['usual']): SevenDaysItem['gauge'] =>
  usual && { value, ...usual };
