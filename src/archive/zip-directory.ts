/**
 * The directory at the end of a ZIP archive, and its entries by random access: sizes, checksums and locks are known
 * before a byte of an entry is read, and any entry can be skipped. Our own because the data is unpacked by fflate, whose
 * reader goes from front to back only. Knows ZIP64 and bytes put before the archive; verifies what it is told.
 */
import { err, ok, type Result } from '../analysis/result.ts';
import { type ByteSource, chunksOf, sliceOf } from './byte-source.ts';
import { decodedPath } from './entry-path.ts';
import { uint16, uint32, uint64 } from './little-endian.ts';
import {
  DIRECTORY_HEADER,
  END_RECORD,
  isEncrypted,
  LOCAL_HEADER,
  LOCAL_HEADER_BYTES,
  UTF8_FLAG,
  withZip64,
  ZIP64_END_RECORD,
  type ZipEntry,
} from './zip-entry.ts';

export interface ZipDirectory {
  start: number;
  end: number;
  entryCount: number;
  /** Bytes before the archive itself, to be added to every offset in it. */
  shift: number;
}

const END_RECORD_BYTES = 22;
/** Stands in a 16-bit field whose value is in the ZIP64 record. */
const IN_ZIP64_16 = 0xffff;
const MAX_COMMENT_BYTES = 65_535;
const LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
const ZIP64_END_RECORD_BYTES = 56;
const DIRECTORY_HEADER_BYTES = 46;
const SIGNATURE_BYTES = 4;
/** Of the directory as a whole: what may stand behind its last header. */
const DIGITAL_SIGNATURE = 0x05054b50;

/** `missing`: there is none, as in an archive whose end was cut off. `split`: it speaks of other parts. */
export async function zipDirectory(
  source: ByteSource,
): Promise<Result<ZipDirectory, 'missing' | 'split'>> {
  const tailStart = Math.max(0, source.size - END_RECORD_BYTES - MAX_COMMENT_BYTES - LOCATOR_BYTES);
  const tail = await source.read(tailStart, source.size);
  const at = endRecordAt(tail);
  if (at < 0) return err('missing');
  if (isAnotherPart(uint16(tail, at + 4)) || isAnotherPart(uint16(tail, at + 6)))
    return err('split');
  const zip64 = await zip64EndRecord(source, tail, at, tailStart);
  const { entryCount, size, offset, recordAt } = zip64 ?? {
    entryCount: uint16(tail, at + 10),
    size: uint32(tail, at + 12),
    offset: uint32(tail, at + 16),
    recordAt: tailStart + at,
  };
  const shift = recordAt - size - offset;
  if (shift < 0) return err('missing');
  return ok({ start: recordAt - size, end: recordAt, entryCount, shift });
}

/** Where the last record lies that leaves room for the comment it announces; −1 for none. */
function endRecordAt(tail: Uint8Array): number {
  for (let at = tail.length - END_RECORD_BYTES; at >= 0; at--) {
    if (uint32(tail, at) !== END_RECORD) continue;
    if (at + END_RECORD_BYTES + uint16(tail, at + 20) <= tail.length) return at;
  }
  return -1;
}

function isAnotherPart(disk: number): boolean {
  return disk !== 0 && disk !== IN_ZIP64_16;
}

async function zip64EndRecord(source: ByteSource, tail: Uint8Array, at: number, tailStart: number) {
  const locatorAt = at - LOCATOR_BYTES;
  if (locatorAt < 0 || uint32(tail, locatorAt) !== LOCATOR) return null;
  const stated = uint64(tail, locatorAt + 8);
  const justBefore = tailStart + locatorAt - ZIP64_END_RECORD_BYTES;
  for (const recordAt of [stated, justBefore]) {
    if (recordAt < 0 || recordAt + ZIP64_END_RECORD_BYTES > source.size) continue;
    const record = await source.read(recordAt, recordAt + ZIP64_END_RECORD_BYTES);
    if (uint32(record, 0) !== ZIP64_END_RECORD) continue;
    return {
      entryCount: uint64(record, 32),
      size: uint64(record, 40),
      offset: uint64(record, 48),
      recordAt,
    };
  }
  return null;
}

/**
 * The entries in the directory's order, whose data is read from `content` (the same bytes as `source`, buffered apart).
 * Returns whether the directory could be followed to its end: that is where its bytes end, since its number of entries is
 * written in 16 bits and some writers let it begin at 0 again.
 */
export async function* directoryEntries(
  source: ByteSource,
  content: ByteSource,
  { start, end, entryCount, shift }: ZipDirectory,
): AsyncGenerator<ZipEntry, boolean> {
  let at = start;
  let entries = 0;
  for (; at + SIGNATURE_BYTES <= end; entries++) {
    const signature = uint32(await source.read(at, at + SIGNATURE_BYTES), 0);
    if (signature === DIGITAL_SIGNATURE) break;
    if (signature !== DIRECTORY_HEADER || at + DIRECTORY_HEADER_BYTES > end) return false;
    const fixed = await source.read(at, at + DIRECTORY_HEADER_BYTES);
    const lengths = [uint16(fixed, 28), uint16(fixed, 30), uint16(fixed, 32)] as const;
    const next = at + DIRECTORY_HEADER_BYTES + lengths[0] + lengths[1] + lengths[2];
    if (next > end) return false;
    const entry = directoryEntry(await source.read(at, next), content, shift);
    if (entry === null) return false;
    yield entry;
    at = next;
  }
  return entries >= entryCount;
}

/** `null` when the header speaks of bytes outside the archive. */
function directoryEntry(header: Uint8Array, content: ByteSource, shift: number): ZipEntry | null {
  const flags = uint16(header, 8);
  const method = uint16(header, 10);
  const nameEnd = DIRECTORY_HEADER_BYTES + uint16(header, 28);
  const extra = header.subarray(nameEnd, nameEnd + uint16(header, 30));
  const stated = [uint32(header, 24), uint32(header, 20), uint32(header, 42)];
  const full = withZip64(extra, stated);
  if (full === null) return null;
  const [size, packedSize, offset] = full as [number, number, number];
  const place = { start: shift + offset, packedSize };
  if (place.start + LOCAL_HEADER_BYTES + packedSize > content.size) return null;
  const slice = () => entryData(content, place);
  return {
    path: decodedPath(header.subarray(DIRECTORY_HEADER_BYTES, nameEnd), (flags & UTF8_FLAG) !== 0),
    isEncrypted: isEncrypted(flags, method),
    method,
    crc32: uint32(header, 16),
    size,
    packedSize,
    slice,
    async *data() {
      const packed = await slice();
      if (packed === null) return false;
      yield* chunksOf(packed);
      return true;
    },
  };
}

/** `null` when no entry begins where the directory says. */
async function entryData(
  content: ByteSource,
  { start, packedSize }: { start: number; packedSize: number },
): Promise<ByteSource | null> {
  const header = await content.read(start, start + LOCAL_HEADER_BYTES);
  if (uint32(header, 0) !== LOCAL_HEADER) return null;
  const dataStart = start + LOCAL_HEADER_BYTES + uint16(header, 26) + uint16(header, 28);
  if (dataStart + packedSize > content.size) return null;
  return sliceOf(content, dataStart, dataStart + packedSize);
}
