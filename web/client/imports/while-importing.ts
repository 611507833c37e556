/**
 * What a page owes an import that is under way: asks before it is left, keeps the screen of a phone on, goes on when the
 * connection is back, and lets other tabs know: a lock that bears the import's id is held as long as its tab lives.
 */
export interface ImportGuard {
  begin(batch: string): void;
  end(): void;
}

const LOCK = 'achilles-watch-import:';

export function whileImporting(onOnline: () => void): ImportGuard {
  let running: PromiseWithResolvers<void> | null = null;
  let screen: Promise<WakeLockSentinel | null> | null = null;

  const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();
  const keepScreenOn = (): void => {
    if (document.visibilityState !== 'visible') return;
    screen = navigator.wakeLock?.request('screen').catch(() => null) ?? null;
  };
  return {
    begin(batch) {
      if (running !== null) return;
      running = Promise.withResolvers();
      const { promise } = running;
      void navigator.locks?.request(LOCK + batch, () => promise);
      addEventListener('beforeunload', askBeforeLeaving);
      addEventListener('online', onOnline);
      document.addEventListener('visibilitychange', keepScreenOn);
      keepScreenOn();
    },
    end() {
      running?.resolve();
      running = null;
      removeEventListener('beforeunload', askBeforeLeaving);
      removeEventListener('online', onOnline);
      document.removeEventListener('visibilitychange', keepScreenOn);
      void screen?.then((lock) => lock?.release());
      screen = null;
    },
  };
}

/** Ids of the imports that run in some tab of this browser. */
export async function runningImports(): Promise<Set<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(LOCK) ? name.slice(LOCK.length) : [])),
  );
}

/** Resolves when no tab runs the import any more, be it that the tab is gone. */
export async function importEnded(batch: string): Promise<void> {
  await navigator.locks?.request(LOCK + batch, { mode: 'shared' }, () => undefined);
}
