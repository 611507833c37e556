import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { day, easyRuns, recordedRun, treadmillRun } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

const spikes = (runs: readonly HistoryRun[]) => flagsOfRule('hill-spike', runs);
/** Climb on gentle slopes: ascent, but no uphill distance. */
const withClimb = (daysLater: number, ascentM: number) =>
  recordedRun(day(daysLater), [
    { metres: 10_000 - ascentM * 25 },
    { metres: ascentM * 25, gradePercent: 4 },
  ]);
const withUphill = (daysLater: number, uphillM: number, ascentM: number) =>
  recordedRun(
    day(daysLater),
    [{ metres: 10_000 - uphillM }, { metres: uphillM, gradePercent: 6 }],
    {
      ascentM,
    },
  );

test.each([
  [130, 0],
  [130.1, 1],
])('after a climb of 100 m, %s m raise %s flags', (ascentM, count) => {
  expect(spikes([withClimb(0, 100), withClimb(5, ascentM)])).toHaveLength(count);
});

test.each([
  [29.9, 0],
  [30, 1],
])('after a climb of 10 m, %s m raise %s flags', (ascentM, count) => {
  expect(spikes([withClimb(0, 10), withClimb(5, ascentM)])).toHaveLength(count);
});

test.each([
  [1300, 0],
  [1300.1, 1],
])('after 1,000 m uphill, %s m with the same climb raise %s flags', (uphillM, count) => {
  expect(spikes([withUphill(0, 1000, 100), withUphill(5, uphillM, 100)])).toHaveLength(count);
});

test.each([
  [29, null],
  [30, 4],
])('after a climb of %s m, 120 m have the ratio %s: below the floor is none', (before, ratio) => {
  const [flag] = spikes([withClimb(0, before), withClimb(5, 120)]);
  expect(flag?.ratio).toEqual(ratio === null ? null : expect.closeTo(ratio, 6));
});

test('a short ramp is no hill: uphill distance counts only with 30 m of climb', () => {
  expect(spikes([withUphill(0, 100, 20), withUphill(5, 400, 29.9)])).toEqual([]);
});

test('climb and uphill distance raise one flag, with the larger rise', () => {
  expect(spikes([withUphill(0, 1000, 100), withUphill(5, 3000, 200)])).toMatchObject([
    { quantity: 'uphillM', ratio: 3, level: 'above', evidence: ['mechanics', 'clinical'] },
  ]);
  expect(spikes([withUphill(0, 1000, 100), withUphill(5, 2000, 300)])).toMatchObject([
    { quantity: 'ascentM', ratio: 3, observed: 300, baseline: 100 },
  ]);
});

test('after runs wholly flat a flag needs four of them and has no ratio', () => {
  const flat = (count: number) => easyRuns([0, 1, 2, 3].slice(0, count), 10_000);
  expect(spikes([...flat(3), withClimb(5, 200)])).toEqual([]);
  expect(spikes([...flat(4), withClimb(5, 200)])).toMatchObject([{ baseline: 0, ratio: null }]);
});

test('a treadmill run is neither hilly nor flat: it is not judged and no baseline', () => {
  const month = [0, 5, 10, 15, 20].map((n) => treadmillRun(day(n), 8000));
  expect(spikes([...month, withClimb(25, 200)])).toEqual([]);
  expect(spikes([withClimb(0, 100), ...month.slice(1)])).toEqual([]);
  expect(spikes([withClimb(0, 100), ...month.slice(1), withClimb(25, 130)])).toEqual([]);
});
