import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { day, easyRuns, FAST_MPS, manualRun, recordedRun } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

const first = (runs: readonly HistoryRun[]) => flagsOfRule('first-speed-session', runs);
const withFast = (daysLater: number, fastM: number, speedMps = FAST_MPS) =>
  recordedRun(day(daysLater), [{ metres: 5000 }, { metres: fastM, speedMps }]);
/** Usual speed is known from day 10, so that from day 18 four runs are known to hold nothing fast. */
const easy = easyRuns([0, 2, 4, 6, 8, 10, 12, 14, 16], 5000);

test('a speed session after thirty days without one is a note with its fast distance', () => {
  expect(first([...easy, withFast(18, 1200)])).toMatchObject([
    {
      date: day(18),
      level: 'note',
      quantity: 'fastM',
      observed: 1200,
      baseline: null,
      ratio: null,
      window: { from: day(-12), to: day(17) },
      evidence: ['clinical'],
    },
  ]);
});

test.each([
  [399.9, 0],
  [400, 1],
])('%s fast metres in less than 90 s make %s speed sessions', (fastM, count) => {
  expect(first([...easy, withFast(18, fastM, 4.5)])).toHaveLength(count);
});

test.each([
  [89.9, 0],
  [90, 1],
])('%s s of fast running below 400 m make %s speed sessions', (seconds, count) => {
  expect(first([...easy, withFast(18, seconds * 3.5, 3.5)])).toHaveLength(count);
});

test('a speed session thirty days before is remembered, one of thirty-one days is not', () => {
  const since = (daysLater: number) => [
    ...easy,
    withFast(17, 800),
    ...easyRuns([20, 25, 30, 35, 40], 5000),
    withFast(daysLater, 800),
  ];
  expect(first(since(47)).map(({ date }) => date)).toEqual([day(17)]);
  expect(first(since(48)).map(({ date }) => date)).toEqual([day(17), day(48)]);
});

test('a few fast strides before are no speed session', () => {
  expect(first([...easy, withFast(17, 200), withFast(18, 800)])).toHaveLength(1);
});

test('with three runs known to hold none it is not known to be the first, with four it is', () => {
  expect(first([...easy.slice(0, 8), withFast(18, 800)])).toEqual([]);
  expect(first([...easy, withFast(18, 800)])).toHaveLength(1);
  expect(first([...easy.slice(0, 8), manualRun(day(16), 5000), withFast(18, 800)])).toEqual([]);
});

test('two speed sessions of one day are one first', () => {
  const morning = { ...withFast(18, 800), id: 'a', startTimeS: 1_768_900_000 };
  const evening = { ...withFast(18, 900), id: 'b', startTimeS: 1_768_930_000 };
  expect(first([...easy, evening, morning]).map(({ runs }) => runs)).toEqual([['a']]);
});
