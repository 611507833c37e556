/**
 * Follows the connection with Strava while its page is looked at: asks the site where it stands, ever more seldom while
 * nothing happens, and not at all once everything is here. Who comes back to the page sees what has come meanwhile.
 */
import type { StravaView } from '../../words/en/strava.ts';
import type { StravaStanding } from '../../words/en/strava-standing.ts';
import { FIRST_PAUSE_MS, type Looked, nextLookMs } from './next-look.ts';
import { StravaScreen } from './strava-screen.ts';

export type StravaAnswer = StravaView & { words: StravaStanding };

/** Going to and fro between two tabs asks no more often than this. */
const LEAST_GAP_MS = 3_000;
const TIMEOUT_MS = 20_000;
/** Not all pages that wait for the same quarter of an hour ask in the same second. */
const SPREAD_MS = 5_000;

export function followStrava(root: HTMLElement): void {
  const screen = new StravaScreen(root);
  let pauseMs = FIRST_PAUSE_MS;
  let askedAtMs = performance.now();
  let isAsking = false;
  let timer = 0;

  function lookIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), ms);
  }

  async function look(): Promise<void> {
    if (isAsking || document.hidden || navigator.onLine === false) return;
    isAsking = true;
    const answer = await ask();
    isAsking = false;
    askedAtMs = performance.now();
    if (answer === 'gone') {
      screen.showGone();
      return;
    }
    const nextMs = nextLookMs(pauseMs, answer === 'failed' ? answer : shown(answer));
    if (nextMs === null) return;
    pauseMs = nextMs;
    lookIn(nextMs + (nextMs > LONG_MS ? Math.random() * SPREAD_MS : 0));
  }

  function shown(answer: StravaAnswer): Looked {
    const { nextCallAtS } = answer.backfill;
    return {
      isUnderWay: answer.words.isUnderWay && screen.isOf(answer),
      hasChanged: screen.show(answer),
      waitS: nextCallAtS === null ? null : nextCallAtS - answer.nowS,
    };
  }

  function lookAgain(): void {
    if (document.hidden) {
      clearTimeout(timer);
      return;
    }
    pauseMs = FIRST_PAUSE_MS;
    lookIn(Math.max(0, askedAtMs + LEAST_GAP_MS - performance.now()));
  }

  document.addEventListener('visibilitychange', lookAgain);
  addEventListener('online', lookAgain);
  addEventListener('pageshow', ({ persisted }) => persisted && lookAgain());
  // No later look takes that word off the page again.
  screen.onSync(() => clearTimeout(timer));
  if (document.documentElement.dataset.keptAt !== undefined) screen.showUnknown();
  if (root.dataset.underWay !== undefined) lookIn(pauseMs);
}

/** More than this is waiting, not work. */
const LONG_MS = 60_000;

/** `gone`: there is no connection to ask for. */
async function ask(): Promise<StravaAnswer | 'gone' | 'failed'> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch('/api/strava', { cache: 'no-store', signal });
    if (response.status === 401 || response.status === 404) return 'gone';
    return response.ok ? await response.json() : 'failed';
  } catch {
    return 'failed';
  }
}
