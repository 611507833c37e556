/** Bytes that no watch wrote: whatever they are, decoding ends, throws nothing, and costs in proportion to them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFit } from '../../../fixtures/encode-fit.ts';
import { FitBytes } from '../../../fixtures/fit-bytes.ts';
import { syntheticRun } from '../../../fixtures/synthetic-run.ts';
import { chained, developerPower, severalSessions } from '../../../fixtures/watch-file-variants.ts';
import { decodeFile } from '../../../src/import/decode-file.ts';
import { MOST_RECORDS, MOST_SEGMENTS, MOST_SESSIONS } from '../../../src/import/fit/fit-limits.ts';
import { decoded, FitActivity, kinds, only, RECORD, START } from './fit-activity.ts';

const short = encodeFit(syntheticRun({ segments: [{ speedMps: 3, durationS: 30 }] }));
const compressed = compressedRun();
const FILES = [short, compressed, developerPower(), severalSessions(), chained(short, compressed)];

function compressedRun(): Uint8Array {
  const run = new FitActivity().session({ elapsedMs: 60_000 });
  run.bytes
    .define(3, 20, [RECORD.heartRate, RECORD.compressedSpeedDistance])
    .define(2, 20, [RECORD.timestamp, RECORD.altitude], 'big')
    .message(2, START, 2500);
  for (let t = 1; t < 60; t++) run.bytes.compressed(3, START + t, 150, [t, 0x10, t]);
  return run.bytes.file();
}

const at = (column: Float64Array, row: number): number => column[row] as number;

const anyFile = fc.constantFrom(...FILES);
/** Taken modulo the length of the file. */
const anyPlace = fc.noBias(fc.nat());

/** What must hold of any input. Returns the number of activities. */
function expectSane(bytes: Uint8Array): number {
  const result = decodeFile(bytes);
  if (!result.ok) {
    expect(result.error.message).toMatch(/\.$/);
    return 0;
  }
  const { activities, records } = result.value;
  expect(activities.length).toBeGreaterThan(0);
  expect(records).toBeLessThanOrEqual(bytes.length);
  let sampleCount = 0;
  for (const { samples, pauses, startTimeS } of activities) {
    sampleCount += samples.count;
    expect(Number.isFinite(startTimeS)).toBe(true);
    for (const column of Object.values(samples)) {
      if (column instanceof Float64Array) expect(column.length).toBe(samples.count);
    }
    expect(Number.isNaN(samples.timeS[0] ?? 0)).toBe(false);
    const runsBack = samples.timeS.findIndex(
      (time, i) => i > 0 && !(time > at(samples.timeS, i - 1)),
    );
    expect(runsBack).toBe(-1);
    pauses.forEach(({ startTimeS, endTimeS }, i) => {
      expect(endTimeS).toBeGreaterThan(startTimeS);
      if (i > 0) expect(startTimeS).toBeGreaterThanOrEqual(pauses[i - 1]?.endTimeS as number);
    });
  }
  expect(sampleCount).toBeLessThanOrEqual(records);
  return activities.length;
}

describe('decoding never throws and never invents records', { timeout: 60_000 }, () => {
  it('on files cut anywhere', () => {
    fc.assert(
      fc.property(anyFile, anyPlace, (file, place) => {
        expectSane(file.slice(0, place % file.length));
      }),
      { numRuns: 300 },
    );
  });

  it('on every cut of one file, and keeps the more of it the later the cut', () => {
    let before = 0;
    for (let length = 0; length <= compressed.length; length++) {
      const result = decodeFile(compressed.slice(0, length));
      const records = result.ok ? result.value.records : 0;
      expect(records).toBeGreaterThanOrEqual(before);
      before = records;
    }
    expect(before).toBe(60);
  });

  it('on files with flipped bits', () => {
    const flip = fc.tuple(anyPlace, fc.nat(7));
    let decodedFiles = 0;
    fc.assert(
      fc.property(anyFile, fc.array(flip, { minLength: 1, maxLength: 8 }), (file, flips) => {
        const flipped = file.slice();
        for (const [place, bit] of flips) {
          const at = place % file.length;
          flipped[at] = (flipped[at] as number) ^ (1 << bit);
        }
        decodedFiles += expectSane(flipped) > 0 ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    expect(decodedFiles).toBeGreaterThan(250);
  });

  it('on files with bytes taken out, put in or written over', () => {
    const splice = fc.record({
      place: anyPlace,
      remove: fc.nat(40),
      insert: fc.uint8Array({ maxLength: 40 }),
    });
    fc.assert(
      fc.property(anyFile, splice, (file, { place, remove, insert }) => {
        const at = place % file.length;
        expectSane(chained(file.slice(0, at), insert, file.slice(at + remove)));
      }),
      { numRuns: 500 },
    );
  });

  it('on random bytes behind a header', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expectSane(new FitBytes().raw(...bytes).file());
      }),
      { numRuns: 500 },
    );
  });

  it('on random messages of known kinds', () => {
    const kind = fc.constantFrom(0, 12, 18, 19, 20, 21, 34, 206);
    const definition = fc.tuple(
      kind,
      fc.array(fc.tuple(fc.nat(255), fc.nat(9), fc.nat(255)), { maxLength: 12 }),
    );
    const content = fc.uint8Array({ minLength: 0, maxLength: 120 });
    fc.assert(
      fc.property(fc.array(fc.tuple(definition, content), { maxLength: 12 }), (messages) => {
        const bytes = new FitBytes();
        for (const [[globalNumber, fields], filling] of messages) {
          bytes.raw(0x40, 0, 0, globalNumber, 0, fields.length, ...fields.flat(), 0);
          const size = fields.reduce((sum, [, fieldSize]) => sum + fieldSize, 0);
          for (let i = 0; i < size; i++) bytes.raw(filling[i % Math.max(1, filling.length)] ?? 0);
        }
        expectSane(bytes.file());
      }),
      { numRuns: 500 },
    );
  });

  it('on any bytes at all', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expectSane(bytes)));
  });
});

describe('a file made to be costly', { timeout: 60_000 }, () => {
  /** Milliseconds; each of these takes a tenth on an idle machine, and minutes or all memory if a limit fails. */
  const SOON = 10_000;

  function soon<T>(work: () => T): T {
    const start = performance.now();
    const value = work();
    expect(performance.now() - start).toBeLessThan(SOON);
    return value;
  }

  it('whose definition claims 65,025 bytes a record takes none of them', () => {
    const bytes = new FitBytes().raw(0x40, 0, 0, 20, 0, 255);
    for (let i = 0; i < 255; i++) bytes.raw(253, 255, 0x86);
    bytes.raw(0, 0, 0);
    expect(decodeFile(bytes.file())).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
  });

  it('of records of one byte each is read up to the limit', () => {
    const head = new FitActivity().session();
    head.bytes.define(3, 20, []);
    const data = Array.from(
      { length: head.bytes.length },
      (_, i) => head.bytes.file()[14 + i] as number,
    );
    const records = new Uint8Array(MOST_RECORDS + 10_000).fill(3);
    const file = soon(() => decoded(withData(Uint8Array.from([...data, ...records]))));
    expect(file.records).toBe(MOST_RECORDS);
    expect(kinds(file)).toContain('damaged');
    expect(only(file.activities).samples.count).toBe(0);
  });

  it('of records that take turns between two wide definitions is read in time', () => {
    const { bytes } = new FitActivity().session();
    for (const local of [0, 1]) {
      bytes.raw(0x40 | local, 0, 0, 20, 0, 255);
      for (let i = 0; i < 255; i++) bytes.raw(5, i === 0 ? 1 : 0, 2);
    }
    const turns = Uint8Array.from({ length: 400_000 }, (_, i) => [0, 7, 1, 7][i % 4] as number);
    const data = bytes.file().slice(14, -2);
    const file = soon(() => decodeFile(withData(Uint8Array.from([...data, ...turns]))));
    expect(file).toMatchObject({ ok: true, value: { records: 200_000 } });
  });

  it('of thousands of chained activities is read up to the limit', () => {
    const one = new FitActivity().session().bytes.file();
    const all = chained(...new Array<Uint8Array>(5000).fill(one));
    const file = soon(() => decoded(all));
    expect(file.activities).toHaveLength(MOST_SEGMENTS);
    expect(kinds(file)).toContain('damaged');
  });

  it('of thousands of sessions, laps and pauses is read up to the limit', () => {
    const many = new FitActivity();
    for (let i = 0; i < 3000; i++) {
      many.session({ start: START + i }).lap({ start: START + i });
      many.timer(START + 2 * i, 4).timer(START + 2 * i + 1, 0);
    }
    const file = soon(() => many.decode());
    expect(file.activities).toHaveLength(MOST_SESSIONS);
  });

  it('of summaries without end is read up to the limit', () => {
    const bytes = new FitActivity().session();
    bytes.bytes.define(4, 21, [RECORD.timestamp, { number: 0, type: 'enum' }]);
    const head = bytes.bytes.file().slice(14, -2);
    const event = [4, 0, 0, 0, 60, 0];
    const events = Uint8Array.from({ length: 6 * 300_000 }, (_, i) => event[i % 6] as number);
    const file = soon(() => decoded(withData(Uint8Array.from([...head, ...events]))));
    expect(kinds(file)).toContain('damaged');
    expect(file.activities).toHaveLength(1);
  });

  it('of more events than are read keeps the records after them', () => {
    const crowded = new FitActivity();
    crowded.bytes.define(4, 21, [RECORD.timestamp, { number: 0, type: 'enum' }]);
    for (let i = 0; i < 40_000; i++) crowded.bytes.message(4, START, 60);
    const file = crowded.records([RECORD.timestamp], [[START], [START + 1]]).bytes.file();
    const { activities, records, warnings } = soon(() => decoded(file));
    expect(only(activities).samples.count).toBe(2);
    expect(records).toBe(2);
    expect(warnings.at(-1)?.message).toContain('more than any activity');
  });

  it('with a wild clock in every other record is put in order in time', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => [
      i % 2 === 0 ? START + i : (i * 2_654_435_761) % 0xffff_fffe,
    ]);
    const wild = new FitActivity()
      .records([RECORD.timestamp], rows)
      .session({ elapsedMs: 50_000_000 });
    const file = wild.bytes.file();
    const { activities } = soon(() => decoded(file));
    expect(only(activities).samples.count).toBeGreaterThanOrEqual(25_000);
  });

  /** A file around `data`; its checksum is not worth computing bit by bit. */
  function withData(data: Uint8Array): Uint8Array {
    const header = new FitBytes().file({ statedDataSize: data.length, crc: 0 }).slice(0, 14);
    return chained(header, data, new Uint8Array(2));
  }
});
