import { expect, test } from 'vitest';
import { judgeHistory } from '../../src/analysis/history.ts';
import { runsOfDays } from '../../src/analysis/runs-of-days.ts';
import { day, easyRuns } from './history-builder.ts';

const { runs, days } = judgeHistory(
  easyRuns([0, 3, 5], 5000),
  { weekStart: 1, fastThresholdMps: null },
  day(9),
);
const datesOf = (first: number, last: number) =>
  runsOfDays(runs, days, first, last).map(({ localDate }) => localDate);

test('both ends are included', () => {
  expect(datesOf(0, 3)).toEqual([day(0), day(3)]);
  expect(datesOf(1, 5)).toEqual([day(3), day(5)]);
  expect(datesOf(1, 2)).toEqual([]);
});

test('days before and after the history hold no runs', () => {
  expect(datesOf(-30, -1)).toEqual([]);
  expect(datesOf(-30, 99)).toHaveLength(3);
  expect(datesOf(50, 99)).toEqual([]);
});
