/**
 * FIT files made to cost more than they weigh: as many segments, records, definitions or summaries as fit into some
 * hundred kilobytes.
 */
import { FitBytes } from '../../fixtures/fit-bytes.ts';
import type { SeededRandom } from '../../fixtures/seeded-random.ts';
import { chained } from '../../fixtures/watch-file-variants.ts';
import { pick } from './byte-mutations.ts';

const LARGEST_BYTES = 400_000;
const START = 1_000_000_000;
const RECORD = 20;
const SUMMARY_MESSAGES = [12, 18, 19, 21, 34, 206];

/** A file around `data`, whose checksum is not worth computing. */
function file(...data: readonly Uint8Array[]): Uint8Array {
  const body = chained(...data);
  const header = new FitBytes().file({ statedDataSize: body.length, crc: 0 }).slice(0, 14);
  return chained(header, body, new Uint8Array(2));
}

/** The messages alone, out of the file around them. */
const messages = (bytes: FitBytes): Uint8Array => bytes.file().slice(14, -2);

const fileId = (): FitBytes =>
  new FitBytes().define(0, 0, [{ number: 0, type: 'enum' }]).message(0, 4);

/** `part` as often as it fits. */
function repeated(part: Uint8Array, random: SeededRandom): Uint8Array {
  const times = Math.floor(random.whole(LARGEST_BYTES / 8, LARGEST_BYTES) / part.length);
  const whole = new Uint8Array(times * part.length);
  for (let i = 0; i < times; i++) whole.set(part, i * part.length);
  return whole;
}

/** Definition of any message, with fields that each may have any size. Returns its local number and size. */
function anyDefinition(bytes: FitBytes, random: SeededRandom): { local: number; size: number } {
  const local = random.whole(0, 3);
  const globalNumber = pick([RECORD, RECORD, ...SUMMARY_MESSAGES], random);
  const count = pick([0, 1, 3, 30, 255], random);
  let size = 0;
  bytes.raw(0x40 | local, 0, 0, globalNumber, 0, count);
  for (let i = 0; i < count; i++) {
    const fieldSize = pick([0, 0, 1, 1, 4], random);
    bytes.raw(
      pick([random.whole(0, 9), 253, 73, 78], random),
      fieldSize,
      pick([2, 0x86, 7], random),
    );
    size += fieldSize;
  }
  return { local, size };
}

function tinySegments(random: SeededRandom): Uint8Array {
  const bytes = fileId();
  if (random.next() < 0.7) bytes.define(1, RECORD, [{ number: 253, type: 'uint32' }]);
  if (random.next() < 0.7) {
    bytes.define(1, RECORD, [{ number: 253, type: 'uint32' }]).message(1, START);
  }
  return repeated(bytes.file({ headerSize: pick([12, 14], random) }), random);
}

/** Records of as few bytes as possible, with plain or compressed headers. */
function tinyRecords(random: SeededRandom): Uint8Array {
  const head = fileId()
    .define(1, RECORD, [{ number: 253, type: 'uint32' }])
    .message(1, START);
  const fields = pick([[], [3], [3, 4]], random);
  head.define(
    2,
    RECORD,
    fields.map((number) => ({ number, type: 'uint8' as const })),
  );
  const values = fields.map(() => random.whole(0, 255));
  const record = Uint8Array.of(random.next() < 0.5 ? 2 : 0xc0 | random.whole(0, 31), ...values);
  return file(messages(head), repeated(record, random));
}

/** Two or more definitions that take turns, so that no stretch of records is longer than one. */
function turns(random: SeededRandom): Uint8Array {
  const bytes = fileId();
  const round: number[] = [];
  for (let local = 1; local <= random.whole(2, 15); local++) {
    const width = pick([1, 2, 40, 255], random);
    bytes.raw(0x40 | local, 0, 0, pick([RECORD, RECORD, 21], random), 0, width);
    for (let i = 0; i < width; i++) bytes.raw(pick([3, 4, 5, 253], random), i === 0 ? 1 : 0, 2);
    round.push(local, random.whole(0, 255));
  }
  return file(messages(bytes), repeated(Uint8Array.from(round), random));
}

/** A new definition before each message. */
function definitions(random: SeededRandom): Uint8Array {
  const bytes = new FitBytes();
  const { local, size } = anyDefinition(bytes, random);
  const defined = chained(messages(bytes), Uint8Array.of(local), new Uint8Array(size));
  return file(messages(fileId()), repeated(defined, random));
}

/** Sessions, laps, timer events or field descriptions without end. */
function summaries(random: SeededRandom): Uint8Array {
  const bytes = fileId();
  const number = pick(SUMMARY_MESSAGES, random);
  const fields = [253, 2, 7].slice(0, random.whole(1, 3));
  bytes.raw(0x41, 0, 0, number, 0, fields.length + 2, 0, 1, 0, 1, 1, 0);
  for (const field of fields) bytes.raw(field, 4, 0x86);
  const row = [1, number === 18 ? 1 : 0, pick([0, 1, 4], random)];
  for (const _ of fields) row.push(0, 0, random.whole(0, 255), 60);
  return file(messages(bytes), repeated(Uint8Array.from(row), random));
}

/** Messages of random definitions, filled with random bytes. */
function anyMessages(random: SeededRandom): Uint8Array {
  const bytes = fileId();
  while (bytes.length < random.whole(100, 30_000)) {
    const { local, size } = anyDefinition(bytes, random);
    for (let left = random.whole(1, 20); left > 0; left--) {
      bytes.raw(local);
      for (let i = 0; i < size; i++) bytes.raw(random.whole(0, 255));
    }
  }
  return file(messages(bytes));
}

export const FIT_BOMBS: Readonly<Record<string, (random: SeededRandom) => Uint8Array>> = {
  tinySegments,
  tinyRecords,
  turns,
  definitions,
  summaries,
  anyMessages,
};
