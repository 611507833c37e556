import { describe, expect, it } from 'vitest';
import {
  profile,
  slopesOnDistance,
  smoothedOnDistance,
} from '../../src/analysis/smoothed-on-distance.ts';

const line = (values: number[], reachedM: number[]) =>
  profile(Float64Array.from(values), Float64Array.from(reachedM));
const smoothed = (values: number[], reachedM: number[], windowM: number) => [
  ...smoothedOnDistance(line(values, reachedM), windowM),
];
const slopes = (values: number[], reachedM: number[], windowM: number) => [
  ...slopesOnDistance(line(values, reachedM), windowM),
];
const UNEVEN_M = [0, 3, 7, 12, 30, 31, 45, 60];
const EVERY_METRE = Array.from({ length: 101 }, (_, i) => i);

describe('a mean over distance', () => {
  it('of a straight line is the line, where its window is whole', () => {
    const means = smoothed(
      UNEVEN_M.map((at) => 5 + at / 10),
      UNEVEN_M,
      20,
    );
    for (const i of [3, 4, 5, 6]) expect(means[i]).toBeCloseTo(5 + (UNEVEN_M[i] as number) / 10, 9);
  });

  it('has its window cut at both ends', () => {
    const means = smoothed(
      UNEVEN_M.map((at) => at),
      UNEVEN_M,
      20,
    );
    expect(means[0]).toBeCloseTo(5, 9);
    expect(means[7]).toBeCloseTo(55, 9);
  });

  it('spreads a step over the window', () => {
    const means = smoothed(
      EVERY_METRE.map((at) => (at <= 50 ? 0 : 1)),
      EVERY_METRE,
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
});

describe('a slope over distance', () => {
  it('of a straight line is its slope, from end to end', () => {
    for (const windowM of [5, 20, 200]) {
      for (const slope of slopes(
        UNEVEN_M.map((at) => 5 + at / 10),
        UNEVEN_M,
        windowM,
      )) {
        expect(slope).toBeCloseTo(0.1, 9);
      }
    }
  });

  it('at the foot of a hill is half of it, and all of it one window further', () => {
    const found = slopes(
      EVERY_METRE.map((at) => Math.max(0, at - 50) / 10),
      EVERY_METRE,
      20,
    );
    expect(found[29]).toBeCloseTo(0, 9);
    expect(found[50]).toBeCloseTo(0.05, 2);
    expect(found[70]).toBeCloseTo(0.1, 9);
  });

  it('is as quiet at the ends as in between', () => {
    const found = slopes(
      EVERY_METRE.map((at) => (at % 2 === 0 ? 1 : -1)),
      EVERY_METRE,
      20,
    );
    expect(Math.max(...found.map(Math.abs))).toBeLessThan(0.01);
  });

  it('stays what it was through a standstill, whatever the altimeter does', () => {
    const found = slopes([0, 1, 2, 9, 2, 3, 4], [0, 10, 20, 20, 20, 30, 40], 10);
    for (const slope of found) expect(slope).toBeCloseTo(0.1, 9);
  });

  it('is unknown where nothing moves', () => {
    expect(slopes([1, 2], [0, 0], 20)).toEqual([Number.NaN]);
  });
});
