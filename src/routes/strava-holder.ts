/**
 * Whom a state of Strava's sign-in is for: the session, or for a visitor without one a cookie that lives as long as the
 * state. So looking at Strava's page and turning back leaves no athlete behind.
 */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { STATE_LIFETIME_S } from '../account/oauth-states.ts';
import { newToken } from '../account/opaque-token.ts';
import type { Environment } from './environment.ts';
import { readSessionCookie } from './session-cookie.ts';

const NAME = 'strava-visitor';

/** Empty text when nothing can have been asked for in this browser. */
export function readHolder(c: Context<Environment>): string {
  const token = c.var.store === null ? getCookie(c, NAME, 'host') : readSessionCookie(c);
  return token ?? '';
}

export function makeHolder(c: Context<Environment>): string {
  if (c.var.store !== null) return readHolder(c);
  const token = newToken();
  setCookie(c, NAME, token, {
    prefix: 'host',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: STATE_LIFETIME_S,
  });
  return token;
}
