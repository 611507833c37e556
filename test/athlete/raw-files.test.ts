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
