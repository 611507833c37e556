import { describe, expect, it } from 'vitest';
import { loadFromAverage, loadFromCells } from '../../src/analysis/achilles-load.ts';
import { MODEL_VERSION } from '../../src/analysis/achilles-model.ts';
import type { SpeedGradeCells } from '../../src/analysis/speed-grade-cells.ts';
import { UNKNOWN_GRADE } from '../../src/analysis/speed-grade-cells.ts';

interface Cell {
  km: number;
  speedMps: number;
  gradePercent?: number;
  isWalking?: boolean;
}

function cellsOf(cells: readonly Cell[]): SpeedGradeCells {
  const metres = cells.map(({ km }) => km * 1000);
  return {
    count: cells.length,
    speedBin: Uint8Array.from(cells, ({ speedMps }) => Math.floor(speedMps * 10 + 1e-9)),
    gradeBin: Int8Array.from(cells, ({ gradePercent = 0 }) => Math.floor(gradePercent)),
    walking: Uint8Array.from(cells, ({ isWalking = false }) => Number(isWalking)),
    seconds: Float64Array.from(cells, ({ km, speedMps }) => (km * 1000) / speedMps),
    metres: Float64Array.from(metres),
    riseM: Float64Array.from(cells, ({ km, gradePercent = 0 }) => km * 10 * gradePercent),
  };
}

const INTERVALS: Cell[] = [
  { km: 2, speedMps: 2.78 },
  { km: 4.8, speedMps: 4.5 },
  { km: 4.4, speedMps: 2.5 },
];
const HILLS: Cell[] = [
  { km: 4, speedMps: 2.78 },
  { km: 1.6, speedMps: 3, gradePercent: 8 },
  { km: 1.6, speedMps: 2.5, gradePercent: -8 },
];
const MOUNTAIN: Cell[] = [
  { km: 5, speedMps: 2.5, gradePercent: 10 },
  { km: 5, speedMps: 3.5, gradePercent: -10 },
];

describe('Achilles load', () => {
  it.each([
    ['10 km easy', [{ km: 10, speedMps: 2.78 }], 10, 10, 10],
    ['intervals', INTERVALS, 10.99, 12.28, 15.34],
    ['hill repeats', HILLS, 7.65, 7.93, 8.49],
    ['up and down a mountain', MOUNTAIN, 11.75, 13.13, 15.54],
  ])('of %s is the worked example', (_, cells, low, central, high) => {
    const load = loadFromCells(cellsOf(cells));
    expect(Math.abs(load.lowAeKm - low)).toBeLessThan(0.01);
    expect(Math.abs(load.loadAeKm - central)).toBeLessThan(0.01);
    expect(Math.abs(load.highAeKm - high)).toBeLessThan(0.01);
  });

  it.each([
    ['hill repeats', HILLS, 7.33],
    ['up and down a mountain', MOUNTAIN, 10.51],
  ])('of %s is less where downhill is given its mechanical credit', (_, cells, central) => {
    const load = loadFromCells(cellsOf(cells), { downhill: 'mechanical' });
    expect(Math.abs(load.loadAeKm - central)).toBeLessThan(0.01);
  });

  it('of a walked kilometre is a tenth of an easy one, whatever the exponent', () => {
    const { loadAeKm, lowAeKm, highAeKm } = loadFromCells(
      cellsOf([{ km: 5, speedMps: 1.5, gradePercent: 12, isWalking: true }]),
    );
    expect([loadAeKm, lowAeKm, highAeKm]).toEqual([0.5, 0.5, 0.5]);
  });

  it('keeps low below high on slow runs, where a low exponent gives more', () => {
    const slow = loadFromCells(cellsOf([{ km: 10, speedMps: 2.2 }]));
    expect(slow.lowAeKm).toBeLessThan(slow.loadAeKm);
    expect(slow.loadAeKm).toBeLessThan(slow.highAeKm);
  });

  it('takes unknown grade for flat', () => {
    const cells = cellsOf([{ km: 10, speedMps: 3 }]);
    cells.gradeBin[0] = UNKNOWN_GRADE;
    expect(loadFromCells(cells).loadAeKm).toBe(
      loadFromCells(cellsOf([{ km: 10, speedMps: 3 }])).loadAeKm,
    );
  });

  it('carries the version of its coefficients', () => {
    expect(loadFromCells(cellsOf(HILLS)).modelVersion).toBe(MODEL_VERSION);
    expect(MODEL_VERSION).toBe('achilles-1');
  });

  it('of no cells is nothing', () => {
    expect(loadFromCells(cellsOf([]))).toMatchObject({ loadAeKm: 0, lowAeKm: 0, highAeKm: 0 });
  });

  it('of a cell that holds seconds but no metre is nothing', () => {
    const cells = cellsOf([{ km: 0, speedMps: 3 }]);
    cells.seconds[0] = 1;
    expect(loadFromCells(cells).loadAeKm).toBe(0);
  });
});

describe('Achilles load from an average', () => {
  it('is that of the whole run at one speed on the flat', () => {
    const average = loadFromAverage(10_000, 2_500, false);
    const even = loadFromCells(cellsOf([{ km: 10, speedMps: 4 }]));
    expect(average.loadAeKm).toBeCloseTo(even.loadAeKm, 9);
    expect(average.lowAeKm).toBeCloseTo(even.lowAeKm, 9);
    expect(average.highAeKm).toBeCloseTo(even.highAeKm, 9);
    expect(average.modelVersion).toBe(even.modelVersion);
  });

  it('of a walk is a tenth of its kilometres', () => {
    expect(loadFromAverage(6_000, 4_800, true).loadAeKm).toBeCloseTo(0.6, 12);
  });
});
