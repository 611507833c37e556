/**
 * The one subscription of the app to Strava's events, by client id and secret, which travel in the body. Strava calls the
 * callback with its handshake before it answers; the id it answers is what `webhookEvent` has to be told.
 */
import * as v from 'valibot';
import { err, ok, type Result } from '../analysis/result.ts';
import { apiFetch, type StravaServer } from './api-fetch.ts';
import type { StravaApp } from './oauth.ts';
import type { StravaError } from './strava-error.ts';
import { stravaIdSchema } from './strava-id.ts';
import { parseWithTextIds } from './strava-json.ts';

export type SubscribingApp = Pick<StravaApp, 'clientId' | 'clientSecret'> & StravaServer;

export interface PushCallback {
  /** Ends in the secret path. */
  url: string;
  verifyToken: string;
}

/** The id of the new subscription. `refused` (400) when there is one already, or the callback has not answered. */
export async function subscribe(
  app: SubscribingApp,
  { url, verifyToken }: PushCallback,
): Promise<Result<string, StravaError>> {
  const body = clientOf(app, { callback_url: url, verify_token: verifyToken });
  const { outcome } = await apiFetch(endpoint(app, ''), { method: 'POST', headers: {}, body }, app);
  if (!outcome.ok) return outcome;
  try {
    const { id } = v.parse(subscriptionSchema, parseWithTextIds(outcome.value));
    return ok(id);
  } catch {
    return err({ kind: 'malformed', reason: 'unexpected-shape' });
  }
}

/** Done also when there is none of that id. */
export async function unsubscribe(
  app: SubscribingApp,
  subscriptionId: string,
): Promise<Result<null, StravaError>> {
  const url = endpoint(app, `/${v.parse(stravaIdSchema, subscriptionId)}`);
  const init = { method: 'DELETE', headers: {}, body: clientOf(app, {}) } as const;
  const { outcome } = await apiFetch(url, init, app);
  return outcome.ok || outcome.error.kind === 'not-found' ? ok(null) : outcome;
}

const subscriptionSchema = v.object({ id: stravaIdSchema });

const clientOf = ({ clientId, clientSecret }: SubscribingApp, fields: Record<string, string>) =>
  new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...fields });

const endpoint = ({ apiBase }: SubscribingApp, path: string): URL =>
  new URL(`${apiBase.replace(/\/$/, '')}/push_subscriptions${path}`);
