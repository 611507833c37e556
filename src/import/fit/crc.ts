/**
 * The checksum of FIT: CRC-16/ARC, polynomial P = x¹⁶ + x¹⁵ + x² + 1, reflected, initial value 0. Most of it is done a word
 * of four bytes at a time: P³² = x⁵¹² + x⁴⁸⁰ + x⁶⁴ + 1, so a word may be taken out of the data when it is added to the words
 * 1, 14 and 16 behind it, and the remainder by P stays the same. Only what is left at the end goes byte by byte.
 */

const REFLECTED_POLYNOMIAL = 0xa001;
const WORD_BYTES = 4;
/** How many words behind it a word is folded into, at most. */
const REACH = 16;
const REACH_BYTES = REACH * WORD_BYTES;
/** Bytes folded at a time: a copy of a whole file would cost as much as its checksum. */
const BLOCK_BYTES = 4096;

// Zeros in front change no CRC, and give the first words something to look back at.
const block = new Uint8Array(REACH_BYTES + BLOCK_BYTES + REACH_BYTES);
const words = new Int32Array(block.buffer);
// Built at first use.
let table: Uint16Array | undefined;

/** CRC of `bytes` from `start` up to, not including, `end`. */
export function fitCrc(bytes: Uint8Array, start: number, end: number): number {
  block.fill(0, 0, REACH_BYTES);
  let at = start;
  // What is left must be longer than words reach: those in front of it are folded into each other already.
  for (; end - at >= REACH_BYTES + BLOCK_BYTES; at += BLOCK_BYTES) {
    block.set(bytes.subarray(at, at + BLOCK_BYTES), REACH_BYTES);
    fold(REACH + BLOCK_BYTES / WORD_BYTES);
    block.copyWithin(0, BLOCK_BYTES);
  }
  const rest = bytes.subarray(at, end);
  block.set(rest, REACH_BYTES);
  const length = REACH_BYTES + rest.length;
  return crcOf(block, foldRest(Math.floor(length / WORD_BYTES)), length);
}

/**
 * Folds words into those behind them, from the one after the first 16 up to, not including, `end`. Byte order is all the
 * same. Two at a time: a word that is read as the 14th before one is kept until it is the 16th before another.
 */
function fold(end: number): void {
  let last = words[REACH - 1] as number;
  let even = words[0] as number;
  let odd = words[1] as number;
  let i = REACH;
  for (; i + 1 < end; i += 2) {
    const nextEven = words[i - 14] as number;
    const nextOdd = words[i - 13] as number;
    last ^= (words[i] as number) ^ nextEven ^ even;
    words[i] = last;
    last ^= (words[i + 1] as number) ^ nextOdd ^ odd;
    words[i + 1] = last;
    even = nextEven;
    odd = nextOdd;
  }
  if (i < end) words[i] = last ^ (words[i] as number) ^ (words[i - 14] as number) ^ even;
}

/**
 * Folds all but the last 16 of the first `count` words into those; returns the byte at which they start, 0 when there are
 * no more than 16.
 */
function foldRest(count: number): number {
  const word = (i: number): number => words[i] as number;
  const left = count - REACH;
  if (left < REACH) return 0;
  fold(left);
  for (let i = left; i < count; i++) {
    const from1 = i === left ? word(i - 1) : 0;
    const from14 = i - 14 < left ? word(i - 14) : 0;
    words[i] = word(i) ^ from1 ^ from14 ^ word(i - 16);
  }
  return left * WORD_BYTES;
}

function crcOf(data: Uint8Array, from: number, to: number): number {
  table ??= buildTable();
  let crc = 0;
  for (let at = from; at < to; at++) {
    crc = (crc >> 8) ^ (table[(crc ^ (data[at] as number)) & 0xff] as number);
  }
  return crc;
}

function buildTable(): Uint16Array {
  return Uint16Array.from({ length: 256 }, (_, value) => {
    let crc = value;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 1 ? (crc >> 1) ^ REFLECTED_POLYNOMIAL : crc >> 1;
    }
    return crc;
  });
}
