/** One file of the command line: read, inflated, decoded, analysed. */
import { createReadStream } from 'node:fs';
import { err, ok, type Result } from '../../analysis/result.ts';
import { joined } from '../../archive/joined.ts';
import { gunzipped } from '../../archive/unpack.ts';
import { badGzip, tooLarge } from '../../import/import-error.ts';
import { sniff } from '../../import/sniff.ts';
import { sha256 } from '../sha256.ts';
import { type FileError, type WatchedContent, watchedContent } from '../watched-content.ts';

export interface WatchFile {
  path: string;
  content: Result<WatchedContent, FileError>;
}

/** More than any watch writes, and little enough to hold in memory. */
const LARGEST_FILE_BYTES = 100_000_000;

const READ_ERRORS: Record<string, FileError> = {
  ENOENT: { kind: 'not-found', message: 'There is no such file.' },
  EISDIR: {
    kind: 'is-a-folder',
    message:
      'This is a folder. Give the files in it, like FOLDER/*.fit, or all of it to `npm run -s report`.',
  },
  EACCES: { kind: 'not-readable', message: 'You are not allowed to read this file.' },
};

const ARCHIVE: FileError = {
  kind: 'unsupported-format',
  message: 'This is a ZIP archive. Give it to `npm run -s report`, which reads all that is in it.',
};

/** `timeZone` is for activities that do not say what the clock on the wall showed. */
export async function readWatchFile(path: string, timeZone: string | null): Promise<WatchFile> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return { path, content: bytes };
  const context = { sha256: sha256(bytes.value), timeZone, sportHint: null };
  return { path, content: watchedContent(bytes.value, context) };
}

async function readBytes(path: string): Promise<Result<Uint8Array, FileError>> {
  let bytes: Uint8Array;
  try {
    bytes = await firstBytes(path, LARGEST_FILE_BYTES + 1);
  } catch (error) {
    const { code = 'unknown', message } = error as NodeJS.ErrnoException;
    return err(READ_ERRORS[code] ?? { kind: 'not-readable', message });
  }
  const format = sniff(bytes);
  if (format === 'zip') return err(ARCHIVE);
  if (bytes.length > LARGEST_FILE_BYTES) return err(tooLarge(LARGEST_FILE_BYTES));
  return format === 'gzip' ? unpackedBytes(bytes) : ok(bytes);
}

/** Also of a file that is cut off or damaged, as far as it goes: the decoder says what is missing. */
function unpackedBytes(packed: Uint8Array): Result<Uint8Array, FileError> {
  const unpacked = gunzipped(packed, LARGEST_FILE_BYTES);
  if (unpacked === null) return err(tooLarge(LARGEST_FILE_BYTES));
  const { bytes, ending } = unpacked;
  return bytes.length === 0 && ending !== 'intact' ? err(badGzip()) : ok(bytes);
}

/** All of a file, or a little more than `count` bytes of what is longer or has no end. */
async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of createReadStream(path)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= count) break;
  }
  return joined(chunks, length);
}
