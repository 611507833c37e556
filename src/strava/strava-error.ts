/**
 * Everything that may go wrong between us and Strava, and what an answer's status means. Holds no URL, no token and no
 * text from the wire: an error can be logged and shown as it is.
 */
import * as v from 'valibot';
import { type RateReport, type Refusal, refusal } from './rate-limit.ts';

export type StravaError =
  /** The access token is not, or no longer, good: refresh it; when that fails too, the athlete has left. */
  | { kind: 'unauthorized' }
  /** The athlete unticked what this needs. */
  | { kind: 'scope-missing' }
  /** Strava has switched the app off (403 Application Inactive): nothing can be asked for anybody. */
  | { kind: 'app-inactive' }
  /** Client id or secret are wrong. */
  | { kind: 'app-rejected' }
  /** A code or refresh token that was used, revoked or never given. */
  | { kind: 'grant-rejected' }
  | { kind: 'not-found' }
  | ({ kind: 'rate-limited' } & Refusal)
  | { kind: 'server'; status: number }
  | { kind: 'unreachable'; reason: 'timeout' | 'network' }
  | { kind: 'malformed'; reason: 'cut' | 'too-long' | 'not-json' | 'unexpected-shape' }
  /** Any other status, redirects included: they are not followed. */
  | { kind: 'refused'; status: number };

/** `body`: of an answer that is no success. */
export function errorOfStatus(
  status: number,
  body: string,
  rate: RateReport,
  nowS: number,
): StravaError {
  if (status === 429) return { kind: 'rate-limited', ...refusal(rate, nowS) };
  if (status >= 500) return { kind: 'server', status };
  const faults = faultsIn(body);
  const isAbout = (resource: string) => faults.some((fault) => fault.resource === resource);
  const isInactive = faults.some(({ code }) => /^inactive$/i.test(code));
  if (isAbout('Application')) return { kind: isInactive ? 'app-inactive' : 'app-rejected' };
  if (isAbout('RefreshToken') || isAbout('AuthorizationCode')) return { kind: 'grant-rejected' };
  if (faults.some(({ field, code }) => /_permission$/.test(field) && code === 'missing')) {
    return { kind: 'scope-missing' };
  }
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 404) return { kind: 'not-found' };
  return { kind: 'refused', status };
}

const textSchema = v.fallback(v.string(), '');
const faultSchema = v.object({
  errors: v.array(v.object({ resource: textSchema, field: textSchema, code: textSchema })),
});

function faultsIn(body: string): { resource: string; field: string; code: string }[] {
  try {
    const parsed = v.safeParse(faultSchema, JSON.parse(body));
    return parsed.success ? parsed.output.errors : [];
  } catch {
    return [];
  }
}
