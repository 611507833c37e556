/** A chosen file as the archive walker reads it: slices of a `Blob`, never the whole. */
import type { ByteSource } from '../../../src/archive/byte-source.ts';

export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}
