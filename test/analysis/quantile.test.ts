import { expect, test } from 'vitest';
import { quantile } from '../../src/analysis/quantile.ts';

test.each([
  [0, 1],
  [0.25, 1.75],
  [0.5, 2.5],
  [0.8, 3.4],
  [1, 4],
])('of 1, 2, 3, 4 the quantile %s is %s: linear between neighbours', (fraction, value) => {
  expect(quantile([1, 2, 3, 4], 4, fraction)).toBeCloseTo(value, 12);
});

test('only the first `count` values are looked at', () => {
  expect(quantile(Float64Array.of(1, 3, 99), 2, 1)).toBe(3);
});
