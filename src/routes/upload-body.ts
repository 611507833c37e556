/**
 * Reads an uploaded body without trusting its sender: refused by its declared length before a byte is read, and by its
 * real length while reading.
 */
import { RequestProblem } from './problem.ts';

/** The whole body. Throws a `RequestProblem` when it is empty or longer than `limitBytes`. */
export async function readBody(
  { body, headers }: Request,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(headers.get('Content-Length') ?? 0) > limitBytes) throw tooLarge(limitBytes);
  if (body === null) throw missing();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    // Leaving the loop cancels the stream.
    if (length > limitBytes) throw tooLarge(limitBytes);
    chunks.push(chunk);
  }
  if (length === 0) throw missing();
  return joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function tooLarge(limitBytes: number): RequestProblem {
  const limit = `${limitBytes / 1_000_000} MB`;
  return new RequestProblem('body-too-large', `One upload may hold up to ${limit}.`);
}

function missing(): RequestProblem {
  return new RequestProblem('body-missing', 'Send the bytes of a file as the body.');
}
