import { expect, test } from 'vitest';
import { exceeds } from '../../src/analysis/exceeds.ts';

test('the edge itself is not beyond, whatever binary fractions make of it', () => {
  expect(exceeds(11, 10, 1.1)).toBe(false);
  expect(exceeds(3.3000000000000003, 3, 1.1)).toBe(false);
  expect(exceeds(0.1 + 0.2, 0.3)).toBe(false);
});

test('a centimetre beyond eleven kilometres is beyond', () => {
  expect(exceeds(11_000.01, 10_000, 1.1)).toBe(true);
});

test('anything is beyond nothing, and nothing is not', () => {
  expect(exceeds(0.001, 0, 1.3)).toBe(true);
  expect(exceeds(0, 0, 1.3)).toBe(false);
});

test('the answer is the same in kilometres, metres and miles', () => {
  for (const unit of [0.001, 1, 1 / 1609.344]) {
    expect(exceeds(11_000 * unit, 10_000 * unit, 1.1)).toBe(false);
    expect(exceeds(11_010 * unit, 10_000 * unit, 1.1)).toBe(true);
  }
});
