/**
 * Inflates a gzip file, counting bytes as they come: a small file that unpacks to gigabytes is stopped at the limit,
 * before more than the limit was ever held in memory. Reads the first gzip member only when the runtime does.
 */
import { err, ok, type Result } from '../analysis/result.ts';
import { type BadGzip, badGzip, type TooLarge, tooLarge } from './import-error.ts';

/** The inflated bytes of `bytes`, at most `limitBytes` of them. */
export async function inflateGzip(
  bytes: Uint8Array,
  limitBytes: number,
): Promise<Result<Uint8Array, TooLarge | BadGzip>> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length;
      if (length > limitBytes) {
        await reader.cancel();
        return err(tooLarge(limitBytes));
      }
      chunks.push(read.value);
    }
  } catch {
    return err(badGzip());
  }
  return ok(joined(chunks, length));
}

function joined(chunks: Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
