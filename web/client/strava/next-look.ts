/** When an open page asks again where the connection with Strava stands: soon while runs come in, seldom while nothing can. */

export interface Looked {
  /** More is to come. */
  isUnderWay: boolean;
  /** Something has come since the look before. */
  hasChanged: boolean;
  /** Seconds until the site itself asks Strava again; `null` when it does not. */
  waitS: number | null;
}

export const FIRST_PAUSE_MS = 3_000;
const FIRST_PAUSE_AFTER_FAILURE_MS = 5_000;
/** While the site is at work, and while it waits or does not answer. */
const LONGEST_PAUSE_MS = 30_000;
const LONGEST_WAIT_MS = 300_000;

/** `pauseMs`: before the look that has just been. `null`: nothing more is to come. */
export function nextLookMs(pauseMs: number, looked: Looked | 'failed'): number | null {
  if (looked === 'failed') {
    return Math.min(Math.max(2 * pauseMs, FIRST_PAUSE_AFTER_FAILURE_MS), LONGEST_WAIT_MS);
  }
  if (!looked.isUnderWay) return null;
  const waitMs = Math.min(1000 * (looked.waitS ?? 0), LONGEST_WAIT_MS);
  if (looked.hasChanged) return Math.max(FIRST_PAUSE_MS, waitMs);
  return Math.max(Math.min(1.5 * pauseMs, LONGEST_PAUSE_MS), FIRST_PAUSE_MS, waitMs);
}
