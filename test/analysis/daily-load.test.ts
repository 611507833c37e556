import { expect, test } from 'vitest';
import { dailyLoad } from '../../src/analysis/daily-load.ts';
import { judgeRuns } from '../../src/analysis/judged-run.ts';
import { day, manualRun, recordedRun, treadmillRun } from './history-builder.ts';

const days = (runs: Parameters<typeof judgeRuns>[0], last: number) =>
  dailyLoad(judgeRuns(runs, null), day(last));

test('every day from the first run to the last day exists, and a day of rest is 0', () => {
  const { count, columns, runCount } = days(
    [recordedRun(day(0), 5000), recordedRun(day(2), 7000)],
    4,
  );
  expect(count).toBe(5);
  expect([...columns.distanceM]).toEqual([5000, 0, 7000, 0, 0]);
  expect([...columns.ascentM]).toEqual([0, 0, 0, 0, 0]);
  expect([...runCount]).toEqual([1, 0, 1, 0, 0]);
});

test('two runs of a day are one sum', () => {
  const { columns } = days(
    [recordedRun(day(0), 5000, { id: 'a' }), recordedRun(day(0), 3000, { id: 'b' })],
    0,
  );
  expect([...columns.distanceM]).toEqual([8000]);
});

test('a day whose run lacks a quantity is unknown for it, not 0, and known for the others', () => {
  const { columns } = days([treadmillRun(day(0), 5000)], 0);
  expect(columns.ascentM[0]).toBeNaN();
  expect(columns.uphillM[0]).toBeNaN();
  expect(columns.distanceM[0]).toBe(5000);
  expect(columns.loadAeKm[0]).toBeCloseTo(5);
});

test('one run without altitude makes the climb of its day unknown, with the other run as the minimum', () => {
  const hilly = recordedRun(day(0), [{ metres: 1000, gradePercent: 6 }], { id: 'a' });
  const { columns, minimum } = days([hilly, { ...treadmillRun(day(0), 5000), id: 'b' }], 0);
  expect(columns.ascentM[0]).toBeNaN();
  expect(minimum.ascentM[0]).toBe(60);
});

test('a run typed in by hand has a load with its range, and no speed', () => {
  const { columns, lowLoadAeKm, highLoadAeKm } = days([manualRun(day(0), 10_000)], 0);
  expect(columns.loadAeKm[0]).toBeCloseTo(10);
  expect(lowLoadAeKm[0]).toBeCloseTo(10);
  expect(highLoadAeKm[0]).toBeCloseTo(10);
  expect(columns.fastM[0]).toBeNaN();
});

test('the runs of a day are found as a slice of all runs', () => {
  const { runsBefore } = days([recordedRun(day(0), 5000), recordedRun(day(2), 7000)], 3);
  expect([...runsBefore]).toEqual([0, 1, 1, 2, 2]);
});

test('without runs there are no days', () => {
  expect(days([], 0).count).toBe(0);
});
