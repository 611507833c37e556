import { expect, test } from 'vitest';
import { fastDownhill } from '../../src/analysis/fast-downhill.ts';
import { cellsOf } from './history-builder.ts';

/** 1.25 × 2 m/s: steady begins at 2.2 m/s. */
const FAST_FROM = 2.5;
const downhillMetres = (gradePercent: number | null, speedMps: number) =>
  fastDownhill(cellsOf([{ metres: 1000, speedMps, gradePercent }]), FAST_FROM)?.metres;

test.each([
  [-4.9, 3, 0],
  [-5.1, 3, 1000],
  [-12, 3, 1000],
  [-8, 2.19, 0],
  [-8, 2.2, 1000],
  [8, 3, 0],
])('1 km at %s % and %s m/s is %s m of fast downhill', (gradePercent, speedMps, expected) => {
  expect(downhillMetres(gradePercent, speedMps)).toBe(expected);
});

test('walking down is none', () => {
  const cells = cellsOf([
    { metres: 1000 },
    { metres: 500, speedMps: 2.3, gradePercent: -8, walking: true },
  ]);
  expect(fastDownhill(cells, FAST_FROM)).toEqual({ seconds: 0, metres: 0 });
});

test('without any known grade it is unknown, not none', () => {
  expect(fastDownhill(cellsOf([{ metres: 1000, gradePercent: null }]), FAST_FROM)).toBeNull();
});
