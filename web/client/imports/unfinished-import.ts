/**
 * What is remembered of every import while it runs, in whichever tab, so that a page that is opened after a reload or a
 * crash can say what happened and go on with it. Names only: the files themselves have to be read again, and the site
 * knows which of them it has.
 */
export interface UnfinishedImport {
  /** What is undone together, however often it was interrupted. */
  batch: string;
  /** Of the files and folders that were chosen. */
  names: string[];
  total: number;
  done: number;
}

const PREFIX = 'achilles-watch:import:';
/** Enough to know a chosen file again by. */
const NAMES_KEPT = 100;

export const hasUnfinishedImport = (): boolean => keys().length > 0;

export function unfinishedImports(): UnfinishedImport[] {
  return keys().flatMap((key) => {
    try {
      return [JSON.parse(localStorage.getItem(key) ?? '') as UnfinishedImport];
    } catch {
      return [];
    }
  });
}

export function rememberImport(unfinished: UnfinishedImport): void {
  const names = unfinished.names.slice(0, NAMES_KEPT);
  try {
    localStorage.setItem(PREFIX + unfinished.batch, JSON.stringify({ ...unfinished, names }));
  } catch {
    // Nothing to say after a reload, then.
  }
}

export function forgetImport(batch: string): void {
  try {
    localStorage.removeItem(PREFIX + batch);
  } catch {
    // It was never remembered.
  }
}

/** Another tab begins an import, or ends one. */
export function onImportElsewhere(listener: () => void): void {
  addEventListener('storage', ({ key, oldValue, newValue }) => {
    const isOne = key?.startsWith(PREFIX) ?? true;
    if (isOne && (oldValue === null || newValue === null)) listener();
  });
}

/** Storage may be switched off; then nothing is remembered. */
function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}
