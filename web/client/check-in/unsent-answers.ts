/**
 * Answers on their way: kept in IndexedDB from the tap until the site has them, in the order in which they were given.
 * Shared by pages and the service worker. Answers of one day that still wait become one.
 */
import { openStore, settled } from '../imports/indexed-db.ts';

export interface Answer {
  /** Address it is put to. */
  path: string;
  change: Readonly<Record<string, unknown>>;
  /** Tag of the athlete who gave it; `null` before there is one. */
  athlete: string | null;
}

export interface UnsentAnswer extends Answer {
  id: number;
}

const DATABASE = 'achilles-watch-answers';
const STORE = 'unsent';

let database: Promise<IDBDatabase> | undefined;

const opened = (): Promise<IDBDatabase> => {
  database ??= openStore(DATABASE, STORE, { keyPath: 'id', autoIncrement: true });
  return database;
};

const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> =>
  (await opened()).transaction(STORE, mode).objectStore(STORE);

/** The last word on a field wins. */
export async function keepAnswer(answer: Answer): Promise<void> {
  const unsent = await store('readwrite');
  const last = ((await settled(unsent.getAll())) as UnsentAnswer[]).at(-1);
  if (last?.path === answer.path && last.athlete === answer.athlete) {
    const change = { ...last.change, ...answer.change };
    await settled(unsent.put({ ...last, change }));
  } else await settled(unsent.add(answer));
}

/** Oldest first. */
export async function unsentAnswers(): Promise<UnsentAnswer[]> {
  return settled((await store('readonly')).getAll());
}

/** What was added to it since it was sent stays, and is sent again: saying the same twice is saying it once. */
export async function forgetAnswer({ id, change }: UnsentAnswer): Promise<void> {
  const unsent = await store('readwrite');
  const now = (await settled(unsent.get(id))) as UnsentAnswer | undefined;
  if (JSON.stringify(now?.change) === JSON.stringify(change)) await settled(unsent.delete(id));
}
