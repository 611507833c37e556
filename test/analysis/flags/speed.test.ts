import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { day, easyRuns, FAST_MPS, manualRun, recordedRun } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

const spikes = (runs: readonly HistoryRun[]) => flagsOfRule('speed-spike', runs);
const withFast = (daysLater: number, fastM: number) =>
  recordedRun(day(daysLater), [{ metres: 5000 }, { metres: fastM, speedMps: FAST_MPS }]);
/** Five easy runs, so that usual speed is known from day 10. */
const usual = easyRuns([0, 2, 4, 6, 8], 5000);

test.each([
  [1300, 0],
  [1300.1, 1],
])('after 1,000 fast metres, %s raise %s flags', (fastM, count) => {
  expect(spikes([...usual, withFast(10, 1000), withFast(15, fastM)])).toHaveLength(count);
});

test.each([
  [399.9, 0],
  [400, 1],
])('after 100 fast metres, %s raise %s flags', (fastM, count) => {
  expect(spikes([...usual, withFast(10, 100), withFast(15, fastM)])).toHaveLength(count);
});

test.each([
  [399, null],
  [400, 2.5],
])('after %s fast metres, 1,000 have the ratio %s: below the floor is none', (before, ratio) => {
  const [flag] = spikes([...usual, withFast(10, before), withFast(15, 1000)]);
  expect(flag?.ratio).toEqual(ratio === null ? null : expect.closeTo(ratio, 6));
});

test('the flag carries its arithmetic and never exceeds above', () => {
  const [flag] = spikes([...usual, withFast(10, 1000), withFast(15, 4000)]);
  expect(flag).toMatchObject({
    level: 'above',
    quantity: 'fastM',
    observed: 4000,
    threshold: 1300,
    baseline: 1000,
    baselineDate: day(10),
    ratio: 4,
    evidence: ['mechanics', 'clinical'],
  });
});

test('thirty days later the fast run is no baseline any more', () => {
  const easy = easyRuns([14, 18, 22, 26, 30, 34, 38], 5000);
  const raised = (daysLater: number) =>
    spikes([...usual, withFast(10, 1000), ...easy, withFast(daysLater, 1000)]).length;
  expect(raised(40)).toBe(0);
  expect(raised(41)).toBe(1);
});

test('after none at all the flag has no ratio, and needs four runs known to hold none', () => {
  const easyJudged = (count: number) => easyRuns([10, 12, 14, 16].slice(0, count), 5000);
  expect(spikes([...usual, ...easyJudged(3), withFast(20, 1000)])).toEqual([]);
  expect(spikes([...usual, ...easyJudged(4), withFast(20, 1000)])).toMatchObject([
    { baseline: 0, ratio: null, threshold: 400, observed: 1000 },
  ]);
});

test('before usual speed is known no run is fast', () => {
  expect(spikes([...usual.slice(0, 3), withFast(10, 1000), withFast(12, 4000)])).toEqual([]);
});

test('a run without samples is not judged', () => {
  expect(spikes([...usual, withFast(10, 1000), manualRun(day(12), 20_000)])).toEqual([]);
});
