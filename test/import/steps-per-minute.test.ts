import { expect, it } from 'vitest';
import { stepsPerMinute } from '../../src/import/steps-per-minute.ts';

const steps = (...cadence: number[]) => [...stepsPerMinute(Float64Array.from(cadence))];

it('strides of one leg are doubled, up to a median of 110', () => {
  expect(steps(84, 85, 86)).toEqual([168, 170, 172]);
  expect(steps(110, 110, 110)).toEqual([220, 220, 220]);
});

it('steps are taken as they are, beyond a median of 110', () => {
  expect(steps(168, 170, 172)).toEqual([168, 170, 172]);
  expect(steps(111, 111, 111)).toEqual([111, 111, 111]);
});

it('standing and missing values do not count for the median, and stay what they are', () => {
  expect(steps(0, 0, NaN, 0, 170, 172)).toEqual([0, 0, NaN, 0, 170, 172]);
  expect(steps(0, NaN)).toEqual([0, NaN]);
});
