/**
 * Files that the site has read and could not use, by the SHA-256 of their bytes, kept in this browser: the site keeps
 * nothing of them, and an import that is repeated should not send them again. Forgotten after a month, for the site
 * learns to read more.
 */
import { openStore, settled } from './indexed-db.ts';

export interface RefusedFiles {
  reasonFor(sha256: string): string | undefined;
  add(sha256: string, reason: string): Promise<void>;
}

interface Refusal {
  sha256: string;
  reason: string;
  atMs: number;
}

const DATABASE = 'achilles-watch-imports';
const STORE = 'refused';
const KEPT_MS = 30 * 86_400_000;

/** Without storage, as in some private windows, it remembers as long as it lives. */
export async function storedRefusals(nowMs: number): Promise<RefusedFiles> {
  const reasons = new Map<string, string>();
  const database = await openStore(DATABASE, STORE, { keyPath: 'sha256' }).catch(() => null);
  if (database !== null) {
    for (const { sha256, reason, atMs } of await allOf(database)) {
      if (nowMs - atMs < KEPT_MS) reasons.set(sha256, reason);
      else store(database, 'readwrite').delete(sha256);
    }
  }
  return {
    reasonFor: (sha256) => reasons.get(sha256),
    async add(sha256, reason) {
      reasons.set(sha256, reason);
      if (database === null) return;
      const refusal: Refusal = { sha256, reason, atMs: nowMs };
      await settled(store(database, 'readwrite').put(refusal)).catch(() => undefined);
    },
  };
}

const store = (database: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore =>
  database.transaction(STORE, mode).objectStore(STORE);

const allOf = (database: IDBDatabase): Promise<Refusal[]> =>
  settled(store(database, 'readonly').getAll() as IDBRequest<Refusal[]>).catch(() => []);
