import { expect, test } from 'vitest';
import type { ListedFile } from '../../src/athlete/file-table.ts';
import { rawFileParts } from '../../src/athlete/raw-files.ts';

const GIGABYTE = 1_000_000_000;

const file = (name: string | null, index: number, sizeBytes = 1): ListedFile => ({
  ...{ sha256: `sha${index}`, name, storedAs: `athletes/a/sha${index}`, sizeBytes },
});

const pathsOf = (names: readonly (string | null)[]): string[] =>
  rawFileParts(names.map((name, index) => file(name, index)))
    .flat()
    .map(({ path }) => path);

const countsOf = (sizesBytes: readonly number[]): number[] =>
  rawFileParts(sizesBytes.map((size, index) => file('run.fit', index, size))).map(
    ({ length }) => length,
  );

test('a file keeps its name, without folders, the ending of its packing, and what no system writes', () => {
  expect(
    pathsOf(['activities/1.fit.gz', 'ann@example.com_2.fit', 'a:b?.gpx', '..\\..\\x.tcx', '.fit']),
  ).toEqual(['1.fit', '2.fit', 'a_b_.gpx', '__.._x.tcx', '_fit']);
});

test('files of one name stay apart, whatever the case and the ending', () => {
  expect(pathsOf(['run.fit', 'Run.FIT', 'run', 'run.gpx', null])).toEqual([
    'run.fit',
    'Run-sha1.FIT',
    'run-sha2',
    'run-sha3.gpx',
    'sha4',
  ]);
});

test('a download has a gigabyte at most, or a file', () => {
  expect(countsOf([])).toEqual([]);
  expect(countsOf([GIGABYTE - 1, 1, 1])).toEqual([2, 1]);
  expect(countsOf([GIGABYTE - 1, 2])).toEqual([1, 1]);
  expect(countsOf([GIGABYTE + 1, 1])).toEqual([1, 1]);
});

test('a download has five thousand files at most', () => {
  expect(countsOf(Array.from({ length: 5_001 }, () => 1))).toEqual([5_000, 1]);
});

test('names that a system takes for one stay apart: with a space behind, and accents written in two ways', () => {
  expect(
    pathsOf(['run.fit', 'run.fit ', 'run.fit.gz ', 'caf\u00e9.fit', 'cafe\u0301.fit']),
  ).toEqual(['run.fit', 'run-sha1.fit', 'run-sha2.fit', 'caf\u00e9.fit', 'cafe\u0301-sha4.fit']);
});

test('no name is longer than systems take, in any script, and none is cut within a letter', () => {
  const sha256 = 'f'.repeat(64);
  for (const letter of ['a', 'ж', '走', '🏃', 'x🏃']) {
    const name = `${letter.repeat(70_000)}.fit`;
    const [one, other] = rawFileParts([file(name, 0), { ...file(name, 1), sha256 }]).flat();
    for (const { path } of [one, other] as { path: string }[]) {
      expect(new TextEncoder().encode(path).length).toBeLessThanOrEqual(255);
      expect(path.isWellFormed()).toBe(true);
      expect(path).toMatch(/\.fit$/);
    }
    expect(other?.path).toContain(sha256);
  }
});
