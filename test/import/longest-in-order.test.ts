import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestInOrder } from '../../src/import/longest-in-order.ts';

const rowsOf = (times: number[]) => Array.from(longestInOrder(Float64Array.from(times)));

describe('the longest list of times in order', () => {
  it('is all of them where none falls, equal ones included', () => {
    expect(rowsOf([1, 2, 2, 3])).toEqual([0, 1, 2, 3]);
  });

  it('leaves out one wild time, early or late', () => {
    expect(rowsOf([1, 2, 99, 3, 4])).toEqual([0, 1, 3, 4]);
    expect(rowsOf([5, 6, 1, 7, 8])).toEqual([0, 1, 3, 4]);
    expect(rowsOf([99, 1, 2, 3])).toEqual([1, 2, 3]);
  });

  it('keeps the longer side of a clock that was set back', () => {
    expect(rowsOf([11, 12, 1, 2, 3, 4])).toEqual([2, 3, 4, 5]);
  });

  it('skips missing times, and is empty where all are missing', () => {
    expect(rowsOf([Number.NaN, 1, Number.NaN, 2])).toEqual([1, 3]);
    expect(rowsOf([Number.NaN, Number.NaN])).toEqual([]);
    expect(rowsOf([])).toEqual([]);
  });

  it('is in order, and no list found by trying all is longer', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), (times) => {
        const rows = rowsOf(times);
        for (let i = 1; i < rows.length; i++) {
          expect(rows[i] as number).toBeGreaterThan(rows[i - 1] as number);
          expect(times[rows[i] as number]).toBeGreaterThanOrEqual(
            times[rows[i - 1] as number] as number,
          );
        }
        expect(rows.length).toBe(longestByTrying(times));
      }),
    );
  });
});

function longestByTrying(times: number[], from = Number.NEGATIVE_INFINITY): number {
  return times.reduce(
    (best, time, i) =>
      time < from ? best : Math.max(best, 1 + longestByTrying(times.slice(i + 1), time)),
    0,
  );
}
