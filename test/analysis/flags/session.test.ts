import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { day, easyRuns, manualRun, recordedRun } from '../history-builder.ts';
import { flagsOf, flagsOfRule } from './judged-flags.ts';

const distanceSpikes = (runs: readonly HistoryRun[]) =>
  flagsOfRule('session-distance-spike', runs).map(({ level }) => level);
const loadSpikes = (runs: readonly HistoryRun[]) =>
  flagsOfRule('session-load-spike', runs).map(({ level }) => level);
const afterTenKm = (metres: number) => [manualRun(day(0), 10_000), manualRun(day(5), metres)];

test.each([
  [11_000, []],
  [11_010, ['above']],
  [20_000, ['above']],
  [20_010, ['well-above']],
])('after a longest run of 10.0 km, %s m is %s', (metres, levels) => {
  expect(distanceSpikes(afterTenKm(metres))).toEqual(levels);
  expect(loadSpikes(afterTenKm(metres))).toEqual(levels);
});

test('a longest run thirty days back counts, thirty-one days back it no longer does', () => {
  const runs = (longestAt: number) => [
    ...easyRuns([longestAt], 10_000),
    ...easyRuns([20], 5000),
    ...easyRuns([31], 10_000),
  ];
  expect(distanceSpikes(runs(1))).toEqual([]);
  expect(distanceSpikes(runs(0))).toEqual(['above']);
});

test('the flag carries its arithmetic: 14.2 km after 11.0 km is 29 % more', () => {
  const [flag] = flagsOfRule('session-distance-spike', [
    ...easyRuns([0], 11_000),
    ...easyRuns([4, 8], 6000),
    recordedRun(day(12), 14_200, { id: 'long' }),
  ]);
  expect(flag).toMatchObject({
    date: day(12),
    level: 'above',
    quantity: 'distanceM',
    observed: 14_200,
    baseline: 11_000,
    baselineLow: null,
    baselineDate: day(0),
    window: { from: day(-18), to: day(11) },
    runs: ['long'],
    evidence: ['cohort'],
    subject: null,
    raisedBy: [],
    parts: [],
  });
  expect(flag?.threshold).toBeCloseTo(12_100);
  expect(flag?.ratio).toBeCloseTo(1.2909, 4);
});

test('beyond twice the longest the threshold is the one of that level', () => {
  expect(flagsOfRule('session-distance-spike', afterTenKm(25_000))[0]?.threshold).toBe(20_000);
});

test("the day's other run is no baseline, and each run of the day is judged by itself", () => {
  const runs = [
    ...easyRuns([0], 10_000),
    recordedRun(day(5), 12_000, { id: 'morning' }),
    recordedRun(day(5), 13_000, { id: 'evening', startTimeS: 1_768_060_800 }),
  ];
  const flags = flagsOfRule('session-distance-spike', runs);
  expect(flags.map(({ baseline }) => baseline)).toEqual([10_000, 10_000]);
  expect(flags.map(({ runs: ids }) => ids)).toEqual([['evening'], ['morning']]);
});

test('without a run in the thirty days before no ratio is formed', () => {
  const flags = flagsOf([...easyRuns([0], 5000), ...easyRuns([31], 20_000)]);
  expect(flags.map(({ rule }) => rule)).toEqual(['return-without-baseline']);
});

test('a run of unknown distance is neither judged nor a baseline', () => {
  const [known, later] = afterTenKm(20_000);
  const unknown = {
    ...(known as HistoryRun),
    exposure: { ...(known as HistoryRun).exposure, distanceM: null, load: null },
  };
  expect(distanceSpikes([unknown, later as HistoryRun])).toEqual([]);
});

test('a run of no length is no baseline', () => {
  expect(distanceSpikes([manualRun(day(0), 0), manualRun(day(5), 10_000)])).toEqual([]);
});

test('the same distance run faster and uphill is a load spike alone', () => {
  const runs = [
    ...easyRuns([0], 10_000),
    recordedRun(day(5), [
      { metres: 5000, gradePercent: 8 },
      { metres: 5000, speedMps: 3.5 },
    ]),
  ];
  expect(distanceSpikes(runs)).toEqual([]);
  const [flag] = flagsOfRule('session-load-spike', runs);
  expect(flag).toMatchObject({ quantity: 'loadAeKm', level: 'above', evidence: ['heuristic'] });
});
