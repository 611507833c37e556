/** The cookies that hold session tokens. `__Host-` binds them to this very host, over TLS or localhost. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SESSION_LIFETIME_S } from '../account/sessions.ts';

const NAME = 'sid';
/** Of the profile that this browser was before it went over to another: without it nothing would hold that one. */
const OTHER_NAME = 'other-sid';

export function readSessionCookie(c: Context): string | undefined {
  return getCookie(c, NAME, 'host');
}

export function writeSessionCookie(c: Context, token: string): void {
  write(c, NAME, token);
}

export function dropSessionCookie(c: Context): void {
  drop(c, NAME);
}

export function readOtherSessionCookie(c: Context): string | undefined {
  return getCookie(c, OTHER_NAME, 'host');
}

/** `null`: there is none any more. */
export function writeOtherSessionCookie(c: Context, token: string | null): void {
  if (token !== null) write(c, OTHER_NAME, token);
  else drop(c, OTHER_NAME);
}

function drop(c: Context, name: string): void {
  deleteCookie(c, name, { prefix: 'host', secure: true, path: '/' });
}

function write(c: Context, name: string, token: string): void {
  setCookie(c, name, token, {
    prefix: 'host',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: SESSION_LIFETIME_S,
  });
}
