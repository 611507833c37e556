/**
 * The data of a streamed entry whose sizes and checksum follow it in a data descriptor. Where it ends is found by the
 * descriptor itself: one that names exactly as many bytes as came before it, with the next header right behind it.
 * A signature that happens to lie in the data, or a whole archive stored as the data, does not pass for that.
 */
import { uint32, uint64 } from './little-endian.ts';
import type { SequentialBytes } from './sequential-bytes.ts';
import {
  DATA_DESCRIPTOR,
  DEFLATED,
  DIRECTORY_HEADER,
  FIRST_LETTER,
  LOCAL_HEADER,
  LOCAL_HEADER_BYTES,
  LONGEST_DESCRIPTOR_BYTES,
  type ZipEntry,
} from './zip-entry.ts';
import { isPlausibleHeader } from './zip-local-header.ts';

interface DataEnd {
  dataBytes: number;
  descriptorBytes: number;
  /** `null` without a descriptor. */
  described: Pick<ZipEntry, 'crc32' | 'packedSize' | 'size'> | null;
}

/** With and without its optional signature, with 64-bit and 32-bit sizes. */
const DESCRIPTOR_LAYOUTS = [
  { signed: true, sizeBytes: 4 },
  { signed: true, sizeBytes: 8 },
  { signed: false, sizeBytes: 4 },
  { signed: false, sizeBytes: 8 },
] as const;

/** Yields the data; sets the sizes and the checksum of `entry` at its end. Returns false when the stream ends first. */
export async function* describedData(
  bytes: SequentialBytes,
  entry: ZipEntry,
): AsyncGenerator<Uint8Array, boolean> {
  let passed = 0;
  for (;;) {
    const end = dataEnd(bytes.held, passed, entry.method);
    if (end !== null) {
      const last = bytes.take(end.dataBytes);
      bytes.take(end.descriptorBytes);
      Object.assign(entry, end.described);
      yield last;
      return true;
    }
    // What may be the beginning of a descriptor and its header waits for more.
    const waiting = LONGEST_DESCRIPTOR_BYTES + LOCAL_HEADER_BYTES;
    const piece = bytes.take(Math.max(0, bytes.held.length - waiting));
    passed += piece.length;
    if (piece.length > 0) yield piece;
    if (!(await bytes.grow())) break;
  }
  yield bytes.take(bytes.held.length);
  return false;
}

function dataEnd(held: Uint8Array, passed: number, method: number): DataEnd | null {
  for (let at = held.indexOf(FIRST_LETTER); at >= 0; at = held.indexOf(FIRST_LETTER, at + 1)) {
    const signature = uint32(held, at);
    if (signature !== LOCAL_HEADER && signature !== DIRECTORY_HEADER) continue;
    const end = describedEnd(held, at, passed);
    if (end !== null) return end;
    const isLost = method === DEFLATED && isPlausibleHeader(held.subarray(at));
    if (isLost) return { dataBytes: at, descriptorBytes: 0, described: null };
  }
  return null;
}

/** The descriptor that ends at `headerAt` and names all bytes before it. */
function describedEnd(held: Uint8Array, headerAt: number, passed: number): DataEnd | null {
  for (const { signed, sizeBytes } of DESCRIPTOR_LAYOUTS) {
    const descriptorBytes = (signed ? 8 : 4) + 2 * sizeBytes;
    const dataBytes = headerAt - descriptorBytes;
    if (dataBytes < 0) continue;
    if (signed && uint32(held, dataBytes) !== DATA_DESCRIPTOR) continue;
    const size = sizeBytes === 4 ? uint32 : uint64;
    const crcAt = dataBytes + (signed ? 4 : 0);
    if (size(held, crcAt + 4) !== passed + dataBytes) continue;
    const described = {
      crc32: uint32(held, crcAt),
      packedSize: passed + dataBytes,
      size: size(held, crcAt + 4 + sizeBytes),
    };
    return { dataBytes, descriptorBytes, described };
  }
  return null;
}
