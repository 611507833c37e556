/** A file that lies in no archive, as if it were stored in one: what walks entries then walks it too. */
import { type ByteSource, chunksOf } from './byte-source.ts';
import { SequentialBytes } from './sequential-bytes.ts';
import type { Walk } from './walk.ts';
import { STORED, type ZipEntry } from './zip-entry.ts';

export interface LooseEntry {
  entry: ZipEntry;
  /** Its first bytes. */
  head: Uint8Array;
}

const HEAD_BYTES = 4;

export async function looseEntry(
  source: ByteSource,
  path: string,
  walk: Walk,
): Promise<LooseEntry> {
  walk.packedBytes = source.size;
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const data = async function* () {
    yield* chunksOf(source);
    return true;
  };
  return { head, entry: { ...stored(path, source.size), data, slice: async () => source } };
}

export async function streamedLooseEntry(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  walk: Walk,
): Promise<LooseEntry> {
  const bytes = new SequentialBytes(counted(chunks, walk));
  await bytes.has(HEAD_BYTES);
  const head = bytes.held.subarray(0, HEAD_BYTES);
  const data = async function* () {
    try {
      yield* bytes.rest();
      return true;
    } finally {
      await bytes.close();
    }
  };
  return { head, entry: { ...stored(path, null), data, slice: async () => null } };
}

function stored(path: string, size: number | null) {
  return { path, isEncrypted: false, method: STORED, crc32: null, size, packedSize: size };
}

async function* counted(chunks: AsyncIterable<Uint8Array>, walk: Walk) {
  for await (const chunk of chunks) {
    walk.packedBytes += chunk.length;
    yield chunk;
  }
}
