/**
 * Where the segments of a FIT file lie: each has its own header, data and checksum, and files may be chained one behind
 * the other. Believes the length in a header only as far as the bytes bear it out.
 */
import { fitCrc } from './crc.ts';

export interface Segment {
  dataStart: number;
  dataEnd: number;
  /** Where the next segment would start. */
  next: number;
  problem: 'bad-crc' | 'truncated' | 'wrong-length' | null;
}

const SHORTEST_HEADER = 12;
const DATA_SIZE_OFFSET = 4;
const SIGNATURE_OFFSET = 8;
/** `.FIT`, as a little-endian number. */
const SIGNATURE = 0x5449_462e;
const CRC_BYTES = 2;

/** The segment whose header starts at `start`; `null` when there is no header. */
export function segmentAt(bytes: Uint8Array, start: number): Segment | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isHeader(view, start)) return null;
  const fileEnd = bytes.length;
  const dataStart = start + view.getUint8(start);
  const dataEnd = dataStart + view.getUint32(start + DATA_SIZE_OFFSET, true);
  const next = dataEnd + CRC_BYTES;

  if (dataEnd > dataStart && next <= fileEnd) {
    const isIntact = fitCrc(bytes, start, dataEnd) === view.getUint16(dataEnd, true);
    if (isIntact) return { dataStart, dataEnd, next, problem: null };
    if (next === fileEnd || isHeader(view, next)) {
      return { dataStart, dataEnd, next, problem: 'bad-crc' };
    }
  }
  // The checksum of data followed by its own checksum is 0: the file is whole and its header is wrong.
  const isWhole = dataEnd === dataStart || next < fileEnd || fitCrc(bytes, start, fileEnd) === 0;
  return isWhole
    ? {
        dataStart,
        dataEnd: Math.max(dataStart, fileEnd - CRC_BYTES),
        next: fileEnd,
        problem: 'wrong-length',
      }
    : { dataStart, dataEnd: Math.min(dataEnd, fileEnd), next: fileEnd, problem: 'truncated' };
}

function isHeader(view: DataView, start: number): boolean {
  return (
    start + SHORTEST_HEADER <= view.byteLength &&
    view.getUint8(start) >= SHORTEST_HEADER &&
    view.getUint32(start + SIGNATURE_OFFSET, true) === SIGNATURE
  );
}
