import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { day, easyRuns, manualRun } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

const ramps = (runs: readonly HistoryRun[]) => flagsOfRule('race-build-ramp', runs);
/** So many kilometres a week in three equal runs, Sunday the last; 0 is a week off. */
const weeksOf = (...km: readonly number[]): HistoryRun[] =>
  km.flatMap((weekKm, week) =>
    weekKm === 0 ? [] : easyRuns([week * 7, week * 7 + 3, week * 7 + 6], (weekKm * 1000) / 3),
  );

test('three rising weeks whose last two average 1.3 times the largest of the four before are a ramp', () => {
  expect(ramps(weeksOf(30, 27, 30, 24, 33, 37, 41))).toMatchObject([
    {
      date: day(48),
      level: 'above',
      quantity: 'distanceM',
      observed: expect.closeTo(39_000, 6),
      threshold: expect.closeTo(39_000, 6),
      baseline: expect.closeTo(30_000, 6),
      baselineDate: day(20),
      ratio: expect.closeTo(1.3, 9),
      window: { from: day(0), to: day(27) },
      evidence: ['clinical', 'heuristic'],
    },
  ]);
  expect(ramps(weeksOf(30, 27, 30, 24, 33, 37, 41))[0]?.runs).toHaveLength(6);
});

test('at 1.3 times it begins; a little less is none', () => {
  expect(ramps(weeksOf(30, 30, 30, 30, 33, 37, 40.9))).toEqual([]);
  expect(ramps(weeksOf(30, 30, 30, 30, 33, 37, 41))).toHaveLength(1);
});

test('a week that does not rise breaks it', () => {
  expect(ramps(weeksOf(30, 30, 30, 30, 38, 38, 44))).toEqual([]);
  expect(ramps(weeksOf(30, 30, 30, 30, 45, 38, 44))).toEqual([]);
  expect(ramps(weeksOf(30, 30, 30, 30, 36, 38, 44))).toHaveLength(1);
});

test('less than five kilometres more is no build', () => {
  expect(ramps(weeksOf(10, 10, 10, 10, 12, 14, 15.9))).toEqual([]);
  expect(ramps(weeksOf(10, 10, 10, 10, 13, 14.5, 15.5))).toHaveLength(1);
});

test('with one week of running in the four before it is a return, with two a build', () => {
  expect(ramps(weeksOf(30, 30, 30, 30, 0, 0, 0, 20, 41, 43))).toEqual([]);
  expect(ramps(weeksOf(30, 30, 30, 30, 30, 0, 0, 20, 41, 43))).toHaveLength(1);
});

test('six weeks of history are too few', () => {
  expect(ramps(weeksOf(30, 30, 30, 33, 37, 41))).toEqual([]);
});

test('a week with a run of unknown distance cannot be judged', () => {
  const walk = manualRun(day(8), 0, 'unknown');
  const unknown = { ...walk, exposure: { ...walk.exposure, distanceM: null } };
  expect(ramps([...weeksOf(30, 30, 30, 30, 33, 37, 41), unknown])).toEqual([]);
});

test('while it goes on it is told once a week, and a day of rest tells nothing', () => {
  const dates = ramps(weeksOf(30, 30, 30, 30, 33, 37, 42, 47)).map(({ date }) => date);
  expect(dates).toEqual([day(48), day(55)]);
});
