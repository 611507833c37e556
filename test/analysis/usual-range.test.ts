import { expect, test } from 'vitest';
import { dailyLoad } from '../../src/analysis/daily-load.ts';
import { type HistoryRun, judgeRuns } from '../../src/analysis/judged-run.ts';
import { rollingWeek } from '../../src/analysis/rolling-week.ts';
import { usualRange } from '../../src/analysis/usual-range.ts';
import { day, easyRuns, recordedRun, treadmillRun } from './history-builder.ts';

/** The range that holds for the seven days ending on the day `last`. */
const rangeAt = (
  last: number,
  runs: readonly HistoryRun[],
  quantity: 'distanceM' | 'ascentM' = 'distanceM',
) => usualRange(rollingWeek(dailyLoad(judgeRuns(runs, null), day(last))), quantity, last);

/** Two runs a week that together make so many kilometres, Monday and Thursday. */
const weeksOf = (...kilometres: number[]) =>
  kilometres.flatMap((km, week) => easyRuns([week * 7, week * 7 + 3], km * 500));

test('from the 25th percentile to the largest of the eight weeks before, with the day that ended the largest', () => {
  const runs = weeksOf(10, 20, 30, 40, 50, 60, 80, 70);
  // Sorted 10 … 80 at position 7 × 0.25 = 1.75: 20 + 0.75 × 10.
  expect(rangeAt(62, runs)).toEqual({ low: 27_500, high: 80_000, highDate: day(48) });
});

test('the seven days judged are never in their own range', () => {
  const runs = weeksOf(20, 20, 20, 20, 90);
  expect(rangeAt(34, runs)?.high).toBe(20_000);
  expect(rangeAt(41, runs)?.high).toBe(90_000);
});

test('the ninth week before is forgotten', () => {
  const runs = weeksOf(90, 20, 20, 20, 20, 20, 20, 20, 20);
  expect(rangeAt(62, runs)?.high).toBe(90_000);
  expect(rangeAt(69, runs)?.high).toBe(20_000);
});

test('three weeks with a run are not enough, four are', () => {
  const nineRuns = easyRuns([0, 2, 4, 7, 9, 11, 14, 16, 18], 5000);
  expect(rangeAt(27, nineRuns)).toBeNull();
  expect(rangeAt(34, [...nineRuns, ...easyRuns([21], 5000)])).not.toBeNull();
});

test('seven runs are not enough, eight are', () => {
  const runs = weeksOf(20, 20, 20, 20);
  expect(rangeAt(34, runs.slice(1))).toBeNull();
  expect(rangeAt(34, runs)).not.toBeNull();
});

test('a week of rest counts as 0', () => {
  const runs = easyRuns([0, 3, 7, 10, 28, 31, 35, 38], 10_000);
  // Sorted 0, 0, 20, 20, 20, 20 km at position 5 × 0.25 = 1.25.
  expect(rangeAt(48, runs)).toMatchObject({ low: 5000, high: 20_000 });
});

test('of two weeks equally large the later gives the day', () => {
  expect(rangeAt(34, weeksOf(30, 20, 30, 20))?.highDate).toBe(day(20));
});

test('a week with an unknown day is left out for that quantity alone', () => {
  const hilly = [0, 1, 2, 3, 4].flatMap((week) =>
    [0, 3].map((weekday) =>
      recordedRun(day(week * 7 + weekday), [{ metres: 1000, gradePercent: week === 4 ? 9 : 6 }]),
    ),
  );
  const runs = [...hilly, treadmillRun(day(33), 5000)];
  expect(rangeAt(41, runs, 'ascentM')).toMatchObject({ low: 120, high: 120 });
  expect(rangeAt(41, runs, 'distanceM')?.high).toBe(7000);
});
