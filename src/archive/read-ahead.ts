/**
 * Makes many small reads of neighbouring bytes into few large ones: each read of a `Blob` is a message to another process.
 * Holds one window; entries of an archive lie in the order of its directory, so one is enough.
 */
import type { ByteSource } from './byte-source.ts';

const WINDOW_BYTES = 524_288;

export function readAhead(source: ByteSource): ByteSource {
  let windowStart = 0;
  let window: Uint8Array = new Uint8Array(0);

  return {
    size: source.size,
    async read(start, end) {
      if (end - start > WINDOW_BYTES) return source.read(start, end);
      if (start < windowStart || end > windowStart + window.length) {
        window = await source.read(start, Math.min(source.size, start + WINDOW_BYTES));
        windowStart = start;
      }
      return window.subarray(start - windowStart, end - windowStart);
    },
  };
}
