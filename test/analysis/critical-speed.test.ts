import { describe, expect, it } from 'vitest';
import type { BestEffort } from '../../src/analysis/best-efforts.ts';
import { criticalSpeed } from '../../src/analysis/critical-speed.ts';

const efforts = (...pairs: [number, number][]): BestEffort[] =>
  pairs.map(([distanceM, durationS]) => ({ distanceM, durationS }));

describe('critical speed', () => {
  it('is the slope of distance over time, with D′ what is left at no time', () => {
    const found = criticalSpeed([efforts([400, 80]), efforts([800, 172], [5_000, 1_290])]);
    expect(found?.criticalSpeedMps).toBeCloseTo(3.7827, 4);
    expect(found?.reserveM).toBeCloseTo(122.35, 2);
  });

  it('takes the fastest run at each distance', () => {
    const best = [efforts([400, 80], [800, 172]), efforts([5_000, 1_290])];
    const slower = efforts([400, 95], [800, 200], [5_000, 1_500]);
    expect(criticalSpeed([slower, ...best, slower])).toEqual(criticalSpeed(best));
  });

  it('needs three distances', () => {
    expect(criticalSpeed([efforts([400, 80]), efforts([5_000, 1_290])])).toBeNull();
  });

  it('needs two runs that hold a best', () => {
    const one = efforts([400, 80], [800, 172], [5_000, 1_290]);
    expect(criticalSpeed([one])).toBeNull();
    expect(criticalSpeed([one, efforts([400, 90])])).toBeNull();
    expect(criticalSpeed([one, efforts([400, 79])])).not.toBeNull();
  });

  it.each([
    [1.99, false],
    [2, true],
    [7, true],
    [7.01, false],
  ])('of %d m/s is accepted: %s', (speedMps, isAccepted) => {
    const even = [400, 800, 1_600].map((metres): [number, number] => [metres, metres / speedMps]);
    const [first, ...rest] = even as [[number, number], ...[number, number][]];
    expect(criticalSpeed([efforts(first), efforts(...rest)]) !== null).toBe(isAccepted);
  });

  it('of no runs is unknown', () => {
    expect(criticalSpeed([])).toBeNull();
  });
});
