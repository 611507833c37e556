/**
 * The entries of a ZIP archive that can only be read from front to back: one packed inside another, or one whose end, and
 * with it the directory, was cut off. Follows the header in front of each entry; where none begins, looks for the next.
 */
import { describedData } from './described-data.ts';
import { uint32 } from './little-endian.ts';
import type { SequentialBytes } from './sequential-bytes.ts';
import {
  DIRECTORY_HEADER,
  END_RECORD,
  FIRST_LETTER,
  LOCAL_HEADER,
  LOCAL_HEADER_BYTES,
  LONGEST_DESCRIPTOR_BYTES,
  SPLIT_MARKER,
  TEMPORARY_SPLIT_MARKER,
  ZIP64_END_RECORD,
  type ZipEntry,
} from './zip-entry.ts';
import {
  isPlausibleHeader,
  type LocalHeader,
  localHeader,
  localHeaderBytes,
} from './zip-local-header.ts';

/** `whole`: up to the directory. `damaged`: something is missing in between. `cut-off`: it ends before the directory. */
export type ArchiveEnding = 'whole' | 'damaged' | 'cut-off';

const ARCHIVE_EXTRA_DATA = 0x08064b50;

/** What is not read of an entry's data before the next entry is asked for is passed over. */
export async function* streamedEntries(
  bytes: SequentialBytes,
): AsyncGenerator<ZipEntry, ArchiveEnding> {
  let isDamaged = false;
  if ((await bytes.has(4)) && isSplitMarker(uint32(bytes.held, 0))) bytes.take(4);
  for (;;) {
    if (!(await bytes.has(4))) return 'cut-off';
    const signature = uint32(bytes.held, 0);
    if (isDirectory(signature)) return isDamaged ? 'damaged' : 'whole';
    if (signature !== LOCAL_HEADER) {
      isDamaged = true;
      if (!(await seekHeader(bytes))) return 'cut-off';
    }
    if (!(await bytes.has(LOCAL_HEADER_BYTES))) return 'cut-off';
    const headerBytes = localHeaderBytes(bytes.held);
    if (!(await bytes.has(headerBytes))) return 'cut-off';
    const header = localHeader(bytes.take(headerBytes));
    if (header === null) {
      isDamaged = true;
      continue;
    }
    const { entry, data } = streamedEntry(bytes, header);
    yield entry;
    for await (const _ of data);
  }
}

function isSplitMarker(signature: number): boolean {
  return signature === SPLIT_MARKER || signature === TEMPORARY_SPLIT_MARKER;
}

function isDirectory(signature: number): boolean {
  return [DIRECTORY_HEADER, END_RECORD, ZIP64_END_RECORD, ARCHIVE_EXTRA_DATA].includes(signature);
}

function streamedEntry(bytes: SequentialBytes, header: LocalHeader) {
  const { mayBeDescribed, ...stated } = header;
  const entry: ZipEntry = {
    ...stated,
    data: () => leftOpen(data),
    slice: async () => null,
  };
  const data =
    header.packedSize === null
      ? describedData(bytes, entry)
      : countedData(bytes, header.packedSize, mayBeDescribed);
  return { entry, data };
}

async function* countedData(
  bytes: SequentialBytes,
  packedSize: number,
  mayBeDescribed: boolean,
): AsyncGenerator<Uint8Array, boolean> {
  let left = packedSize;
  while (left > 0) {
    if (!(await bytes.has(1))) return false;
    const piece = bytes.take(left);
    left -= piece.length;
    yield piece;
  }
  if (mayBeDescribed) await skipDescriptor(bytes);
  return true;
}

async function skipDescriptor(bytes: SequentialBytes): Promise<void> {
  await bytes.has(LONGEST_DESCRIPTOR_BYTES + 4);
  const length = [0, 16, 24, 12, 20].find((at) => {
    const signature = uint32(bytes.held, at);
    return signature === LOCAL_HEADER || isDirectory(signature);
  });
  bytes.take(length ?? 0);
}

/** Takes what lies before the next header. False when there is none. */
async function seekHeader(bytes: SequentialBytes): Promise<boolean> {
  do {
    const { held } = bytes;
    for (let at = held.indexOf(FIRST_LETTER); at >= 0; at = held.indexOf(FIRST_LETTER, at + 1)) {
      if (isPlausibleHeader(held.subarray(at))) {
        bytes.take(at);
        return true;
      }
    }
    bytes.take(Math.max(0, held.length - LOCAL_HEADER_BYTES + 1));
  } while (await bytes.grow());
  return false;
}

/** The same data for a reader who may stop early without ending it. */
async function* leftOpen(
  data: AsyncGenerator<Uint8Array, boolean>,
): AsyncGenerator<Uint8Array, boolean> {
  for (;;) {
    const step = await data.next();
    if (step.done) return step.value;
    yield step.value;
  }
}
