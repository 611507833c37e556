import { describe, expect, it } from 'vitest';
import { readAhead } from '../../src/archive/read-ahead.ts';
import { bytesSource } from './walked.ts';

const MB = 1_000_000;
const bytes = Uint8Array.from({ length: 2 * MB }, (_, index) => index % 251);

function metered() {
  const reads: [number, number][] = [];
  const source = bytesSource(bytes);
  const read = (start: number, end: number) => {
    reads.push([start, end]);
    return source.read(start, end);
  };
  return { reads, ahead: readAhead({ size: source.size, read }) };
}

describe('reading ahead', () => {
  it('gives the bytes that were asked for, in any order', async () => {
    const { ahead } = metered();
    for (const [start, end] of [
      [0, 30],
      [10, 600_000],
      [524_280, 524_300],
      [2 * MB - 5, 2 * MB],
      [100, 100],
      [3, 40],
    ] as const) {
      expect(await ahead.read(start, end)).toEqual(bytes.slice(start, end));
    }
  });

  it('asks once for many small neighbours', async () => {
    const { ahead, reads } = metered();
    for (let at = 0; at < 500_000; at += 1000) await ahead.read(at, at + 1000);
    expect(reads).toEqual([[0, 524_288]]);
  });

  it('never asks for more than there is, nor for more than a window on its own account', async () => {
    const { ahead, reads } = metered();
    await ahead.read(2 * MB - 10, 2 * MB - 5);
    await ahead.read(0, MB);
    expect(reads).toEqual([
      [2 * MB - 10, 2 * MB],
      [0, MB],
    ]);
  });
});
