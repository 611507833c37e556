/** A browser as far as the server can tell: it keeps cookies and says where its requests come from. */
import { env, exports } from 'cloudflare:workers';
import { findSession } from '../../src/account/sessions.ts';
import type { Athlete } from '../../src/athlete/athlete.ts';
import type { ImportAnswer } from '../../web/words/en/import-answer.ts';

export const ORIGIN = 'https://watch.test';

export class Browser {
  readonly cookies = new Map<string, string>();

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    if (cookies.length > 0) headers.set('Cookie', cookies.join('; '));
    const answer = await this.answer(
      new Request(new URL(path, ORIGIN), { redirect: 'manual', ...init, headers }),
    );
    for (const cookie of answer.headers.getSetCookie()) this.#keep(cookie);
    return answer;
  }

  /** A request that changes something, made by a script of the site itself. */
  async change(method: string, path: string, json?: unknown): Promise<Response> {
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    const body = json === undefined ? null : JSON.stringify(json);
    return this.request(path, { method, body, headers });
  }

  /** A form of the site itself. */
  async submit(path: string, fields: Record<string, string> | FormData): Promise<Response> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    const headers = { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' };
    return this.request(path, { method: 'POST', body, headers });
  }

  async post(bytes: Uint8Array, query = ''): Promise<Response> {
    const headers = { Origin: ORIGIN };
    return this.request(`/api/imports${query}`, { method: 'POST', body: bytes, headers });
  }

  /** Uploads a file and gives its results. */
  async upload(bytes: Uint8Array, query = ''): Promise<ImportAnswer[]> {
    const answer = await this.post(bytes, query);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    const { results } = await answer.json<{ results: ImportAnswer[] }>();
    return results;
  }

  async json<Body>(path: string): Promise<Body> {
    const answer = await this.request(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json<Body>();
  }

  async page(path: string): Promise<string> {
    return (await this.request(path, { headers: { Accept: 'text/html' } })).text();
  }

  /** What the directory says about this browser's session cookie. */
  async athleteId(): Promise<string> {
    const token = this.cookies.get('__Host-sid') ?? '';
    const session = await findSession(env.DIRECTORY, token, Math.floor(Date.now() / 1000));
    if (session === null) throw new Error('this browser has no session');
    return session.athleteId;
  }

  async athlete(): Promise<DurableObjectStub<Athlete>> {
    return env.ATHLETE.getByName(await this.athleteId());
  }

  protected async answer(request: Request): Promise<Response> {
    return exports.default.fetch(request);
  }

  #keep(setCookie: string): void {
    const [pair = '', ...attributes] = setCookie.split(';');
    const split = pair.indexOf('=');
    const name = pair.slice(0, split);
    if (attributes.some((attribute) => attribute.trim() === 'Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(split + 1));
  }
}

export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const compressed = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}
