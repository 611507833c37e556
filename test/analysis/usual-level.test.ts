import { expect, test } from 'vitest';
import { usualLevel } from '../../src/analysis/usual-level.ts';
import { day } from './history-builder.ts';

const range = (high: number) => ({ low: 0, high, highDate: day(0) });

test.each([
  [55_000, 'usual'],
  [55_000.01, 'above'],
  [65_000, 'above'],
  [65_000.01, 'well-above'],
] as const)('with 50 km as the largest of eight weeks, %s m is %s', (value, level) => {
  expect(usualLevel('distanceM', value, range(50_000))).toBe(level);
});

test.each([
  ['distanceM', 10_000, 14_999.9, 15_000],
  ['ascentM', 100, 149.9, 150],
  ['uphillM', 1000, 1499.9, 1500],
  ['fastM', 1000, 1799.9, 1800],
  ['loadAeKm', 10, 14.99, 15],
  ['timerS', 3600, 5399, 5400],
  ['descentM', 100, 149.9, 150],
  ['fastS', 100, 299, 300],
  ['fastDownhillS', 30, 89, 90],
] as const)(
  '%s: %s before, then %s is too small a rise to matter, %s is not',
  (quantity, high, small, enough) => {
    expect(usualLevel(quantity, small, range(high))).toBe('usual');
    expect(usualLevel(quantity, enough, range(high))).toBe('well-above');
  },
);

test('after eight weeks without hills the floor decides alone', () => {
  expect(usualLevel('ascentM', 49, range(0))).toBe('usual');
  expect(usualLevel('ascentM', 50, range(0))).toBe('well-above');
});

test('an unknown week or an unknown range is not enough data', () => {
  expect(usualLevel('ascentM', null, range(100))).toBe('not-enough-data');
  expect(usualLevel('ascentM', 100, null)).toBe('not-enough-data');
});
