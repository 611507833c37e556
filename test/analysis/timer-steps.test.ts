import { describe, expect, it } from 'vitest';
import { timerSteps } from '../../src/analysis/timer-steps.ts';

const steps = (timeS: number[], pauses: [number, number][]) => [
  ...timerSteps(
    Float64Array.from(timeS),
    pauses.map(([startTimeS, endTimeS]) => ({ startTimeS, endTimeS })),
  ),
];

describe('timer seconds between samples', () => {
  it('are clock seconds while nothing is paused', () => {
    expect(steps([10, 11, 14], [])).toEqual([1, 3]);
  });

  it('are 0 within a pause', () => {
    expect(steps([10, 11, 12, 13], [[11, 12]])).toEqual([1, 0, 1]);
  });

  it('leave out the part of a step that was paused', () => {
    expect(steps([10, 70], [[15, 60]])).toEqual([15]);
  });

  it('count several pauses within one step', () => {
    expect(
      steps(
        [10, 20, 30],
        [
          [11, 12],
          [14, 16],
          [19, 21],
        ],
      ),
    ).toEqual([6, 9]);
  });

  it('are 0 from a pause that never ends', () => {
    expect(steps([10, 11, 12], [[11, Number.POSITIVE_INFINITY]])).toEqual([1, 0]);
  });

  it('ignore a pause before the first sample or after the last', () => {
    expect(
      steps(
        [10, 11],
        [
          [1, 10],
          [11, 20],
        ],
      ),
    ).toEqual([1]);
  });

  it('of one sample, or none, are none', () => {
    expect(steps([10], [])).toEqual([]);
    expect(steps([], [])).toEqual([]);
  });
});
