/**
 * What a deployment says about its Strava app, and the app as the rest of this room takes it. The secrets among it never
 * leave here but in the bodies of requests to Strava.
 */
import type { StravaServer } from './api-fetch.ts';
import type { StravaApp } from './oauth.ts';

/** Variables and secrets of the Worker. Without a client id and secret there is no Strava here. */
export interface StravaVariables {
  STRAVA_CLIENT_ID?: string;
  STRAVA_CLIENT_SECRET?: string;
  /** Default `DEFAULT_API_BASE`. */
  STRAVA_API_BASE?: string;
  /** Default `DEFAULT_OAUTH_BASE`. */
  STRAVA_OAUTH_BASE?: string;
  /** `deauthorize` (default) until Strava has `revoke`. */
  STRAVA_REVOKE_WITH?: string;
  /** Keys that seal the tokens: see `sealingKeys`. */
  STRAVA_TOKEN_KEYS?: string;
  /** The last part of the webhook's address, which nobody but Strava knows. */
  STRAVA_WEBHOOK_PATH?: string;
  /** What Strava says when it tries the webhook's address. */
  STRAVA_VERIFY_TOKEN?: string;
  /** Days that a row from Strava is kept without being fetched again. Default 7. */
  STRAVA_CACHE_DAYS?: string;
  /** `off`: activities from Strava are shown but take no part in the weekly analysis. */
  STRAVA_IN_ANALYSIS?: string;
}

export const DEFAULT_API_BASE = 'https://www.strava.com/api/v3';
export const DEFAULT_OAUTH_BASE = 'https://www.strava.com';

/** Days that a row from Strava is kept unless the deployment says otherwise. */
const CACHE_DAYS = 7;
const DAY_S = 86_400;

/** How long a row from Strava is kept without being fetched again. */
export function stravaCacheS({ STRAVA_CACHE_DAYS: days }: StravaVariables): number {
  return (Number(days) > 0 ? Number(days) : CACHE_DAYS) * DAY_S;
}

export function isStravaAnalysed({ STRAVA_IN_ANALYSIS: said }: StravaVariables): boolean {
  return said !== 'off' && said !== 'false';
}

/** `null`: the deployment has no app. */
export function stravaApp(
  variables: StravaVariables,
  nowS: () => number,
): (StravaApp & StravaServer) | null {
  const { STRAVA_CLIENT_ID: clientId, STRAVA_CLIENT_SECRET: clientSecret } = variables;
  if (!clientId || !clientSecret) return null;
  return {
    clientId,
    clientSecret,
    apiBase: variables.STRAVA_API_BASE || DEFAULT_API_BASE,
    oauthBase: variables.STRAVA_OAUTH_BASE || DEFAULT_OAUTH_BASE,
    revokeWith: variables.STRAVA_REVOKE_WITH === 'revoke' ? 'revoke' : 'deauthorize',
    nowS,
  };
}
