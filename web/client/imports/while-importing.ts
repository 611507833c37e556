/**
 * What a page owes an import that is under way: asks before it is left, keeps the screen of a phone on, goes on when the
 * connection is back, and lets other tabs know.
 */
export interface ImportGuard {
  begin(): void;
  end(): void;
  /** Whether no tab of this browser is importing: what is remembered as unfinished was interrupted. */
  isNobodyImporting(): Promise<boolean>;
}

const LOCK = 'achilles-watch-import';

export function whileImporting(onOnline: () => void): ImportGuard {
  let running: PromiseWithResolvers<void> | null = null;
  let screen: Promise<WakeLockSentinel | null> | null = null;

  const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();
  const keepScreenOn = (): void => {
    if (document.visibilityState !== 'visible') return;
    screen = navigator.wakeLock?.request('screen').catch(() => null) ?? null;
  };
  return {
    begin() {
      if (running !== null) return;
      running = Promise.withResolvers();
      const { promise } = running;
      void navigator.locks?.request(LOCK, () => promise);
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
    async isNobodyImporting() {
      const held = (await navigator.locks?.query())?.held ?? [];
      return !held.some(({ name }) => name === LOCK);
    },
  };
}
