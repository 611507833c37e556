/** CRC-32 as in ZIP and gzip (polynomial 0xEDB88320), four bytes a step; fflate keeps its own to itself. */

/** Four tables of 256 in a row: table k holds the CRC of each byte followed by k zero bytes. */
const TABLES = crcTables();

export function crc32(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stepsEnd = bytes.length - (bytes.length % 4);
  let crc = ~0;
  for (let at = 0; at < stepsEnd; at += 4) {
    const mixed = view.getInt32(at, true) ^ crc;
    crc =
      table(768 + (mixed & 0xff)) ^
      table(512 + ((mixed >>> 8) & 0xff)) ^
      table(256 + ((mixed >>> 16) & 0xff)) ^
      table(mixed >>> 24);
  }
  for (let at = stepsEnd; at < bytes.length; at++) {
    crc = table((crc ^ (bytes[at] as number)) & 0xff) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

function table(index: number): number {
  return TABLES[index] as number;
}

function crcTables(): Int32Array {
  const tables = new Int32Array(4 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    tables[byte] = crc;
  }
  for (let index = 256; index < tables.length; index++) {
    const shorter = tables[index - 256] as number;
    tables[index] = (tables[shorter & 0xff] as number) ^ (shorter >>> 8);
  }
  return tables;
}
