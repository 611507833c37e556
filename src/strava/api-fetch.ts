/**
 * One request to Strava and what came of it, for the API and for OAuth alike: within a time, up to a size, without redirects.
 * Never throws for what happens on the wire, and nothing it returns names a URL, a header or a secret.
 */
import { err, ok, type Result } from '../analysis/result.ts';
import { NO_RATE_REPORT, type RateReport, rateReport } from './rate-limit.ts';
import { errorOfStatus, type StravaError } from './strava-error.ts';

export interface StravaServer {
  /** Of the API, `https://www.strava.com/api/v3` for one; with or without a slash at its end. */
  apiBase: string;
  /** Unix seconds. */
  nowS: () => number;
  /** Default `REQUEST_TIMEOUT_MS`. */
  timeoutMs?: number;
}

/** What was asked for or why it was not to be had; and, whatever came, what Strava said of the app's calls. */
export interface Answered<Value> {
  outcome: Result<Value, StravaError>;
  rate: RateReport;
}

/** From the request to the last byte. */
export const REQUEST_TIMEOUT_MS = 20_000;

/** A day of samples every second has about 9 MB. */
const LONGEST_BODY = 16 * 2 ** 20;

interface Request {
  method: 'GET' | 'POST' | 'DELETE';
  headers: Record<string, string>;
  body?: URLSearchParams;
}

/** The text of a successful answer. */
export async function apiFetch(
  url: URL,
  request: Request,
  { nowS, timeoutMs = REQUEST_TIMEOUT_MS }: Omit<StravaServer, 'apiBase'>,
): Promise<Answered<string>> {
  const controller = new AbortController();
  // Taken down with the answer: a timer that waits keeps an object awake.
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    return await answered(url, request, controller.signal, nowS);
  } finally {
    clearTimeout(timer);
  }
}

async function answered(
  url: URL,
  request: Request,
  signal: AbortSignal,
  nowS: () => number,
): Promise<Answered<string>> {
  let response: Response;
  try {
    // A redirect would carry the token to wherever it points.
    response = await fetch(url, { ...request, signal, redirect: 'manual' });
  } catch {
    return { outcome: err(unreachable(signal)), rate: NO_RATE_REPORT };
  }
  const rate = rateReport(response.headers);
  const body = await boundedText(response, signal);
  if (response.ok) return { outcome: body, rate };
  // The status tells enough where the words about it are missing.
  const words = body.ok ? body.value : '';
  return { outcome: err(errorOfStatus(response.status, words, rate, nowS())), rate };
}

function unreachable(signal: AbortSignal): StravaError {
  return { kind: 'unreachable', reason: signal.aborted ? 'timeout' : 'network' };
}

async function boundedText(
  response: Response,
  signal: AbortSignal,
): Promise<Result<string, StravaError>> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      bytes += part.value.length;
      if (bytes > LONGEST_BODY) {
        await reader?.cancel();
        return err({ kind: 'malformed', reason: 'too-long' });
      }
      text += decoder.decode(part.value, { stream: true });
    }
  } catch {
    return err(signal.aborted ? unreachable(signal) : { kind: 'malformed', reason: 'cut' });
  }
  return ok(text + decoder.decode());
}
