import { expect, test } from 'vitest';
import { dailyLoad } from '../../src/analysis/daily-load.ts';
import { exponentialAverage, trainingLoad } from '../../src/analysis/training-load.ts';
import { day } from './history-builder.ts';

/** Days with these loads and nothing else. */
function daysOf(loads: readonly number[]) {
  const days = dailyLoad([], day(0));
  return { ...days, minimum: { ...days.minimum, loadAeKm: Float64Array.from(loads) } };
}

test('the exponential average over 7 days moves a quarter of the way each day', () => {
  expect([...exponentialAverage(Float64Array.of(10, 0, 0, 10), 7)]).toEqual([
    2.5, 1.875, 1.40625, 3.5546875,
  ]);
});

test('acute and chronic load are those averages over 7 and 42 days', () => {
  const { acuteAeKm, chronicAeKm } = trainingLoad(daysOf([10, 0, 0, 10]));
  expect(acuteAeKm[3]).toBe(3.5546875);
  expect(chronicAeKm[0]).toBeCloseTo(20 / 43, 12);
});

test('monotony is the mean of seven days over their standard deviation, strain that times their sum', () => {
  const { monotony, strainAeKm } = trainingLoad(daysOf([0, 8, 5, 0, 10, 6, 16]));
  expect(monotony[6]).toBeCloseTo(1.2284, 4);
  expect(strainAeKm[6]).toBeCloseTo(55.28, 2);
});

test('before seven days are known, and where all seven are alike, there is neither', () => {
  const { monotony, strainAeKm } = trainingLoad(daysOf([5, 5, 5, 5, 5, 5, 5, 0]));
  expect(monotony.slice(0, 7).every(Number.isNaN)).toBe(true);
  expect(strainAeKm[6]).toBeNaN();
  expect(monotony[7]).toBeCloseTo(30 / 7 / Math.sqrt(30 ** 2 / 7 ** 2 / 6), 12);
});
