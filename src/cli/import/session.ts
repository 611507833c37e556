/**
 * The cookies of a server, kept from one import to the next in a file that only its owner can read: whoever has the
 * session has the runs. One file serves several servers; no server is told another's cookies.
 */
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { err, ok, type Result } from '../../analysis/result.ts';

/** `__Host-` is part of the name. */
export const SESSION_COOKIE = '__Host-sid';

const OWNER_ONLY = 0o600;

/** Cookies by their names, by the origin of their server. */
type Kept = Record<string, Record<string, string>>;

export class Session {
  readonly #cookies: Map<string, string>;
  readonly #origin: string;
  /** `null`: kept nowhere. */
  readonly #file: string | null;

  constructor(origin: string, file: string | null, cookies: Record<string, string>) {
    this.#origin = origin;
    this.#file = file;
    this.#cookies = new Map(Object.entries(cookies));
  }

  /** Value of the `Cookie` header; empty without a cookie. */
  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get isEmpty(): boolean {
    return this.#cookies.size === 0;
  }

  forget(): void {
    this.#cookies.clear();
  }

  /** Keeps what the server has set, on disk before anything else happens. True when that changed something. */
  async absorb(headers: Headers): Promise<boolean> {
    let isNew = false;
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^\s*([^=;\s]+)\s*=\s*([^;]*)/.exec(line) ?? [];
      if (name === '' || this.#cookies.get(name) === value) continue;
      this.#cookies.set(name, value);
      isNew = true;
    }
    if (isNew) await this.#save();
    return isNew;
  }

  async #save(): Promise<void> {
    if (this.#file === null) return;
    // Read again: an import to another server may have written meanwhile.
    const kept = await keptSessions(this.#file);
    const all = {
      ...(kept.ok ? kept.value : {}),
      [this.#origin]: Object.fromEntries(this.#cookies),
    };
    const unfinished = `${this.#file}.${process.pid}`;
    await writeFile(unfinished, `${JSON.stringify(all, null, 2)}\n`, { mode: OWNER_ONLY });
    await chmod(unfinished, OWNER_ONLY);
    await rename(unfinished, this.#file);
  }
}

/** The session kept for `origin`, empty on the first import; a sentence when the file holds something else. */
export async function keptSession(origin: string, file: string): Promise<Result<Session, string>> {
  const kept = await keptSessions(file);
  if (!kept.ok) return kept;
  return ok(new Session(origin, file, kept.value[origin] ?? {}));
}

async function keptSessions(file: string): Promise<Result<Kept, string>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? ok({}) : err(`The session file could not be read: ${message}.`);
  }
  const kept = parsedJson(text);
  return isKept(kept)
    ? ok(kept)
    : err(`${file} is not a session file. Name another with --session; this one is left as it is.`);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  return isRecord(value) && Object.values(value).every(isCookies);
}

const isCookies = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every((cookie) => typeof cookie === 'string');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
