import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { MOST_LAYOUT_FIELDS } from '../../../src/import/fit/fit-limits.ts';
import { readStructure } from '../../../src/import/fit/read-structure.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heldBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const RECORD = 20;
/** Field `number` as a byte, defined under `localNumber` and written once. */
const oneByte = (localNumber: number, number: number, baseType = 2): number[] => [
  ...[0x40 | localNumber, 0, 0, RECORD, 0, 1],
  ...[number, 1, baseType],
  ...[localNumber, 150],
];

const HEART_RATE = 3;
const CADENCE = 4;

describe('records that are defined anew before each', () => {
  it('are runs of the layouts that they have', () => {
    const bytes = Uint8Array.from([
      ...oneByte(0, HEART_RATE),
      ...oneByte(0, HEART_RATE),
      ...oneByte(1, HEART_RATE),
      ...oneByte(1, CADENCE),
    ]);
    const { records, stop } = readStructure(bytes, 0, bytes.length);
    expect(stop).toBeNull();
    expect(records.runs.map(({ from, to }) => [from, to])).toEqual([
      [0, 3],
      [3, 4],
    ]);
    expect([...records.definitions].map(({ fields }) => fields[0]?.number)).toEqual([
      HEART_RATE,
      CADENCE,
    ]);
  });

  it('do not fill memory with definitions', () => {
    const pair = [...oneByte(0, HEART_RATE), ...oneByte(0, CADENCE)];
    const times = 200_000;
    const bytes = Uint8Array.from(
      { length: times * pair.length },
      (_, i) => pair[i % pair.length] ?? 0,
    );
    const before = heldBytes();
    const { records } = readStructure(bytes, 0, bytes.length);
    expect(records.count).toBe(2 * times);
    expect(records.definitions.size).toBe(2);
    expect(heldBytes() - before).toBeLessThan(16 * bytes.length);
  });

  it('each in another way are read until they are more than any watch has', () => {
    const layouts = Array.from({ length: MOST_LAYOUT_FIELDS }, (_, i) =>
      oneByte(0, i & 0xff, (i >> 8) & 0xff),
    );
    const bytes = Uint8Array.from(layouts.flat());
    const { records, stop } = readStructure(bytes, 0, bytes.length);
    expect(records.count).toBe(MOST_LAYOUT_FIELDS / 2);
    expect(stop).toEqual({ reason: 'full', byteOffset: (11 * MOST_LAYOUT_FIELDS) / 2 });
  });
});
