/** The cookie that holds the session token. `__Host-` binds it to this very host, over TLS or localhost. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { SESSION_LIFETIME_S } from '../account/sessions.ts';

const NAME = 'sid';

export function readSessionCookie(c: Context): string | undefined {
  return getCookie(c, NAME, 'host');
}

export function writeSessionCookie(c: Context, token: string): void {
  setCookie(c, NAME, token, {
    prefix: 'host',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: SESSION_LIFETIME_S,
  });
}
