import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { day, easyRuns, recordedRun, weeks } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

/** Tuesday and Thursday 10 km; Sunday 20 km. */
const week = (monday: number) => [
  ...easyRuns([monday + 1, monday + 3], 10_000),
  longRun(monday + 6),
];
const longRun = (daysLater: number) => easyRuns([daysLater], 20_000)[0] as HistoryRun;
const nineWeeks = weeks(9, week);
const weekFlags = (runs: readonly HistoryRun[]) => flagsOfRule('week-above-usual', runs);
const quantities = (runs: readonly HistoryRun[]) => weekFlags(runs).map(({ quantity }) => quantity);

test("Sunday's long run put off to Monday makes two in seven days, and no flag", () => {
  const moved = [...nineWeeks.slice(0, -1), longRun(63)];
  expect(weekFlags([...moved, ...week(63)])).toEqual([]);
});

test('a long run moved forward to Saturday makes two in seven days, and no flag', () => {
  expect(weekFlags([...nineWeeks, ...easyRuns([64, 66], 10_000), longRun(68)])).toEqual([]);
});

test('moved by two days, the long runs are five days apart: that is a rise', () => {
  const moved = [...nineWeeks.slice(0, -1), longRun(64)];
  expect(quantities([...moved, ...easyRuns([66], 10_000), longRun(69)])).toContain('distanceM');
});

test('a second long run on top of the first is a rise, not a move', () => {
  expect(quantities([...nineWeeks, longRun(63)])).toContain('distanceM');
});

test("an added run could be tomorrow's run moved forward: it is a rise once that run is made as well", () => {
  const [flag] = weekFlags([...nineWeeks, ...easyRuns([64, 65, 66], 10_000)]);
  expect(flag).toMatchObject({ date: day(66), observed: 50_000, baseline: 40_000 });
});

test('a moved run that was made longer is a rise', () => {
  const longer = recordedRun(day(63), 22_000);
  const moved = [...nineWeeks.slice(0, -1), longer];
  expect(quantities([...moved, ...week(63)])).toContain('distanceM');
});

test('a fuller week after a week of rest is a rise', () => {
  const daily = easyRuns([71, 72, 73, 74, 75, 76], 10_000);
  expect(quantities([...nineWeeks, ...daily])).toContain('distanceM');
});
