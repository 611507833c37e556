/**
 * Remembers that answers wait, so that any page sends them once there is a network; where the browser has Background
 * Sync, it does so without a page. Small, for it is on every page.
 */

/** Not in TypeScript's DOM library yet. */
type SyncingRegistration = ServiceWorkerRegistration & {
  sync?: { register(tag: string): Promise<void> };
};

const MARK = 'achilles-watch-unsent';
export const SYNC_TAG = 'check-in';

export function markUnsent(isUnsent: boolean): void {
  if (isUnsent) localStorage.setItem(MARK, '');
  else localStorage.removeItem(MARK);
}

/** Call on pages other than the check-in, which sends for itself. */
export function sendLeftAnswers(): void {
  const send = async (): Promise<void> => {
    if (localStorage.getItem(MARK) === null || navigator.onLine === false) return;
    const { sendAnswers } = await import('./send-answers.ts');
    const { waiting, ofOthers } = await sendAnswers();
    markUnsent(waiting + ofOthers > 0);
  };
  addEventListener('online', () => void send());
  void send();
}

/** Refused by browsers without it and by runners: the page itself sends then. */
export async function askForSync(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as
    | SyncingRegistration
    | undefined;
  await registration?.sync?.register(SYNC_TAG).catch(() => undefined);
}
