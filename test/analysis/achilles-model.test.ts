import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPerKm, tendonForce } from '../../src/analysis/achilles-model.ts';

const impulsePerKm = (speedMps: number) => loadPerKm(speedMps, 0, 1);
/** In steps of 1 cm/s, wide apart for floating-point numbers. */
const RUNNING_MPS = fc.integer({ min: 200, max: 700 }).map((cmPerS) => cmPerS / 100);

describe('tendon force', () => {
  it.each([
    [5.6, 3.3, 1.195],
    [4.47, 2.68, 1.23],
    [4.5, 2.5, 1.12],
  ])('at %d m/s over that at %d m/s agrees with the published %d', (fast, slow, published) => {
    expect(Math.abs(tendonForce(fast, 0) / tendonForce(slow, 0) - published)).toBeLessThan(0.09);
  });

  it.each([
    [2.2, 0.93],
    [2.5, 0.97],
    [2.78, 1],
    [3.33, 1.06],
    [4, 1.12],
    [5, 1.2],
  ])('at %d m/s is %d of easy running', (speedMps, force) => {
    expect(tendonForce(speedMps, 0)).toBeCloseTo(force, 2);
  });

  it('rises with the climb', () => {
    expect(tendonForce(3, 0.105)).toBeGreaterThan(tendonForce(3, 0.052));
    expect(tendonForce(3, 0.052)).toBeGreaterThan(tendonForce(3, 0));
  });

  it('takes a climb into account from 1.5 % on', () => {
    expect(tendonForce(2.78, 0.01499)).toBe(1);
    expect(tendonForce(2.78, 0.015)).toBeCloseTo(1.012, 9);
  });

  it('takes no more than 15 % of climb into account', () => {
    expect(tendonForce(2.78, 0.149)).toBeLessThan(tendonForce(2.78, 0.15));
    expect(tendonForce(2.78, 0.2)).toBe(tendonForce(2.78, 0.15));
  });

  it('gives no credit for downhill', () => {
    expect(tendonForce(2.78, -0.1)).toBe(1);
  });

  it('gives credit for downhill in the research switch, down to −15 %', () => {
    expect(tendonForce(2.78, -0.1, 'mechanical')).toBeCloseTo(0.9, 9);
    expect(tendonForce(2.78, -0.25, 'mechanical')).toBeCloseTo(0.85, 9);
    expect(tendonForce(2.78, 0, 'mechanical')).toBe(1);
  });
});

describe('load per kilometre', () => {
  it.each([
    [3.5, 2.5, 0.68],
    [4.5, 2.5, 0.51],
  ])('as impulse, at %d m/s over %d m/s, agrees with the published %d', (fast, slow, published) => {
    expect(Math.abs(impulsePerKm(fast) / impulsePerKm(slow) - published)).toBeLessThan(0.05);
  });

  it.each([
    [2.2, 1.03, 0.89, 0.72],
    [2.5, 1.01, 0.95, 0.86],
    [2.78, 1, 1, 1],
    [3.33, 0.98, 1.09, 1.3],
    [4, 0.96, 1.2, 1.68],
    [5, 0.93, 1.34, 2.32],
  ])('at %d m/s is %d, %d and %d at exponents 4, 6 and 9', (speedMps, low, central, high) => {
    expect(Math.abs(loadPerKm(speedMps, 0, 4) - low)).toBeLessThan(0.01);
    expect(Math.abs(loadPerKm(speedMps, 0, 6) - central)).toBeLessThan(0.01);
    expect(Math.abs(loadPerKm(speedMps, 0, 9) - high)).toBeLessThan(0.01);
  });

  it.each([
    [0.03, 1.15],
    [0.05, 1.27],
    [0.1, 1.59],
    [0.15, 1.97],
  ])('up a grade of %d is %d times that on the level', (gradeFraction, factor) => {
    expect(loadPerKm(3, gradeFraction) / loadPerKm(3, 0)).toBeCloseTo(factor, 2);
  });

  it.each([
    [-0.05, 0.74],
    [-0.1, 0.53],
  ])('down a grade of %d is %d times that on the level in the research switch', (grade, factor) => {
    expect((tendonForce(3, grade, 'mechanical') / tendonForce(3, 0)) ** 6).toBeCloseTo(factor, 2);
  });

  it('grows with the square root of speed on the level', () => {
    expect(loadPerKm(4.4, 0) / loadPerKm(2.2, 0)).toBeCloseTo(2 ** 0.5, 9);
  });

  it('never falls with speed, while impulse per kilometre never rises', () => {
    fc.assert(
      fc.property(RUNNING_MPS, RUNNING_MPS, (one, other) => {
        const [slow, fast] = [Math.min(one, other), Math.max(one, other)];
        expect(loadPerKm(fast, 0)).toBeGreaterThanOrEqual(loadPerKm(slow, 0));
        expect(impulsePerKm(fast)).toBeLessThanOrEqual(impulsePerKm(slow));
      }),
    );
  });

  it('is kept where it was measured, between 2 and 7 m/s', () => {
    expect(loadPerKm(1.5, 0)).toBe(loadPerKm(2, 0));
    expect(loadPerKm(2.01, 0)).toBeGreaterThan(loadPerKm(2, 0));
    expect(loadPerKm(8, 0)).toBe(loadPerKm(7, 0));
    expect(loadPerKm(6.99, 0)).toBeLessThan(loadPerKm(7, 0));
  });
});
