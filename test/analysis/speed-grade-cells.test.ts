import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTERVAL_KIND, type Intervals, intervals } from '../../src/analysis/intervals.ts';
import {
  emptyCells,
  type SpeedGradeCells,
  speedGradeCells,
  UNKNOWN_GRADE,
} from '../../src/analysis/speed-grade-cells.ts';
import { steadyRun } from './steady-run.ts';

const run = (speedMps: number, durationS = 100, cadenceSpm = 170) =>
  intervals(steadyRun([{ speedMps, durationS, cadenceSpm }])) as Intervals;
const graded = ({ count }: Intervals, gradeFraction: number) =>
  new Float64Array(count).fill(gradeFraction);
const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
const keys = (cells: SpeedGradeCells) =>
  [...cells.speedBin].map((bin, i) => `${bin}|${cells.gradeBin[i]}|${cells.walking[i]}`);

describe('cells of speed and grade', () => {
  it.each([
    [2.7, 27],
    [2.79, 27],
    [2.8, 28],
    [0.5, 5],
    [12, 120],
  ])('hold %d m/s in bin %i', (speedMps, bin) => {
    const cells = speedGradeCells(run(speedMps), null);
    expect([...cells.speedBin]).toEqual([bin]);
  });

  it.each([
    [0, 0],
    [0.0099, 0],
    [0.01, 1],
    [-0.0001, -1],
    [0.29, 29],
    [-0.05, -5],
    [0.3, 30],
    [-0.3, -30],
  ])('hold a grade of %d in bin %i', (gradeFraction, bin) => {
    const intervalsOf = run(3);
    const cells = speedGradeCells(intervalsOf, graded(intervalsOf, gradeFraction));
    expect([...cells.gradeBin]).toEqual([bin]);
  });

  it('keep metres, seconds and climb exact', () => {
    const intervalsOf = run(3);
    const cells = speedGradeCells(intervalsOf, graded(intervalsOf, 0.043));
    expect(cells.count).toBe(1);
    expect(cells.seconds[0]).toBeCloseTo(100, 9);
    expect(cells.metres[0]).toBeCloseTo(300, 9);
    expect(cells.riseM[0]).toBeCloseTo(12.9, 9);
  });

  it('mark unknown grade, without climb', () => {
    const intervalsOf = run(3);
    for (const grade of [null, graded(intervalsOf, Number.NaN)]) {
      const cells = speedGradeCells(intervalsOf, grade);
      expect([...cells.gradeBin]).toEqual([UNKNOWN_GRADE]);
      expect(sum(cells.riseM)).toBe(0);
    }
  });

  it('never mix walking and running of one speed', () => {
    const intervalsOf = run(1.8);
    for (let i = 0; i < 40; i++) intervalsOf.kind[i] = INTERVAL_KIND.walking;
    const cells = speedGradeCells(intervalsOf, null);
    expect(keys(cells)).toEqual(['18|-128|1', '18|-128|0']);
    expect([...cells.seconds]).toEqual([40, 60]);
  });

  it('leave out standing, glitches, gaps and pauses', () => {
    for (const name of ['standing', 'glitch', 'gap', 'paused'] as const) {
      const intervalsOf = run(3);
      intervalsOf.kind.fill(INTERVAL_KIND[name], 0, 30);
      expect(sum(speedGradeCells(intervalsOf, null).seconds)).toBe(70);
    }
  });

  it('are none for a run that never moves', () => {
    const intervalsOf = run(3);
    intervalsOf.kind.fill(INTERVAL_KIND.standing);
    expect(speedGradeCells(intervalsOf, null)).toEqual(emptyCells());
  });

  it('hold every moving second and metre once, each cell once', () => {
    const speeds = fc.array(fc.double({ min: 0.5, max: 12, noNaN: true }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(speeds, fc.double({ min: -0.3, max: 0.3, noNaN: true }), (speedsMps, grade) => {
        const intervalsOf = run(3, speedsMps.length);
        intervalsOf.speedMps.set(speedsMps);
        const cells = speedGradeCells(intervalsOf, graded(intervalsOf, grade));
        expect(sum(cells.seconds)).toBeCloseTo(speedsMps.length, 6);
        expect(sum(cells.metres)).toBeCloseTo(3 * speedsMps.length, 6);
        expect(new Set(keys(cells)).size).toBe(cells.count);
      }),
    );
  });
});
