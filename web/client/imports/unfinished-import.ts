/**
 * What is remembered of an import while it runs, so that a page that is opened after a reload or a crash can say what
 * happened. Names only: the files themselves have to be chosen again, and the site knows which of them it has.
 */
export interface UnfinishedImport {
  /** A few of them, for the words. */
  names: string[];
  total: number;
  done: number;
}

const KEY = 'achilles-watch:unfinished-import';
const NAMES_KEPT = 3;

/** Storage may be switched off; then nothing is remembered. */
function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export const hasUnfinishedImport = (): boolean => stored() !== null;

export function unfinishedImport(): UnfinishedImport | null {
  try {
    return JSON.parse(stored() ?? 'null') as UnfinishedImport | null;
  } catch {
    return null;
  }
}

export function rememberImport({ names, total, done }: UnfinishedImport): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ names: names.slice(0, NAMES_KEPT), total, done }));
  } catch {
    // Nothing to say after a reload, then.
  }
}

export function forgetImport(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // It was never remembered.
  }
}
