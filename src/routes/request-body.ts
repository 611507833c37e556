/**
 * Reads bodies without trusting their senders: refused by the declared length before a byte is read, and by the real
 * length while reading. Nothing is parsed before all of it is known to be within its limit.
 */
import { RequestProblem } from './problem.ts';

/** Ample for any JSON or form of the product that holds no file. */
const MAX_FIELDS_BYTES = 64_000;

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

/** Throws an `invalid-input` problem when the body is not JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const text = new TextDecoder().decode(await readBody(request, MAX_FIELDS_BYTES));
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestProblem('invalid-input', 'The body is not JSON.');
  }
}

/** Throws an `invalid-input` problem when the body is not a form. */
export async function readForm(
  request: Request,
  limitBytes: number = MAX_FIELDS_BYTES,
): Promise<FormData> {
  const body = await readBody(request, limitBytes);
  const contentType = request.headers.get('Content-Type') ?? '';
  try {
    return await new Response(body, { headers: { 'Content-Type': contentType } }).formData();
  } catch {
    throw new RequestProblem('invalid-input', 'The form could not be read.');
  }
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
  const limit =
    limitBytes < 1_000_000 ? `${limitBytes / 1_000} kB` : `${limitBytes / 1_000_000} MB`;
  return new RequestProblem('body-too-large', `One request may hold up to ${limit}.`);
}

function missing(): RequestProblem {
  return new RequestProblem('body-missing', 'The request has no body.');
}
