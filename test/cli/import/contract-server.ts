/**
 * A server that answers as the contract of `/api/imports` says, and fails on demand. For faults that the real app does
 * not show when asked; what a file holds it does not look at.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

export interface ReceivedFile {
  name: string | null;
  timeZone: string | null;
  /** What else was said of the file. */
  about: Record<string, string>;
  encoded: Buffer;
  raw: Buffer;
  origin: string | undefined;
  cookie: string | undefined;
}

export interface ContractServer {
  url: string;
  /** Every request that was answered or broken, `POST /api/imports`. */
  requests: string[];
  /** Files that were taken in, in their order. */
  received: ReceivedFile[];
  /** The largest number of files that were on their way at once. */
  mostInFlight: number;
  /** How many were there when the first file was taken in. */
  inFlightAtFirst: number;
  runners: Map<string, Set<string>>;
  close(): Promise<void>;
}

export interface Behaviour {
  /** Whether `POST /api/imports/known` exists. Default true. */
  knowsHashes?: boolean;
  /** Before a file is taken in. Default 5. */
  delayMs?: number;
  /** Takes over the n-th request for a file, counted from 1, when it returns true. */
  instead?: (n: number, response: ServerResponse, raw: Buffer) => boolean;
}

export async function contractServer({
  knowsHashes = true,
  delayMs = 5,
  instead = () => false,
}: Behaviour = {}): Promise<ContractServer> {
  const runners = new Map<string, Set<string>>();
  const seen = { requests: [] as string[], received: [] as ReceivedFile[] };
  const flight = { now: 0, most: 0, atFirst: 0, files: 0 };
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://server');
    seen.requests.push(`${request.method} ${url.pathname}`);
    const body = await bodyOf(request);
    const runner = runners.get(request.headers.cookie ?? '');
    if (url.pathname === '/api/settings') {
      return runner ? json(response, 200, {}) : problem(response, 401, 'no-athlete');
    }
    if (url.pathname === '/api/imports/known' && knowsHashes) {
      const { sha256 } = JSON.parse(body.toString()) as { sha256: string[] };
      return json(response, 200, { known: sha256.filter((hash) => runner?.has(hash)) });
    }
    if (url.pathname !== '/api/imports') return problem(response, 404, 'not-found');
    flight.now += 1;
    flight.most = Math.max(flight.most, flight.now);
    if (seen.received.length === 0) flight.atFirst = Math.max(flight.atFirst, flight.now);
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    flight.now -= 1;
    const raw = gunzipSync(body);
    if (instead(++flight.files, response, raw)) return;
    if (url.searchParams.get('runner') === 'known' && !runners.has(request.headers.cookie ?? '')) {
      return problem(response, 401, 'no-athlete');
    }
    takeIn(request, response, url, body, raw);
  }

  function takeIn(
    { headers }: IncomingMessage,
    response: ServerResponse,
    url: URL,
    encoded: Buffer,
    raw: Buffer,
  ): void {
    let hashes = runners.get(headers.cookie ?? '');
    if (hashes === undefined) {
      hashes = new Set();
      const token = randomUUID();
      runners.set(`__Host-sid=${token}`, hashes);
      response.setHeader('Set-Cookie', `__Host-sid=${token}; HttpOnly; Secure; Path=/`);
    }
    const { name, timeZone, runner: _, ...about } = Object.fromEntries(url.searchParams);
    seen.received.push({
      name: name ?? null,
      timeZone: timeZone ?? null,
      about,
      encoded,
      raw,
      origin: headers.origin,
      cookie: headers.cookie,
    });
    const hash = createHash('sha256').update(raw).digest('hex');
    const status = hashes.has(hash) ? 'duplicate' : 'added';
    hashes.add(hash);
    json(response, 200, { results: [{ status, activityId: hash, warnings: [] }] });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...seen,
    get mostInFlight() {
      return flight.most;
    },
    get inFlightAtFirst() {
      return flight.atFirst;
    },
    runners,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function problem(response: ServerResponse, status: number, kind: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/problem+json');
  const type = `urn:achilles-watch:problem:${kind}`;
  response.end(JSON.stringify({ type, title: kind, status, detail: `It is ${kind}.` }));
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
