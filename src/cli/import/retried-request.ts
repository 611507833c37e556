/**
 * A request made again while the server cannot be reached, is busy or broken, with growing pauses or those it asks for.
 * Only for requests that may be made twice.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { err, ok, type Result } from '../../analysis/result.ts';

export interface RetryPolicy {
  attempts: number;
  /** Before the second attempt; doubled before each further one. */
  firstPauseMs: number;
  /** Also of what a server asks for. */
  longestPauseMs: number;
}

/** A restart of the server takes seconds: half a minute rides it out. */
export const PATIENT: RetryPolicy = { attempts: 7, firstPauseMs: 500, longestPauseMs: 60_000 };

/** An answer that was read to its end: one that breaks off half-way is none. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

export interface NoAnswer {
  kind: 'unreachable' | 'stopped';
  reason: string;
}

/** Clients that began together must not come back together. */
const PAUSE_VARIATION = 0.25;
const TOO_MANY_REQUESTS = 429;
const FIRST_SERVER_ERROR = 500;

/**
 * The first answer that is neither 429 nor 5xx, else the last one. `stop` ends the pauses, never a request on its way;
 * `onTrouble` hears before each pause what went wrong.
 */
export async function retriedRequest(
  request: () => Promise<Answer>,
  { attempts, firstPauseMs, longestPauseMs }: RetryPolicy,
  stop: AbortSignal,
  onTrouble: (reason: string) => void,
): Promise<Result<Answer, NoAnswer>> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await answerOf(request);
    const isLast = attempt >= attempts;
    if (answer.ok && (isLast || !isPassing(answer.value))) return answer;
    if (!answer.ok && isLast) return answer;
    onTrouble(answer.ok ? `it answered ${answer.value.status}` : answer.error.reason);
    const asked = answer.ok ? askedPauseMs(answer.value) : null;
    const grown = firstPauseMs * 2 ** (attempt - 1) * (1 + PAUSE_VARIATION * Math.random());
    if (!(await paused(Math.min(asked ?? grown, longestPauseMs), stop))) {
      return err({ kind: 'stopped', reason: 'The import was stopped.' });
    }
  }
}

async function answerOf(request: () => Promise<Answer>): Promise<Result<Answer, NoAnswer>> {
  try {
    return ok(await request());
  } catch (error) {
    return err({ kind: 'unreachable', reason: causeOf(error) });
  }
}

/** `fetch` hides what happened in the cause of its error. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? (error.cause as NodeJS.ErrnoException) : null;
  return cause?.code ?? cause?.message ?? error.message;
}

const isPassing = ({ status }: Answer): boolean =>
  status === TOO_MANY_REQUESTS || status >= FIRST_SERVER_ERROR;

/** Of the header `Retry-After`: seconds, or a date. */
function askedPauseMs({ headers }: Answer): number | null {
  const asked = headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  const date = Date.parse(asked);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

/** False when it was stopped. */
async function paused(durationMs: number, stop: AbortSignal): Promise<boolean> {
  try {
    await pause(durationMs, null, { signal: stop });
    return true;
  } catch {
    return false;
  }
}
