/**
 * The checksum of FIT: CRC-16/ARC, polynomial P = x¹⁶ + x¹⁵ + x² + 1, reflected, initial value 0. Most of it is done a word
 * of four bytes at a time: P³² = x⁵¹² + x⁴⁸⁰ + x⁶⁴ + 1, so a word may be taken out of the data when it is added to the words
 * 1, 14 and 16 behind it, and the remainder by P stays the same. Only what is left at the end goes byte by byte.
 */

const REFLECTED_POLYNOMIAL = 0xa001;
const WORD_BYTES = 4;
/** How many words behind it a word is folded into, at most. */
const REACH = 16;

// Built at first use.
let table: Uint16Array | undefined;

/** CRC of `bytes` from `start` up to, not including, `end`. */
export function fitCrc(bytes: Uint8Array, start: number, end: number): number {
  // Zeros in front change no CRC, and give the first words something to look back at.
  const data = new Uint8Array(REACH * WORD_BYTES + Math.max(end - start, 0));
  data.set(bytes.subarray(start, end), REACH * WORD_BYTES);
  return crcOf(data, foldWords(data));
}

/** Folds the words of `data`, in place, into what is left; returns where that starts. Adding is the same in any byte order. */
function foldWords(data: Uint8Array<ArrayBuffer>): number {
  const words = new Int32Array(data.buffer, 0, Math.floor(data.length / WORD_BYTES));
  const word = (i: number): number => words[i] as number;
  const left = words.length - REACH;
  let last = 0;
  for (let i = REACH; i < left; i++) {
    last ^= word(i) ^ word(i - 14) ^ word(i - 16);
    words[i] = last;
  }
  if (left <= REACH) return 0;
  words[left] = word(left) ^ last;
  for (let i = left; i < words.length; i++) {
    words[i] = word(i) ^ word(i - 16) ^ (i - 14 < left ? word(i - 14) : 0);
  }
  return left * WORD_BYTES;
}

function crcOf(data: Uint8Array, from: number): number {
  table ??= buildTable();
  let crc = 0;
  for (let at = from; at < data.length; at++) {
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
