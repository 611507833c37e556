/**
 * `/strava/connect` and `/strava/callback`: to Strava's page and back. The code in the callback's address is spoilt or used
 * before anything is shown, and every way ends in a redirect to an address without it.
 */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { StravaOutcome } from '../../web/words/en/strava.ts';
import { consumeState, issueState } from '../account/oauth-states.ts';
import { usableStravaApp } from '../athlete/strava-set-up.ts';
import {
  authorizeUrl,
  exchangeCode,
  grantedScopes,
  mayReadActivities,
  revokeAccess,
  type StravaApp,
} from '../strava/oauth.ts';
import type { StravaError } from '../strava/strava-error.ts';
import { requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { readForm } from './request-body.ts';
import { makeHolder, readHolder } from './strava-holder.ts';
import { settleConnection } from './strava-sign-in.ts';

const text = v.fallback(v.optional(v.pipe(v.string(), v.maxLength(1024))), undefined);
const callbackSchema = v.object({ state: text, code: text, scope: text, error: text });
type Callback = v.InferOutput<typeof callbackSchema>;

export const stravaConnect = new Hono<Environment>()
  .post('/connect', async (c) => {
    const app = appOf(c);
    if (app === null) return c.redirect('/strava', 303);
    const withPrivate = (await readForm(c.req.raw)).has('private');
    const state = await issueState(c.env.DIRECTORY, makeHolder(c), requestClock(c).nowS);
    return c.redirect(authorizeUrl(app, { redirectUri: callbackOf(c), state, withPrivate }), 303);
  })
  .get('/callback', async (c) => {
    c.header('Referrer-Policy', 'no-referrer');
    const app = appOf(c);
    if (app === null) return c.redirect('/strava', 303);
    const outcome = await outcomeOf(c, app, v.parse(callbackSchema, c.req.query()));
    return outcome === 'of-other-profile'
      ? c.redirect('/strava/profile', 303)
      : c.redirect(`/strava?outcome=${outcome}`, 303);
  });

export const appOf = ({ env }: Context<Environment>) =>
  usableStravaApp(env, () => Math.floor(Date.now() / 1000));

const callbackOf = (c: Context): string => new URL('/strava/callback', c.req.url).href;

async function outcomeOf(
  c: Context<Environment>,
  app: StravaApp,
  { state = '', code, scope = '', error }: Callback,
): Promise<StravaOutcome | 'of-other-profile'> {
  const { nowS } = requestClock(c);
  if (!(await consumeState(c.env.DIRECTORY, state, readHolder(c), nowS))) return 'expired';
  if (error === 'access_denied') return 'refused';
  if (error !== undefined || code === undefined) return 'failed';
  const scopes = grantedScopes(scope);
  if (!mayReadActivities(scopes)) return 'unticked';
  const exchanged = await exchangeCode(app, code);
  if (!exchanged.ok) return OUTCOMES[exchanged.error.kind];
  const { athleteId: stravaAthleteId, athleteName: name, ...tokens } = exchanged.value;
  const settled = await settleConnection(c, { stravaAthleteId, name, tokens, scopes });
  // Nobody here keeps these tokens: on Strava, too, the app is not to look connected.
  if (settled === 'has-other-account') await revokeAccess(app, tokens);
  return settled;
}

const OUTCOMES: Record<StravaError['kind'], StravaOutcome> = {
  unauthorized: 'failed',
  'scope-missing': 'unticked',
  'app-inactive': 'app-inactive',
  'app-rejected': 'app-rejected',
  'grant-rejected': 'expired',
  'not-found': 'failed',
  'rate-limited': 'busy',
  server: 'unreachable',
  unreachable: 'unreachable',
  malformed: 'unreachable',
  refused: 'failed',
};
