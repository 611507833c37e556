import { describe, expect, it } from 'vitest';
import { FitBytes } from '../../../fixtures/fit-bytes.ts';
import { readStructure, type SegmentStructure } from '../../../src/import/fit/read-structure.ts';
import { RECORD, START } from './fit-activity.ts';

const HEADER = 14;

function structureOf(messages: FitBytes, length = messages.length): SegmentStructure {
  return readStructure(messages.file(), HEADER, HEADER + length);
}

describe('the structural pass', () => {
  it('notes where each record lies, when it was written and which definition holds', () => {
    const messages = new FitBytes()
      .define(0, 20, [RECORD.timestamp])
      .define(5, 20, [RECORD.timestamp, RECORD.heartRate], 'big')
      .message(0, START)
      .message(0, START + 1)
      .message(5, START + 2, 150);
    const { records, stop } = structureOf(messages);
    expect(stop).toBeNull();
    expect(records.count).toBe(3);
    const end = HEADER + messages.length;
    expect(Array.from(records.offset.subarray(0, 3))).toEqual([end - 15, end - 10, end - 5]);
    expect(Array.from(records.timestamp.subarray(0, 3))).toEqual([START, START + 1, START + 2]);
    expect(records.runs.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 3],
    ]);
    expect(records.runs[1]?.definition).toMatchObject({ littleEndian: false, contentSize: 5 });
  });

  it('follows a local number that is defined again', () => {
    const messages = new FitBytes()
      .define(0, 20, [RECORD.heartRate])
      .message(0, 150)
      .define(0, 233, [{ number: 1, type: 'byte', count: 7 }])
      .message(0, [1, 2, 3, 4, 5, 6, 7])
      .define(0, 20, [RECORD.power])
      .message(0, 250);
    const { records, stop } = structureOf(messages);
    expect(stop).toBeNull();
    expect(records.runs.map(({ definition }) => definition.contentSize)).toEqual([1, 2]);
  });

  it('counts the bytes of developer fields', () => {
    const messages = new FitBytes()
      .define(0, 20, [RECORD.heartRate, { number: 3, type: 'float32', developerDataIndex: 0 }])
      .message(0, 150, 1.5)
      .message(0, 151, 2.5);
    const { records, stop } = structureOf(messages);
    expect(stop).toBeNull();
    expect(records.count).toBe(2);
    expect(records.runs[0]?.definition.developerFields).toEqual([
      { number: 3, size: 4, developerDataIndex: 0, offset: 1 },
    ]);
  });

  it('takes a timestamp only from a field that can hold one', () => {
    const messages = new FitBytes()
      .define(0, 20, [{ number: 253, type: 'uint16' }, RECORD.heartRate])
      .message(0, 1000, 150);
    expect(structureOf(messages).records.timestamp[0]).toBe(0xffff_ffff);
  });

  it.each(['uint32z', 'sint32'] as const)(
    'takes a timestamp from four bytes of type %s',
    (type) => {
      const messages = new FitBytes().define(0, 20, [{ number: 253, type }]).message(0, START);
      expect(structureOf(messages).records.timestamp[0]).toBe(START);
    },
  );

  it('takes the first timestamp of a list', () => {
    const messages = new FitBytes()
      .define(0, 20, [{ number: 253, type: 'uint32', count: 2 }])
      .message(0, [START, START + 9]);
    expect(structureOf(messages).records.timestamp[0]).toBe(START);
  });

  it('stops before a message that runs beyond the end', () => {
    const messages = new FitBytes().define(0, 20, [RECORD.timestamp]).message(0, START);
    const begun = messages.length;
    messages.message(0, START + 1);
    for (let length = begun + 1; length < messages.length; length++) {
      const { records, stop } = structureOf(messages, length);
      expect(records.count).toBe(1);
      expect(stop).toEqual({ reason: 'cut', byteOffset: HEADER + begun });
    }
  });

  it.each([
    ['a data message', [0x02, 0]],
    ['a compressed header', [0xa5, 0]],
  ])('stops at %s whose local number nobody defined', (_, bytes) => {
    const messages = new FitBytes().define(0, 20, [RECORD.heartRate]).message(0, 150);
    const sound = messages.length;
    const { records, stop } = structureOf(messages.raw(...bytes));
    expect(records.count).toBe(1);
    expect(stop).toEqual({ reason: 'lost', byteOffset: HEADER + sound });
  });

  it('of nothing finds nothing', () => {
    const { records, summary, stop } = structureOf(new FitBytes());
    expect([records.count, summary.bytes.length, stop]).toEqual([0, 0, null]);
  });

  it('grows with the records: tens of thousands are found like the first', () => {
    const messages = new FitBytes().define(0, 20, [RECORD.timestamp]);
    for (let i = 0; i < 20_000; i++) messages.message(0, START + i);
    const { records } = structureOf(messages);
    expect(records.count).toBe(20_000);
    expect(records.timestamp[19_999]).toBe(START + 19_999);
    expect(records.runs).toHaveLength(1);
  });
});
