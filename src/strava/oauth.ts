/**
 * Strava's OAuth: where the athlete is sent, and what becomes of the code that comes back. Secrets travel in the bodies of
 * POST requests and in headers, never in a URL. Keeps nothing and logs nothing.
 */
import * as v from 'valibot';
import { err, ok, type Result } from '../analysis/result.ts';
import { apiFetch, type StravaServer } from './api-fetch.ts';
import { athleteSchema } from './strava-athlete.ts';
import type { StravaError } from './strava-error.ts';
import { parseWithTextIds } from './strava-json.ts';

export interface StravaApp extends Omit<StravaServer, 'apiBase'> {
  clientId: string;
  clientSecret: string;
  /** `https://www.strava.com`; with or without a slash at its end. */
  oauthBase: string;
  /** `revoke` is to take the place of `deauthorize` by June 2027. */
  revokeWith: 'revoke' | 'deauthorize';
}

export interface StravaTokens {
  accessToken: string;
  /** May differ from the one it was got with, which is then void: keep it before anything else. */
  refreshToken: string;
  /** Unix seconds. */
  expiresAtS: number;
}

export const SCOPES = ['read', 'activity:read', 'activity:read_all'] as const;
export type StravaScope = (typeof SCOPES)[number];

/** `withPrivate`: also activities that only the athlete can see. */
export function authorizeUrl(
  { clientId, oauthBase }: Pick<StravaApp, 'clientId' | 'oauthBase'>,
  { redirectUri, state, withPrivate }: { redirectUri: string; state: string; withPrivate: boolean },
): string {
  const url = endpoint(oauthBase, 'oauth/authorize');
  url.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    approval_prompt: 'auto',
    scope: SCOPES.filter((scope) => withPrivate || scope !== 'activity:read_all').join(','),
    state,
  }).toString();
  return url.href;
}

/** What the athlete left ticked, from the `scope` that comes back with the code. */
export function grantedScopes(scope: string): StravaScope[] {
  const granted = scope.split(/[\s,]+/);
  return SCOPES.filter((known) => granted.includes(known));
}

export const mayReadActivities = (scopes: readonly StravaScope[]): boolean =>
  scopes.includes('activity:read') || scopes.includes('activity:read_all');

/** Trades the code of a redirect for tokens; also tells whose they are. */
export async function exchangeCode(
  app: StravaApp,
  code: string,
): Promise<Result<StravaTokens & { athleteId: string; athleteName: string }, StravaError>> {
  const answer = await posted(app, { grant_type: 'authorization_code', code }, exchangeSchema);
  if (!answer.ok) return answer;
  const { athlete } = answer.value;
  return ok({ ...toTokens(answer.value), athleteId: athlete.id, athleteName: athlete.name });
}

export async function refreshTokens(
  app: StravaApp,
  refreshToken: string,
): Promise<Result<StravaTokens, StravaError>> {
  const asked = { grant_type: 'refresh_token', refresh_token: refreshToken };
  const answer = await posted(app, asked, tokenSchema);
  return answer.ok ? ok(toTokens(answer.value)) : answer;
}

/**
 * Gives the access up. `revoke` (RFC 7009) takes the refresh token, which is good for longer; `deauthorize` needs an access
 * token that is still good, and `unauthorized` says of that token alone that it is not.
 */
export async function revokeAccess(
  app: StravaApp,
  { accessToken, refreshToken }: Pick<StravaTokens, 'accessToken' | 'refreshToken'>,
): Promise<Result<null, StravaError>> {
  const byClient = app.revokeWith === 'revoke';
  const { outcome } = await apiFetch(
    endpoint(app.oauthBase, `oauth/${app.revokeWith}`),
    {
      method: 'POST',
      headers: {
        Authorization: byClient
          ? `Basic ${btoa(`${app.clientId}:${app.clientSecret}`)}`
          : `Bearer ${accessToken}`,
      },
      body: new URLSearchParams(byClient ? { token: refreshToken } : {}),
    },
    app,
  );
  return outcome.ok ? ok(null) : outcome;
}

const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));
const tokenSchema = v.object({
  access_token: secret,
  refresh_token: secret,
  expires_at: v.pipe(v.number(), v.integer()),
});
const exchangeSchema = v.object({ ...tokenSchema.entries, athlete: athleteSchema });

const toTokens = (wire: v.InferOutput<typeof tokenSchema>): StravaTokens => ({
  accessToken: wire.access_token,
  refreshToken: wire.refresh_token,
  expiresAtS: wire.expires_at,
});

async function posted<Value>(
  app: StravaApp,
  grant: Record<string, string>,
  schema: v.GenericSchema<unknown, Value>,
): Promise<Result<Value, StravaError>> {
  const body = new URLSearchParams({
    client_id: app.clientId,
    client_secret: app.clientSecret,
    ...grant,
  });
  const url = endpoint(app.oauthBase, 'oauth/token');
  const { outcome } = await apiFetch(url, { method: 'POST', headers: {}, body }, app);
  if (!outcome.ok) return outcome;
  try {
    const parsed = v.safeParse(schema, parseWithTextIds(outcome.value));
    return parsed.success
      ? ok(parsed.output)
      : err({ kind: 'malformed', reason: 'unexpected-shape' });
  } catch {
    return err({ kind: 'malformed', reason: 'not-json' });
  }
}

const endpoint = (base: string, path: string): URL =>
  new URL(path, base.endsWith('/') ? base : `${base}/`);
