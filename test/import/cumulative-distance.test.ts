import { expect, it } from 'vitest';
import { cumulativeOrNull } from '../../src/import/cumulative-distance.ts';

it.each([
  ['counts on', [0, 3, 6, 9], true],
  ['counts on with values missing', [NaN, 3, NaN, 9], true],
  ['falls by a tenth of what it rises', [0, 10, 9], true],
  ['falls by more than a tenth', [0, 10, 8.9], false],
  ['holds the way since the last point', [3, 2, 3, 2, 3], false],
  ['never grows', [5, 5, 5], false],
  ['holds nothing', [NaN, NaN], false],
])('a column that %s is kept or not: %j %s', (_, values, isKept) => {
  const column = Float64Array.from(values);
  expect(cumulativeOrNull(column)).toBe(isKept ? column : null);
});

it('no column stays none', () => {
  expect(cumulativeOrNull(null)).toBeNull();
});
