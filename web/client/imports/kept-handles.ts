/**
 * Handles of the files and folders of an import (File System Access), kept in IndexedDB by the import's id, so that an
 * interrupted one goes on with one press. Browsers that give no handles, or keep none, have the runner choose again.
 */
import type { ChosenFile } from './import-messages.ts';
import { openStore, settled } from './indexed-db.ts';

/** Not in TypeScript's DOM library yet. */
type AskableHandle = FileSystemHandle & {
  requestPermission?(options: { mode: 'read' }): Promise<PermissionState>;
};

const DATABASE = 'achilles-watch-handles';
const STORE = 'handles';
/** The browser may ask for leave to read each of them. */
const KEPT_AT_MOST = 3;

/** Beside those that were kept for the import before. */
export async function keepHandles(
  batch: string,
  handles: readonly FileSystemHandle[],
): Promise<void> {
  if (handles.length === 0) return;
  const all = [...(await keptHandles(batch)), ...handles];
  if (all.length > KEPT_AT_MOST) return forgetHandles(batch);
  await inStore('readwrite', (store) => store.put(all, batch));
}

export async function keptHandles(batch: string): Promise<FileSystemHandle[]> {
  const kept = await inStore('readonly', (store) => store.get(batch));
  return (kept as FileSystemHandle[] | undefined) ?? [];
}

export async function forgetHandles(batch: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(batch));
}

/** Call on a press: the browser may ask for leave. `null` without it, or when something is not where it was. */
export async function filesOfHandles(
  handles: readonly FileSystemHandle[],
): Promise<ChosenFile[] | null> {
  const files: ChosenFile[] = [];
  try {
    for (const handle of handles) {
      const answer = await (handle as AskableHandle).requestPermission?.({ mode: 'read' });
      if (answer !== undefined && answer !== 'granted') return null;
      for await (const file of filesIn(handle, '')) files.push(file);
    }
  } catch {
    return null;
  }
  return files;
}

async function* filesIn(handle: FileSystemHandle, folder: string): AsyncGenerator<ChosenFile> {
  const path = folder + handle.name;
  if (handle.kind === 'file') {
    yield { file: await (handle as FileSystemFileHandle).getFile(), path };
  } else {
    const children = (handle as FileSystemDirectoryHandle).values();
    for await (const child of children) yield* filesIn(child, `${path}/`);
  }
}

/** `undefined` where nothing can be stored, as in some private windows. */
async function inStore<Value>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value | undefined> {
  try {
    const database = await openStore(DATABASE, STORE);
    const value = await settled(work(database.transaction(STORE, mode).objectStore(STORE)));
    database.close();
    return value;
  } catch {
    return undefined;
  }
}
