import { expect, test } from 'vitest';
import { runVolume } from '../../src/analysis/run-volume.ts';
import { cellsOf } from './history-builder.ts';

const FAST_FROM = 3.5;

test('each metre counts once: fast before hill, hill before flat', () => {
  const cells = cellsOf([
    { metres: 3000 },
    { metres: 800, gradePercent: 6 },
    { metres: 700, gradePercent: -6 },
    { metres: 500, gradePercent: 6, speedMps: 4 },
    { metres: 400, gradePercent: null },
    { metres: 300, gradePercent: null, speedMps: 4 },
  ]);
  expect(runVolume(cells, 5700, FAST_FROM)).toEqual({
    flatM: 3000,
    hillM: 1500,
    fastM: 800,
    gradeUnknownM: 400,
  });
});

test.each([
  [4.9, 'flatM'],
  [5, 'hillM'],
  [-4.9, 'flatM'],
  [-5.1, 'hillM'],
] as const)('a metre at %s % is %s', (gradePercent, part) => {
  expect(runVolume(cellsOf([{ metres: 100, gradePercent }]), 100, FAST_FROM)[part]).toBe(100);
});

test('metres that no cell holds are of unknown grade', () => {
  expect(runVolume(cellsOf([{ metres: 900 }]), 1000, FAST_FROM)).toMatchObject({
    flatM: 900,
    gradeUnknownM: 100,
  });
  expect(runVolume(cellsOf([]), 5000, null)).toMatchObject({ gradeUnknownM: 5000 });
});

test('the parts never sum to more than the distance', () => {
  const volume = runVolume(
    cellsOf([{ metres: 1010 }, { metres: 1010, gradePercent: 7 }]),
    2000,
    null,
  );
  expect(volume).toEqual({ flatM: 1000, hillM: 1000, fastM: 0, gradeUnknownM: 0 });
});

test('nothing is fast while usual speed is unknown', () => {
  expect(runVolume(cellsOf([{ metres: 1000, speedMps: 5 }]), 1000, null).fastM).toBe(0);
});

test('fast walking is not fast running', () => {
  const cells = cellsOf([{ metres: 1000, speedMps: 3.6, walking: true }]);
  expect(runVolume(cells, 1000, FAST_FROM)).toMatchObject({ fastM: 0, flatM: 1000 });
});
