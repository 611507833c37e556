/** Runs added up by week, month, surface or shoe. What is known is summed and what is not is counted: unknown is never 0. */
import { fromEpochDay, type LocalDate, toEpochDay } from '../../analysis/local-date.ts';
import {
  type Cell,
  type Column,
  type DataFrame,
  type FrameRow,
  frameOf,
  rowsOf,
} from './data-frame.ts';
import { SUMMED_QUANTITIES, unknownRunsOf } from './quantity-columns.ts';

export type RunKey = 'week' | 'month' | 'surface' | 'shoe';

/**
 * A row a group, in the order of their first runs: its key, runs, first and last day, and of each quantity the sum and the
 * runs that lack it; `null` where all do. `runs` has one row at least, oldest first.
 */
export function groupedRuns(runs: DataFrame, key: RunKey): DataFrame {
  const keys = [...new Set(rowsOf(runs).map((row) => row[key] as Cell))];
  // danfojs keeps groups in a plain object, by the text of their keys: numbers are the keys that keep their order there.
  const numbers = new Map(keys.map((value, number) => [value, number]));
  const countable = frameOf(rowsOf(runs), [
    ['group', (row) => numbers.get(row[key] as Cell) as number],
    ['run', () => 1],
    ['day', (row) => toEpochDay(row.date as LocalDate)],
    ...SUMMED_QUANTITIES.flatMap(countableColumns),
  ]);
  const sums = countable.groupby(['group']).agg(AGGREGATES);
  return frameOf(rowsOf(sums), [
    [key, (row) => keys[row.group as number] as Cell],
    ['runCount', (row) => row.run_sum as number],
    ['firstDate', (row) => fromEpochDay(row.day_min as number)],
    ['lastDate', (row) => fromEpochDay(row.day_max as number)],
    ...SUMMED_QUANTITIES.flatMap(summedColumns),
  ]);
}

const AGGREGATES: Record<string, string | string[]> = {
  run: 'sum',
  day: ['min', 'max'],
  ...Object.fromEntries(
    SUMMED_QUANTITIES.flatMap((quantity) => [
      [quantity, 'sum'],
      [unknownRunsOf(quantity), 'sum'],
    ]),
  ),
};

const countableColumns = (quantity: string): Column<FrameRow>[] => [
  [quantity, (row) => row[quantity] ?? 0],
  [unknownRunsOf(quantity), (row) => (row[quantity] === null ? 1 : 0)],
];

const summedColumns = (quantity: string): Column<FrameRow>[] => {
  const unknownRuns = (row: FrameRow) => row[`${unknownRunsOf(quantity)}_sum`] as number;
  return [
    [
      quantity,
      (row) => (unknownRuns(row) === row.run_sum ? null : (row[`${quantity}_sum`] as number)),
    ],
    [unknownRunsOf(quantity), unknownRuns],
  ];
};
