import { expect, test } from 'vitest';
import { judgeHistory } from '../../src/analysis/history.ts';
import type { HistoryRun } from '../../src/analysis/judged-run.ts';
import type { WeekStart } from '../../src/analysis/local-date.ts';
import {
  day,
  easyRuns,
  FAST_MPS,
  manualRun,
  recordedRun,
  treadmillRun,
  weeks,
} from './history-builder.ts';

const weeksUntil = (last: number, runs: readonly HistoryRun[], weekStart: WeekStart = 1) =>
  judgeHistory(runs, { weekStart, fastThresholdMps: null }, day(last)).weeks;

test('weeks run from the week of the first run to the week of today, weeks of rest included', () => {
  const all = weeksUntil(22, easyRuns([2, 16], 5000));
  expect(all.map(({ start }) => start)).toEqual([day(0), day(7), day(14), day(21)]);
  expect(all.map(({ quantities }) => quantities.distanceM.value)).toEqual([5000, 0, 5000, 0]);
  expect(all[0]).toMatchObject({ end: day(6), runIds: [`run-${day(2)}`] });
});

test('a week may start on Sunday', () => {
  const all = weeksUntil(9, easyRuns([5, 6], 5000), 7);
  expect(all.map(({ start }) => start)).toEqual([day(-1), day(6)]);
  expect(all.map(({ quantities }) => quantities.distanceM.value)).toEqual([5000, 5000]);
});

test('the week of today is partial until its last day', () => {
  const isLastPartial = (last: number) => weeksUntil(last, easyRuns([0], 5000)).at(-1)?.isPartial;
  expect([7, 12, 13].map(isLastPartial)).toEqual([true, true, false]);
});

test('a quantity that some runs lack is a minimum, one that all lack is null, one of a week of rest 0', () => {
  const runs = [
    recordedRun(day(0), [{ metres: 1000, gradePercent: 6 }]),
    treadmillRun(day(2), 5000),
    treadmillRun(day(9), 5000),
  ];
  const ascents = weeksUntil(20, runs).map(({ quantities }) => quantities.ascentM);
  expect(ascents.map(({ value }) => value)).toEqual([60, null, 0]);
  expect(ascents.map(({ unknownRuns }) => unknownRuns)).toEqual([1, 1, 0]);
});

test('each week carries the range and level that held on its last day', () => {
  const runs = [
    ...weeks(5, (monday) => easyRuns([monday, monday + 3], 10_000)),
    ...easyRuns([35, 38], 14_000),
  ];
  const distances = weeksUntil(41, runs).map(({ quantities }) => quantities.distanceM);
  expect(distances[3]).toMatchObject({ usual: null, level: 'not-enough-data' });
  expect(distances[4]).toMatchObject({ usual: { low: 20_000, high: 20_000 }, level: 'usual' });
  expect(distances[5]).toMatchObject({ usual: { high: 20_000 }, level: 'well-above' });
});

test('volume holds each metre of the week once and sums to its distance', () => {
  const easy = easyRuns([0, 1, 2, 3, 4], 5000);
  const runs = [
    ...easy,
    recordedRun(day(7), [
      { metres: 4000 },
      { metres: 1000, gradePercent: 7 },
      { metres: 600, speedMps: FAST_MPS },
    ]),
    treadmillRun(day(8), 3000),
    manualRun(day(9), 2000),
  ];
  const week = weeksUntil(13, runs)[1];
  expect(week?.volume).toEqual({ flatM: 4000, hillM: 1000, fastM: 600, gradeUnknownM: 5000 });
  expect(week?.quantities.distanceM.value).toBe(10_600);
});

test('speed bands sum the runs whose speed is judged, and are null when none is', () => {
  const runs = [
    ...easyRuns([0, 1, 2, 3, 4], 5000),
    recordedRun(day(7), [{ metres: 3000 }, { metres: 375, speedMps: FAST_MPS }]),
    manualRun(day(8), 5000),
  ];
  const [first, second] = weeksUntil(13, runs);
  expect(first?.speedBands).toBeNull();
  expect(second?.speedBands?.easy.metres).toBe(3000);
  expect(second?.speedBands?.fast).toEqual({ metres: 375, seconds: 100 });
});
