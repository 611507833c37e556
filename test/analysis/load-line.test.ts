import { expect, test } from 'vitest';
import { judgeHistory } from '../../src/analysis/history.ts';
import type { HistoryRun } from '../../src/analysis/judged-run.ts';
import { loadLine } from '../../src/analysis/load-line.ts';
import { day, easyRuns, manualRun, recordedRun, weeks } from './history-builder.ts';

function lineUntil(last: number, runs: readonly HistoryRun[]) {
  const { days, rolling } = judgeHistory(runs, { weekStart: 1, fastThresholdMps: null }, day(last));
  return loadLine(days, rolling, last);
}

/** Without distance or time there is no load. */
function unknownRun(daysLater: number): HistoryRun {
  const run = manualRun(day(daysLater), 5000);
  return { ...run, exposure: { ...run.exposure, distanceM: null, load: null } };
}

test('it is the sum of seven days at the end of each day: ten easy kilometres are ten', () => {
  const line = lineUntil(8, easyRuns([0, 3], 10_000));
  expect(line.firstDate).toBe(day(0));
  expect(line.loadAeKm.map((load) => load?.toFixed(6))).toEqual(
    [10, 10, 10, 20, 20, 20, 20, 10, 10].map((load) => load.toFixed(6)),
  );
});

test('fast running widens the range of the model', () => {
  const line = lineUntil(0, [recordedRun(day(0), [{ metres: 10_000, speedMps: 4 }])]);
  expect(line.lowAeKm[0]).toBeLessThan(10);
  expect(line.loadAeKm[0]).toBeCloseTo(12, 1);
  expect(line.highAeKm[0]).toBeGreaterThan(16);
});

test('seven days whose every run lacks a load are unknown, seven days of rest are 0', () => {
  const line = lineUntil(16, [unknownRun(0), ...easyRuns([9], 10_000)]);
  expect(line.loadAeKm.slice(0, 9)).toEqual([null, null, null, null, null, null, null, 0, 0]);
  expect(line.loadAeKm[16]).toBe(0);
});

test('beside an unknown run the known ones are the minimum', () => {
  expect(lineUntil(1, [unknownRun(0), ...easyRuns([1], 10_000)]).loadAeKm[1]).toBeCloseTo(10);
});

test('the usual band begins with the fifth week', () => {
  const line = lineUntil(
    40,
    weeks(6, (monday) => easyRuns([monday, monday + 3], 10_000)),
  );
  expect(line.usualHighAeKm[33]).toBeNull();
  expect(line.usualHighAeKm[34]).toBeCloseTo(20);
  expect(line.usualLowAeKm[34]).toBeCloseTo(20);
});

test('the median week leaves out weeks of rest and needs four with a run', () => {
  const weeklyKm = [10, 30, 0, 20, 40];
  const runs = weeklyKm.flatMap((km, week) => (km === 0 ? [] : easyRuns([week * 7], km * 1000)));
  expect(lineUntil(34, runs).medianWeekAeKm).toBeCloseTo(25);
  expect(lineUntil(27, runs).medianWeekAeKm).toBeNull();
});

test('the median week looks back fifty-two weeks and no further', () => {
  const recent = easyRuns([350, 357, 364], 10_000);
  // Seven days up to day 370; the fifty-second such window ends on day 13.
  expect(lineUntil(370, [...easyRuns([0, 7], 10_000), ...recent]).medianWeekAeKm).toBeCloseTo(10);
  expect(lineUntil(370, [...easyRuns([0, 6], 10_000), ...recent]).medianWeekAeKm).toBeNull();
});
