import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunExposure } from '../../src/analysis/run-exposure.ts';
import { decodeExposure, encodeExposure } from '../../src/athlete/exposure-codec.ts';
import { arbitraryExposure } from './arbitrary-exposure.ts';

test('every exposure comes back from its row as it was', () => {
  fc.assert(
    fc.property(arbitraryExposure, (exposure) => {
      expect(decodeExposure(encodeExposure(exposure))).toEqual(exposure);
    }),
  );
});

test('cells are read from a blob that begins anywhere in its buffer', () => {
  const [exposure] = fc.sample(arbitraryExposure, { numRuns: 1, seed: 7 }) as [RunExposure];
  const { summary, cells } = encodeExposure(exposure);
  const shifted = new Uint8Array(cells.length + 3).subarray(3);
  shifted.set(cells);
  expect(decodeExposure({ summary, cells: shifted })).toEqual(exposure);
});

test('a blob of another version or of the wrong length is refused, not misread', () => {
  const [exposure] = fc.sample(arbitraryExposure, { numRuns: 1, seed: 7 }) as [RunExposure];
  const { summary, cells } = encodeExposure(exposure);
  const newer = cells.slice();
  newer[0] = 2;
  expect(() => decodeExposure({ summary, cells: newer })).toThrow('version 2');
  expect(() => decodeExposure({ summary, cells: cells.slice(0, -1) })).toThrow('not readable');
});
