/** The content of an archive that is packed in another, as it is unpacked: never held whole. */

import { Unpacker } from './unpacker.ts';
import type { Walk } from './walk.ts';
import { DEFLATED, type ZipEntry } from './zip-entry.ts';

/** Ends early when the walk has unpacked all it may. */
export async function* unpackedStream(
  entry: ZipEntry,
  walk: Walk,
): AsyncGenerator<Uint8Array, void> {
  const unpacker = entry.method === DEFLATED ? new Unpacker('deflate') : null;
  for await (const packed of entry.data()) {
    for (const chunk of unpacker?.push(packed) ?? [packed]) {
      if (unpacker !== null) walk.unpackedBytes += chunk.length;
      if (walk.isSpent) return;
      yield chunk;
    }
  }
  if (unpacker !== null) yield* unpacker.finish();
}
