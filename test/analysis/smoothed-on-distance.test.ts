import { describe, expect, it } from 'vitest';
import {
  profile,
  smoothedOnDistance,
  windowCentre,
} from '../../src/analysis/smoothed-on-distance.ts';

const smoothed = (values: number[], reachedM: number[], windowM: number) => [
  ...smoothedOnDistance(profile(Float64Array.from(values), Float64Array.from(reachedM)), windowM),
];

describe('a mean over distance', () => {
  it('of a straight line is the line at the centre of each window', () => {
    const reachedM = [0, 3, 7, 12, 30, 31, 45, 60];
    const means = smoothed(
      reachedM.map((at) => 5 + at / 10),
      reachedM,
      20,
    );
    means.forEach((mean, i) => {
      expect(mean).toBeCloseTo(5 + windowCentre(Float64Array.from(reachedM), 20, i) / 10, 9);
    });
  });

  it('spreads a step over the window', () => {
    const reachedM = Array.from({ length: 101 }, (_, i) => i);
    const means = smoothed(
      reachedM.map((at) => (at <= 50 ? 0 : 1)),
      reachedM,
      20,
    );
    expect(means[39]).toBe(0);
    expect(means[50]).toBeCloseTo(0.475, 9);
    expect(means[61]).toBeCloseTo(1, 9);
  });

  it('is not moved by what happens while standing', () => {
    const walk = smoothed([0, 1, 2, 3], [0, 10, 20, 30], 20);
    const withStop = smoothed([0, 1, 9, 9, 9, 1, 2, 3], [0, 10, 10, 10, 10, 10, 20, 30], 20);
    expect(withStop[0]).toBeCloseTo(walk[0] as number, 9);
    expect(withStop[6]).toBeCloseTo(walk[2] as number, 9);
  });

  it('is unknown where nothing moves', () => {
    expect(smoothed([1, 2], [0, 0], 20)).toEqual([Number.NaN, Number.NaN]);
  });

  it('has its window cut at both ends', () => {
    const reachedM = Float64Array.of(0, 10, 20, 30, 40);
    expect([0, 2, 4].map((i) => windowCentre(reachedM, 20, i))).toEqual([5, 20, 35]);
  });
});
