import { expect, test } from 'vitest';
import type { HistoryRun } from '../../src/analysis/judged-run.ts';
import { usualSpeeds } from '../../src/analysis/usual-speed.ts';
import { day, manualRun, recordedRun, USUAL_MPS } from './history-builder.ts';

const last = (runs: readonly HistoryRun[]) => usualSpeeds(runs).at(-1);
const hour = (speedMps: number) => [{ metres: speedMps * 3600, speedMps }];
const fourEasyRuns = [0, 2, 4, 6].map((n) => recordedRun(day(n), 5000));

test('four recorded runs before say nothing yet, five do', () => {
  const sixth = recordedRun(day(10), 5000);
  expect(last([...fourEasyRuns, sixth])).toBeNull();
  expect(last([...fourEasyRuns, recordedRun(day(8), 5000), sixth])).toBeCloseTo(USUAL_MPS);
});

test('a run typed in by hand has no speeds and does not count among the five', () => {
  expect(last([...fourEasyRuns, manualRun(day(8), 5000), recordedRun(day(10), 5000)])).toBeNull();
});

test('the run itself and others of its day do not count', () => {
  const sameDay = [recordedRun(day(8), 5000, { id: 'a' }), recordedRun(day(8), 5000, { id: 'b' })];
  expect(usualSpeeds([...fourEasyRuns, ...sameDay])).toEqual([null, null, null, null, null, null]);
});

test('the ninetieth day before counts, the ninety-first does not', () => {
  const five = [...fourEasyRuns, recordedRun(day(8), 5000)];
  expect(last([...five, recordedRun(day(90), 5000)])).toBeCloseTo(USUAL_MPS);
  expect(last([...five, recordedRun(day(91), 5000)])).toBeNull();
});

test('it is the speed of the middle second, not of the middle run or metre', () => {
  // Three hours at 2.05 m/s against two at 4.05 m/s: by distance the middle would be fast.
  const speeds = [2.05, 2.05, 2.05, 4.05, 4.05];
  const runs = speeds.map((speed, n) => recordedRun(day(n), hour(speed)));
  // 2.5 h of the 3 h in the cell 2.0–2.1 m/s lie below the middle.
  expect(last([...runs, recordedRun(day(6), 5000)])).toBeCloseTo(2 + 0.1 * (2.5 / 3));
});

test('walking is left out', () => {
  const runs = [0, 1, 2, 3, 4].map((n) =>
    recordedRun(day(n), [{ metres: 1000 }, { metres: 9000, speedMps: 1.5, walking: true }]),
  );
  expect(last([...runs, recordedRun(day(6), 5000)])).toBeCloseTo(USUAL_MPS);
});

test('runs that left the window leave no trace', () => {
  const tenths = Array.from({ length: 40 }, (_, n) => hour(2 + n / 10));
  const old = tenths.map((stretches, n) => recordedRun(day(n), stretches));
  const recent = [100, 101, 102, 103, 104].map((n) => recordedRun(day(n), 5000));
  const judged = recordedRun(day(140), 5000);
  expect(last([...old, ...recent, judged])).toBe(last([...recent, judged]));
});
