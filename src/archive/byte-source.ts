/**
 * Bytes that lie somewhere else and are read piece by piece, in any order: a `Blob` in a browser, an open file in Node.
 * Who has the bytes implements it; nothing here knows a platform.
 */
export interface ByteSource {
  readonly size: number;
  /** Bytes `start` up to `end`, both within `size`; not changed afterwards. Rejects when they cannot be read. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** The bytes are not there any more. Ends a walk; the one failure that travels as an exception, and only inside this room. */
export class SourceLost extends Error {}

/** Large enough that a chunk costs little to ask for, small enough to hold several. */
const CHUNK_BYTES = 262_144;

/** Turns every failure of `source`, and every answer that is too short, into `SourceLost`. */
export function guardedSource(source: ByteSource): ByteSource {
  return {
    size: source.size,
    async read(start, end) {
      const bytes = await source.read(start, end).catch(lost);
      if (bytes.length !== end - start) throw new SourceLost('fewer bytes than asked for');
      return bytes;
    },
  };
}

export async function* guardedChunks(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      const step = await iterator.next().catch(lost);
      if (step.done) return;
      yield step.value;
    }
  } finally {
    await iterator.return?.();
  }
}

function lost(cause: unknown): never {
  throw new SourceLost('the source could not be read', { cause });
}

/** Part of a source, as a source. */
export function sliceOf(source: ByteSource, start: number, end: number): ByteSource {
  return {
    size: end - start,
    read: (from, to) => source.read(start + from, start + to),
  };
}

/** All of a source, from front to back. */
export async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < source.size; at += CHUNK_BYTES) {
    yield await source.read(at, Math.min(source.size, at + CHUNK_BYTES));
  }
}
