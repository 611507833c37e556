/**
 * The checksum of FIT: CRC-16/ARC (polynomial 0x8005 reflected, initial value 0), eight bytes a step ("slicing by 8"):
 * three times as fast as byte by byte, because only the first two look-ups of a step wait for the step before.
 */

const REFLECTED_POLYNOMIAL = 0xa001;

// 256 entries for each distance of a byte from the end of its step; built at first use.
let table: Uint16Array | undefined;

/** CRC of `bytes` from `start` up to, not including, `end`. */
export function fitCrc(bytes: Uint8Array, start: number, end: number): number {
  table ??= buildTable();
  const t = table;
  let crc = 0;
  let at = start;
  for (; at <= end - 8; at += 8) {
    crc =
      entry(t, 0x700 | (byte(bytes, at) ^ (crc & 0xff))) ^
      entry(t, 0x600 | (byte(bytes, at + 1) ^ (crc >> 8))) ^
      entry(t, 0x500 | byte(bytes, at + 2)) ^
      entry(t, 0x400 | byte(bytes, at + 3)) ^
      entry(t, 0x300 | byte(bytes, at + 4)) ^
      entry(t, 0x200 | byte(bytes, at + 5)) ^
      entry(t, 0x100 | byte(bytes, at + 6)) ^
      entry(t, byte(bytes, at + 7));
  }
  for (; at < end; at++) crc = (crc >> 8) ^ entry(t, (crc ^ byte(bytes, at)) & 0xff);
  return crc;
}

const byte = (bytes: Uint8Array, at: number): number => bytes[at] as number;
const entry = (t: Uint16Array, at: number): number => t[at] as number;

function buildTable(): Uint16Array {
  const built = new Uint16Array(8 * 256);
  for (let value = 0; value < 256; value++) {
    let crc = value;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 1 ? (crc >> 1) ^ REFLECTED_POLYNOMIAL : crc >> 1;
    }
    built[value] = crc;
  }
  for (let i = 256; i < built.length; i++) {
    const nearer = entry(built, i - 256);
    built[i] = (nearer >> 8) ^ entry(built, nearer & 0xff);
  }
  return built;
}
