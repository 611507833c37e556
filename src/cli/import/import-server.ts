/** The running Achilles Watch as the import sees it: who are we, what is known, take this file. */
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ImportAnswer } from '../../../web/words/en/import-answer.ts';
import { err, ok, type Result } from '../../analysis/result.ts';
import type { AboutFile } from '../sources/source-event.ts';
import { type Answer, type NoAnswer, type RetryPolicy, retriedRequest } from './retried-request.ts';
import type { Session } from './session.ts';

export interface Upload {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  about: AboutFile;
}

export type SendFailure =
  /** The import was stopped before the file was sent. */
  | { kind: 'stopped'; reason: string }
  /** The server will not take this file. */
  | { kind: 'refused'; reason: string }
  /** The server broke over this file, or is broken. */
  | { kind: 'server-error'; reason: string }
  /** No file will fare better. */
  | { kind: 'hopeless'; reason: string };

export interface ServerOptions {
  origin: string;
  session: Session;
  timeZone: string;
  retries: RetryPolicy;
  /** Ends the pauses between attempts. */
  stop: AbortSignal;
  /** Hears why a request is made again. */
  onTrouble: (reason: string) => void;
}

const compressed = promisify(gzip);
/** Of one attempt: a large file over a slow line. */
const TIMEOUT_MS = 120_000;
const MAX_NAME_LENGTH = 255;
const FILE_IS_TO_BLAME = [400, 413, 415, 422];

export class ImportServer {
  readonly #options: ServerOptions;
  /** All files of this import, so that it can be undone as one. */
  readonly #batch = randomUUID();
  #knowsHashes = true;
  /** Whether the server has set a cookie that was not there before. */
  hasNewSession = false;

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  /** Whether the session is one of this server. Fails when there is no Achilles Watch. */
  async greet(): Promise<Result<'known' | 'unknown', string>> {
    const { origin } = this.#options;
    const answer = await this.#request('/api/settings', { method: 'GET' });
    if (!answer.ok) return err(notReached(origin, answer.error));
    const { status, headers } = answer.value;
    const body = jsonOf(answer.value);
    if (status === 200 && body !== null) return ok('known');
    if (status === 401 && problemIn(body)?.kind === 'no-athlete') return ok('unknown');
    const place = headers.get('Location');
    if (place !== null) return err(`${origin} leads on to ${place}: write that after --to.`);
    return err(`There is no Achilles Watch at ${origin} (it answered ${status}).`);
  }

  /** Which of the hashes the runner has files of; `null` when the server cannot say. */
  async known(sha256: readonly string[]): Promise<ReadonlySet<string> | null> {
    if (!this.#knowsHashes || this.#options.session.isEmpty) return null;
    const answer = await this.#request('/api/imports/known', {
      method: 'POST',
      body: JSON.stringify({ sha256 }),
      headers: { 'Content-Type': 'application/json' },
    });
    if (!answer.ok) return null;
    // A server that does not know the question will not learn it meanwhile.
    if (answer.value.status === 404) this.#knowsHashes = false;
    const body = jsonOf(answer.value);
    const known = isObject(body) && Array.isArray(body.known) ? body.known : null;
    return known === null ? null : new Set(known);
  }

  /** One result for each activity of the file. `isKnownRunner`: it is for whom the session is of, and for nobody else. */
  async send(
    { name, bytes, about }: Upload,
    isKnownRunner: boolean,
  ): Promise<Result<ImportAnswer[], SendFailure>> {
    const query = new URLSearchParams({
      name: name.slice(-MAX_NAME_LENGTH),
      timeZone: this.#options.timeZone,
      batch: this.#batch,
    });
    for (const [key, value] of Object.entries(about)) {
      if (value !== null) query.set(key, value);
    }
    if (isKnownRunner) query.set('runner', 'known');
    const answer = await this.#request(`/api/imports?${query}`, {
      method: 'POST',
      body: await compressed(bytes),
      headers: { 'Content-Type': 'application/octet-stream' },
    });
    if (!answer.ok) return err(unsent(this.#options.origin, answer.error));
    if (await this.#options.session.absorb(answer.value.headers)) this.hasNewSession = true;
    const body = jsonOf(answer.value);
    const results = isObject(body) && Array.isArray(body.results) ? body.results : null;
    if (answer.value.status === 200 && results !== null) return ok(results);
    const problem = problemIn(body);
    if (problem?.kind === 'no-athlete') {
      return err({ kind: 'hopeless', reason: sessionOver(this.#options.origin) });
    }
    return err(failureOf(answer.value, problem?.detail));
  }

  #request(path: string, init: RequestInit): Promise<Result<Answer, NoAnswer>> {
    const { origin, session, retries, stop, onTrouble } = this.#options;
    const request = async () => {
      const headers = new Headers(init.headers);
      headers.set('Origin', origin);
      if (!session.isEmpty) headers.set('Cookie', session.header);
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const details: RequestInit = { ...init, headers, signal, redirect: 'manual' };
      const response = await fetch(new URL(path, origin), details);
      return { status: response.status, headers: response.headers, text: await response.text() };
    };
    return retriedRequest(request, retries, stop, onTrouble);
  }
}

function failureOf({ status }: Answer, detail = `The server answered ${status}.`): SendFailure {
  if (FILE_IS_TO_BLAME.includes(status)) return { kind: 'refused', reason: detail };
  if (status >= 500) return { kind: 'server-error', reason: detail };
  return { kind: 'hopeless', reason: detail };
}

function unsent(origin: string, error: NoAnswer): SendFailure {
  if (error.kind === 'stopped') return { kind: 'stopped', reason: error.reason };
  return { kind: 'hopeless', reason: notReached(origin, error) };
}

const notReached = (origin: string, { reason }: NoAnswer): string =>
  `${origin} cannot be reached (${reason}). Is Achilles Watch running there?`;

const sessionOver = (origin: string): string =>
  `${origin} no longer knows the session that these files came with: it was ended, or everything of it erased. Nothing more was sent.`;

/** A problem of the server's API (RFC 9457). */
function problemIn(body: unknown): { kind: string; detail: string } | null {
  if (!isObject(body) || typeof body.type !== 'string') return null;
  const { type, detail } = body;
  return { kind: type.slice(type.lastIndexOf(':') + 1), detail: String(detail) };
}

/** `null` when the answer is no JSON. */
function jsonOf({ text }: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
