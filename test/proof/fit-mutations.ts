/**
 * FIT files that lie: headers, definition messages and values that are possible byte for byte and mean something else than
 * what follows. The checksum is made right again for half of them, so that it is not what gives them away.
 */
import type { SeededRandom } from '../../fixtures/seeded-random.ts';
import { fitCrc } from '../../src/import/fit/crc.ts';
import { type MessageDefinition, readDefinition } from '../../src/import/fit/message-definition.ts';
import { type Mutate, pick } from './byte-mutations.ts';

/** Where the messages of a sound file lie. */
interface Layout {
  definitions: { at: number; definition: MessageDefinition }[];
  messages: { at: number; definition: MessageDefinition }[];
}

const FIRST_FIELD = 6;
const FIELD_BYTES = 3;
const EXTREMES = [0, 1, 0x7f, 0x80, 0xfe, 0xff];
const TIMESTAMP = 253;

/** Follows the first segment as far as it can be followed. */
function layoutOf(bytes: Uint8Array): Layout {
  const layout: Layout = { definitions: [], messages: [] };
  const local = new Map<number, MessageDefinition>();
  let at = bytes[0] ?? 0;
  while (at < bytes.length - 2) {
    const header = bytes[at] as number;
    if ((header & 0xc0) === 0x40) {
      const definition = readDefinition(bytes, at, bytes.length);
      if (definition === null) break;
      layout.definitions.push({ at, definition });
      local.set(header & 0x0f, definition);
      at += definition.byteLength;
      continue;
    }
    const definition = local.get((header & 0x80) === 0 ? header & 0x0f : (header >> 5) & 3);
    if (definition === undefined) break;
    layout.messages.push({ at, definition });
    at += 1 + definition.contentSize;
  }
  return layout;
}

function lyingHeader(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const lying = bytes.slice();
  const view = new DataView(lying.buffer);
  if (random.next() < 0.4) lying[0] = random.whole(0, 255);
  else {
    const size = view.getUint32(4, true);
    const lies = [0, 1, size - 1, size + 1, size >> 1, size * 2, 0x7fff_ffff, 0xffff_ffff];
    view.setUint32(4, pick(lies, random) >>> 0, true);
  }
  return lying;
}

/** One to three bytes of definition messages: counts, sizes, base types, numbers, byte order, developer fields. */
function lyingDefinition(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const lying = bytes.slice();
  const { definitions } = layoutOf(bytes);
  for (let left = random.whole(1, 3); left > 0 && definitions.length > 0; left--) {
    const { at, definition } = pick(definitions, random);
    const field = at + FIRST_FIELD + FIELD_BYTES * random.whole(0, definition.fields.length);
    const target = pick(
      // Header, byte order, message number twice, count, and number, size and base type of a field.
      [at, at + 2, at + 3, at + 4, at + 5, field, field + 1, field + 1, field + 2, field + 2],
      random,
    );
    if (target >= lying.length) continue;
    const toggled = (lying[target] as number) ^ (1 << random.whole(0, 7));
    lying[target] = pick([toggled, random.whole(0, 255), ...EXTREMES], random);
  }
  return lying;
}

/** Every field of some definitions at one size, also that of none. */
function uniformSizes(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const lying = bytes.slice();
  const size = pick([0, 1, 2, 3, 8, 255], random);
  for (const { at, definition } of layoutOf(bytes).definitions) {
    if (random.next() < 0.5) continue;
    definition.fields.forEach((_, i) => {
      lying[at + FIRST_FIELD + FIELD_BYTES * i + 1] = size;
    });
  }
  return lying;
}

/** Local numbers of messages changed: each is then read by the definition of another. */
function otherLocalNumbers(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const lying = bytes.slice();
  const { messages } = layoutOf(bytes);
  for (let left = random.whole(1, 5); left > 0 && messages.length > 0; left--) {
    const { at } = pick(messages, random);
    lying[at] = pick([random.whole(0, 15), 0x80 | random.whole(0, 127)], random);
  }
  return lying;
}

function wildTimestamps(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const lying = bytes.slice();
  const view = new DataView(lying.buffer);
  const share = pick([0.001, 0.01, 0.5, 1], random);
  const fixed = pick([0, 1, 0x0fff_ffff, 0x1000_0000, 0xffff_fffe, 0xffff_ffff, null], random);
  const stepS = pick([null, null, -1, 0, 61, 3601, 86_400], random);
  let clock = 1_000_000_000;
  for (const { at, definition } of layoutOf(bytes).messages) {
    if (definition.timestampOffset < 0 || random.next() > share) continue;
    const target = at + 1 + definition.timestampOffset;
    if (target + 4 > lying.length) break;
    clock = (clock + (stepS ?? 0)) >>> 0;
    const wild = fixed ?? random.whole(0, 0xffff_ffff);
    view.setUint32(target, stepS === null ? wild : clock, definition.littleEndian);
  }
  return lying;
}

/** Extreme values in the summary: sessions, laps, events, descriptions. */
function wildSummary(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const lying = bytes.slice();
  const summaries = layoutOf(bytes).messages.filter(
    ({ definition }) => definition.globalNumber !== 20,
  );
  for (let left = random.whole(1, 12); left > 0 && summaries.length > 0; left--) {
    const { at, definition } = pick(summaries, random);
    if (definition.fields.length === 0) continue;
    const { offset, size } = pick(definition.fields, random);
    const value = pick([...EXTREMES, null], random);
    for (let i = 0; i < size; i++) lying[at + 1 + offset + i] = value ?? random.whole(0, 255);
  }
  return lying;
}

/** One column of the records replaced: by noise, by one value throughout, by a saw tooth. */
function wildColumn(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const lying = bytes.slice();
  const records = layoutOf(bytes).messages.filter(
    ({ definition }) => definition.globalNumber === 20,
  );
  const number = pick([0, 1, 2, 3, 4, 5, 6, 7, 73, 78, TIMESTAMP], random);
  const kind = pick(['noise', 'constant', 'saw'], random);
  const constant = random.whole(0, 255);
  records.forEach(({ at, definition }, row) => {
    const field = definition.fields.find((candidate) => candidate.number === number);
    for (let i = 0; i < (field?.size ?? 0); i++) {
      const value = kind === 'noise' ? random.whole(0, 255) : constant;
      lying[at + 1 + (field?.offset ?? 0) + i] = kind === 'saw' ? (row * (7 + i)) & 0xff : value;
    }
  });
  return lying;
}

const LIES: Readonly<Record<string, Mutate>> = {
  lyingHeader,
  lyingDefinition,
  uniformSizes,
  otherLocalNumbers,
  wildTimestamps,
  wildSummary,
  wildColumn,
};

export const FIT_MUTATIONS: Readonly<Record<string, Mutate>> = Object.fromEntries(
  Object.entries(LIES).map(([name, lie]) => [
    name,
    (bytes, random, other) => {
      if (bytes.length < 14) return bytes;
      const lying = lie(bytes, random, other);
      return random.next() < 0.5 ? lying : withChecksum(lying);
    },
  ]),
);

function withChecksum(bytes: Uint8Array): Uint8Array {
  const sum = fitCrc(bytes, 0, bytes.length - 2);
  bytes[bytes.length - 2] = sum & 0xff;
  bytes[bytes.length - 1] = sum >> 8;
  return bytes;
}
