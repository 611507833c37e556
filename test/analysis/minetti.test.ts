import { describe, expect, it } from 'vitest';
import { energyCost, gradeAdjustedSpeed } from '../../src/analysis/minetti.ts';

describe('the energy cost of running on a slope', () => {
  it.each([
    [-0.2, 1.8],
    [-0.1, 2.1517],
    [0, 3.6],
    [0.05, 4.6852],
    [0.1, 5.9682],
    [0.2, 9.0067],
  ])('at grade %d is %d J per kg and metre', (gradeFraction, cost) => {
    expect(Math.abs(energyCost(gradeFraction) - cost)).toBeLessThan(1e-3);
  });

  it('makes 3 m/s up 10 % worth almost 5 m/s on the level', () => {
    expect(gradeAdjustedSpeed(3, 0.1)).toBeCloseTo((3 * 5.9682) / 3.6, 3);
  });

  it('leaves the level as it is', () => {
    expect(gradeAdjustedSpeed(2.78, 0)).toBe(2.78);
  });
});
