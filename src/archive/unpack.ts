/** Unpacks one file in memory, at most so many bytes of it. Damaged data gives what lies before the damage. */
import { crc32 } from './crc32.ts';
import { joined } from './joined.ts';
import { uint32 } from './little-endian.ts';
import { type Ending, Unpacker } from './unpacker.ts';

export interface Unpacked {
  bytes: Uint8Array<ArrayBuffer>;
  ending: Ending;
}

const GZIP_TRAILER_BYTES = 8;

/** `null` when there are more than `limitBytes`. */
export function inflated(packed: Uint8Array, limitBytes: number): Unpacked | null {
  return unpacked(new Unpacker('deflate'), packed, limitBytes);
}

/** The same for a gzip file, whose own checksum is held against the bytes. */
export function gunzipped(packed: Uint8Array, limitBytes: number): Unpacked | null {
  const unpacker = new Unpacker('gzip');
  const result = unpacked(unpacker, packed, limitBytes);
  if (result?.ending !== 'intact' || unpacker.members > 1) return result;
  return agreesWithTrailer(result.bytes, packed) ? result : { ...result, ending: 'broken' };
}

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function agreesWithTrailer(bytes: Uint8Array, packed: Uint8Array): boolean {
  const trailer = packed.subarray(-GZIP_TRAILER_BYTES);
  return uint32(trailer, 4) === bytes.length && uint32(trailer, 0) === crc32(bytes);
}

function unpacked(unpacker: Unpacker, packed: Uint8Array, limitBytes: number): Unpacked | null {
  const result = collected(unpacker, packed, limitBytes);
  return result?.ending === 'broken' ? collected(unpacker.careful(), packed, limitBytes) : result;
}

function collected(unpacker: Unpacker, packed: Uint8Array, limitBytes: number): Unpacked | null {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (const output of [unpacker.push(packed), unpacker.finish()]) {
    for (const chunk of output) {
      length += chunk.length;
      if (length > limitBytes) return null;
      chunks.push(chunk);
    }
  }
  return { bytes: joined(chunks, length), ending: unpacker.ending };
}
