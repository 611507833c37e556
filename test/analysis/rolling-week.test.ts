import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dailyLoad } from '../../src/analysis/daily-load.ts';
import { judgeRuns } from '../../src/analysis/judged-run.ts';
import { rollingSum, rollingWeek } from '../../src/analysis/rolling-week.ts';
import { day, easyRuns, treadmillRun } from './history-builder.ts';

const rolling = (runs: Parameters<typeof judgeRuns>[0], last: number) =>
  rollingWeek(dailyLoad(judgeRuns(runs, null), day(last)));

test('a run counts on its day and the six after', () => {
  const { sums, runCount } = rolling(easyRuns([0, 3], 5000), 10);
  const [one, two] = [5000, 10_000];
  expect([...sums.distanceM]).toEqual([one, one, one, two, two, two, two, one, one, one, 0]);
  expect([...runCount]).toEqual([1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 0]);
});

test('a window that reaches back before the first run is not complete', () => {
  const { isComplete } = rolling(easyRuns([0, 3], 5000), 7);
  expect([...isComplete.distanceM]).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
});

test('an unknown day leaves the seven windows that hold it incomplete, each with what is known as minimum', () => {
  const runs = [...easyRuns([0], 5000), treadmillRun(day(8), 5000)];
  const { isComplete, sums } = rolling(runs, 16);
  expect([...isComplete.ascentM].slice(6)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
  expect(sums.ascentM[8]).toBe(0);
  expect([...isComplete.distanceM].slice(6).every(Boolean)).toBe(true);
});

test('a rest day never raises a rolling sum, to the last binary digit', () => {
  const daily = fc.array(
    fc.oneof(fc.constant(0), fc.double({ min: 0, max: 50_000, noNaN: true })),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(daily, (values) => {
      const column = Float64Array.from(values);
      const sums = rollingSum(column);
      for (let i = 1; i < sums.length; i += 1) {
        if (column[i] === 0) expect(sums[i]).toBeLessThanOrEqual(sums[i - 1] as number);
      }
    }),
  );
});
