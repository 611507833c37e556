import { describe, expect, it } from 'vitest';
import { type ColumnMemory, withLentColumns } from '../../src/analysis/column-memory.ts';

const LENGTHS = [0, 1, 7, 1000];

/** Columns of `lengths`, full of ones. */
const filled = (memory: ColumnMemory, lengths: readonly number[]) =>
  lengths.map((length) =>
    length % 2 === 0 ? memory.float64(length).fill(1) : memory.uint32(length).fill(1),
  );

describe('lent columns', () => {
  it('are zeros, also where others were before', () => {
    for (let time = 0; time < 3; time++) {
      withLentColumns((memory) => {
        for (const length of LENGTHS) {
          expect([...memory.float64(length)]).toEqual(new Array(length).fill(0));
          expect([...memory.uint32(length)]).toEqual(new Array(length).fill(0));
        }
      });
      withLentColumns((memory) => filled(memory, [...LENGTHS, ...LENGTHS]));
    }
  });

  it('never share a place while they are lent', () => {
    withLentColumns((memory) => {
      const outer = filled(memory, LENGTHS);
      withLentColumns((inner) => inner.float64(3000).fill(2));
      const later = memory.float64(3000).fill(3);
      expect(outer.every((column) => column.every((value) => value === 1))).toBe(true);
      expect(later.every((value) => value === 3)).toBe(true);
    });
  });

  it('lie where those of the work before lay', () => {
    const place = () => withLentColumns((memory) => memory.float64(10).buffer);
    place();
    expect(place()).toBe(place());
  });

  it('are given back when the work throws', () => {
    const start = () => withLentColumns((memory) => memory.float64(10).byteOffset);
    start();
    const before = start();
    expect(() =>
      withLentColumns((memory) => {
        memory.float64(10);
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(start()).toBe(before);
  });

  it('are made anew beyond what is kept, as long as they are asked for', () => {
    withLentColumns((memory) => {
      const long = memory.float64(2_000_000).fill(1);
      const short = memory.float64(5).fill(2);
      expect(long.length).toBe(2_000_000);
      expect(long.every((value) => value === 1)).toBe(true);
      expect([...short]).toEqual([2, 2, 2, 2, 2]);
    });
  });

  it('are lent to the innermost piece of work only', () => {
    withLentColumns((memory) => {
      withLentColumns(() => {
        expect(() => memory.float64(1)).toThrow('innermost');
      });
      expect(memory.float64(1).length).toBe(1);
    });
  });
});
