/**
 * Requests that outlive a lost connection and a restart of the site: tried again with growing pauses, and held back at the
 * gate once the site has been away for long. A file that the site itself fails on is given up sooner, so that one file
 * does not stop a thousand.
 */
import type { Gate } from './gate.ts';

export interface Site {
  /**
   * `null` once the import was cancelled; never rejects. Any answer that is not worth another try is returned.
   * `isFirst`: the request may make the athlete, so no other tab makes such a one at the same time.
   */
  post(
    path: string,
    body: BodyInit,
    contentType: string,
    isFirst?: boolean,
  ): Promise<Response | null>;
}

export interface SiteOptions {
  /** Address that paths are resolved against. */
  origin: string;
  gate: Gate;
  cancelled: AbortSignal;
  /** The site has not answered for a while: the gate is closed, and opening it tries again. */
  onUnreachable: () => void;
  /** First pause between tries, in milliseconds; each later one is twice as long. */
  firstPauseMs?: number;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15_000;
/** Pauses of 1 + 2 + 4 + 8 + 15 s: a phone between two networks, a site that starts again. */
const TRIES_BEFORE_WAITING = 6;
/** The site itself says that it failed on the file. */
const TRIES_OF_A_FAILING_FILE = 3;
/** Whoever stands before the site answers for it, as while it starts again. */
const TRIES_OF_A_FAILING_SITE = TRIES_BEFORE_WAITING;
/** Not about the file: too many requests, or nobody home behind the door. */
const NOT_NOW = new Set([429, 502, 503, 504]);

export function siteAt(options: SiteOptions): Site {
  const { origin, gate, cancelled, onUnreachable, firstPauseMs = FIRST_PAUSE_MS } = options;
  return {
    async post(path, body, contentType, isFirst = false) {
      const headers = { 'Content-Type': contentType };
      let unreachable = 0;
      let failing = 0;
      for (;;) {
        await gate.passed();
        if (cancelled.aborted) return null;
        const ask = () => answered(new URL(path, origin), { method: 'POST', headers, body });
        const response = await (isFirst ? oneTabAtATime(ask) : ask());
        if (response !== null && response.status < 500 && response.status !== 429) return response;
        const isAway = response === null || NOT_NOW.has(response.status);
        if (isAway) unreachable++;
        else if (++failing >= triesOf(response)) return response;
        if (unreachable === TRIES_BEFORE_WAITING || (response === null && isOffline())) {
          unreachable = 0;
          gate.close();
          onUnreachable();
          continue;
        }
        const doubled = firstPauseMs * 2 ** (unreachable + failing - 1);
        await pause(
          Math.max(askedPauseMs(response), Math.min(doubled, LONGEST_PAUSE_MS)),
          cancelled,
        );
      }
    },
  };
}

/** A tab that had to wait sends the session that the one before it was given: two would else make two athletes. */
const oneTabAtATime = <Answer>(ask: () => Promise<Answer>): Promise<Answer> =>
  navigator.locks?.request('achilles-watch-first-file', ask) ?? ask();

/** The device itself has no network: no use in trying. */
const isOffline = (): boolean => navigator.onLine === false;

const answered = (url: URL, init: RequestInit): Promise<Response | null> =>
  fetch(url, init).catch(() => null);

const triesOf = ({ headers }: Response): number =>
  headers.get('Content-Type')?.includes('problem+json')
    ? TRIES_OF_A_FAILING_FILE
    : TRIES_OF_A_FAILING_SITE;

/** What the site asks for in seconds, kept to a minute. */
function askedPauseMs(response: Response | null): number {
  const seconds = Number(response?.headers.get('Retry-After') ?? 0);
  return Number.isFinite(seconds) ? Math.min(seconds, 60) * 1000 : 0;
}

function pause(ms: number, cancelled: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    cancelled.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
