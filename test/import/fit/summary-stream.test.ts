import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { type FieldSpec, FitBytes } from '../../../fixtures/fit-bytes.ts';
import { decodeSummary } from '../../../src/import/fit/fit-sdk.ts';
import { readStructure } from '../../../src/import/fit/read-structure.ts';
import { RECORD, RUNNING, START, START_UNIX } from './fit-activity.ts';

const TIMESTAMP = RECORD.timestamp;
const EVENT: FieldSpec = { number: 0, type: 'enum' };
const EVENT_TYPE: FieldSpec = { number: 1, type: 'enum' };
const SPORT: FieldSpec = { number: 5, type: 'enum' };
const DISTANCE: FieldSpec = { number: 9, type: 'uint32' };
const UNUSED: FieldSpec = { number: 48, type: 'uint32' };
const TIMER = 0;

function streamOf(messages: FitBytes): Uint8Array {
  return readStructure(messages.file(), 14, 14 + messages.length).summary.bytes;
}

function summaryOf(messages: FitBytes) {
  const { summary, failure } = decodeSummary(streamOf(messages));
  expect(failure).toBeNull();
  return summary;
}

describe('the summary stream', () => {
  it('keeps the fields that someone reads, and no others', () => {
    const stream = streamOf(
      new FitBytes().define(2, 18, [UNUSED, SPORT, DISTANCE]).message(2, 1, RUNNING, 50_000),
    );
    const kept = new FitBytes().raw(0x42, 0, 0, 18, 0, 2, 5, 1, 0x00, 9, 4, 0x06);
    kept.raw(2, RUNNING, 0x50, 0xc3, 0, 0);
    expect(Array.from(stream)).toEqual(Array.from(kept.file().slice(14, -2)));
  });

  it('holds nothing of records and of messages that nobody reads', () => {
    const messages = new FitBytes()
      .define(0, 20, [TIMESTAMP])
      .message(0, START)
      .define(1, 23, [TIMESTAMP])
      .message(1, START)
      .define(2, 18, [UNUSED])
      .message(2, 7);
    expect(streamOf(messages)).toHaveLength(0);
  });

  it('writes a definition once for many messages, and again when it changes', () => {
    const messages = new FitBytes().define(4, 21, [TIMESTAMP, EVENT, EVENT_TYPE]);
    messages.message(4, START, TIMER, 0).message(4, START + 10, TIMER, 4);
    const two = streamOf(messages).length;
    expect(two).toBe(6 + 3 * 3 + 2 * 7);
    messages.define(4, 21, [EVENT_TYPE, EVENT, TIMESTAMP], 'big').message(4, 0, TIMER, START + 20);
    expect(streamOf(messages)).toHaveLength(two + 6 + 3 * 3 + 7);
    expect(summaryOf(messages).timerEvents).toEqual([
      { timeS: START_UNIX, type: 'start' },
      { timeS: START_UNIX + 10, type: 'stopAll' },
      { timeS: START_UNIX + 20, type: 'start' },
    ]);
  });

  it('does not confuse two messages that take turns on one local number', () => {
    const messages = new FitBytes();
    for (let i = 0; i < 3; i++) {
      messages.define(1, 20, [TIMESTAMP]).message(1, START + i);
      messages.define(1, 18, [SPORT, DISTANCE]).message(1, RUNNING, 1000 * (i + 1));
    }
    expect(summaryOf(messages).sessions.map(({ distanceM }) => distanceM)).toEqual([10, 20, 30]);
  });

  it('gives messages with compressed timestamps their full time', () => {
    const messages = new FitBytes()
      .define(0, 20, [TIMESTAMP])
      .define(1, 21, [EVENT, EVENT_TYPE])
      .define(2, 21, [EVENT, EVENT_TYPE], 'big')
      .message(0, START)
      .compressed(1, START + 5, TIMER, 4)
      .compressed(2, START + 15, TIMER, 0)
      .compressed(1, START + 40, TIMER, 4);
    expect(summaryOf(messages).timerEvents).toEqual([
      { timeS: START_UNIX + 5, type: 'stopAll' },
      { timeS: START_UNIX + 15, type: 'start' },
      { timeS: START_UNIX + 40, type: 'stopAll' },
    ]);
  });

  it('leaves out fields of a base type that does not exist', () => {
    // Sport as base type 0x1e, then distance.
    const messages = new FitBytes().raw(0x40, 0, 0, 18, 0, 2, 5, 1, 0x1e, 9, 4, 0x86);
    messages.raw(0, 1, 0xe8, 3, 0, 0);
    expect(summaryOf(messages).sessions).toMatchObject([{ sport: null, distanceM: 10 }]);
  });

  it('drops developer fields of sessions and laps', () => {
    const messages = new FitBytes()
      .define(1, 18, [SPORT, { number: 0, type: 'float32', developerDataIndex: 0 }])
      .message(1, RUNNING, 1.5)
      .message(1, RUNNING, 2.5);
    expect(summaryOf(messages).sessions).toHaveLength(2);
    expect(streamOf(messages)).toHaveLength(6 + 3 + 2 * 2);
  });
});

describe('a file that defines a lap anew before each', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');

  function heldBytes(): number {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  }

  it.each([
    ['that is kept, until the stream is full', 25],
    ['that nobody reads', 125],
  ])('for a field %s, does not fill memory with definitions', (_, field) => {
    const lap = [0x42, 0, 0, 19, 0, 1, field, 1, 0, 2, RUNNING];
    const bytes = Uint8Array.from(
      { length: 200_000 * lap.length },
      (_, i) => lap[i % lap.length] ?? 0,
    );
    const before = heldBytes();
    const { summary } = readStructure(bytes, 0, bytes.length);
    expect(heldBytes() - before).toBeLessThan(4 * bytes.length);
    expect(summary.bytes.length).toBeLessThan(bytes.length);
  });
});
