/**
 * A row a month from the first run to the last: the sums of its days, and beside them its average week, which is what the
 * dashboard draws.
 */
import type { History } from '../../analysis/history.ts';
import { MONTH_QUANTITIES, type MonthLoad } from '../../analysis/monthly-load.ts';
import {
  type Cell,
  type Column,
  type DataFrame,
  type FrameRow,
  frameOf,
  rowsOf,
} from './data-frame.ts';
import { groupedRuns } from './grouped-runs.ts';
import { SUMMED_QUANTITIES, unknownRunsOf } from './quantity-columns.ts';
import { calendarMonthOf } from './run-frame.ts';

interface MonthRow {
  month: string;
  /** `null`: a month of rest. */
  sums: FrameRow | null;
  /** `null`: no whole week lies mostly in it. */
  average: MonthLoad | null;
}

export function monthFrame(history: History, runs: DataFrame): DataFrame {
  const sums = new Map(rowsOf(groupedRuns(runs, 'month')).map((row) => [row.month, row]));
  const averages = new Map(history.months.map((month) => [calendarMonthOf(month.start), month]));
  const months = new Set(history.days.dates.map(calendarMonthOf));
  const rows = [...months].map((month) => ({
    month,
    sums: sums.get(month) ?? null,
    average: averages.get(month) ?? null,
  }));
  return frameOf<MonthRow>(rows, [
    ['month', ({ month }) => month],
    ['runCount', ({ sums }) => sums?.runCount ?? 0],
    ...SUMMED_QUANTITIES.flatMap((quantity) => [
      sumColumn(quantity),
      sumColumn(unknownRunsOf(quantity)),
    ]),
    ...MONTH_QUANTITIES.flatMap((quantity): Column<MonthRow>[] => [
      [`averageWeek_${quantity}`, ({ average }) => average?.quantities[quantity].value ?? null],
    ]),
    ['averageWeek_loadAeKm', ({ average }) => average?.load?.loadAeKm ?? null],
    ['averageWeek_lowLoadAeKm', ({ average }) => average?.load?.lowAeKm ?? null],
    ['averageWeek_highLoadAeKm', ({ average }) => average?.load?.highAeKm ?? null],
  ]);
}

/** Nothing was run in a month of rest: that is known. */
const sumColumn = (name: string): Column<MonthRow> => [
  name,
  ({ sums }) => (sums === null ? 0 : (sums[name] as Cell)),
];
