/**
 * What a page owes an import that is under way: asks before it is left, keeps the screen of a phone on, tells when the
 * site may be there again, and lets other tabs know: a lock that bears the import's id is held as long as its tab lives.
 */
export interface ImportGuard {
  begin(batch: string): void;
  end(): void;
}

const LOCK = 'achilles-watch-import:';
/** A site that was away may be back without the browser knowing. */
const CHANCE_EVERY_MS = 60_000;

/** `onChance`: a site that did not answer may do so now. */
export function whileImporting(onChance: () => void): ImportGuard {
  let running: PromiseWithResolvers<void> | null = null;
  let chances = 0;
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
      addEventListener('online', onChance);
      chances = setInterval(onChance, CHANCE_EVERY_MS);
      document.addEventListener('visibilitychange', keepScreenOn);
      keepScreenOn();
    },
    end() {
      running?.resolve();
      running = null;
      removeEventListener('beforeunload', askBeforeLeaving);
      removeEventListener('online', onChance);
      clearInterval(chances);
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
