/**
 * Choices of a visitor without an athlete: the browser keeps them in a cookie, so that looking at the demo writes nothing
 * here. The first upload hands them to the new athlete.
 */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import { DEFAULT_SETTINGS, type Settings } from '../athlete/settings.ts';
import { settingsChangeSchema } from './settings-schemas.ts';

const NAME = 'settings';
const KEPT_FOR_S = 400 * 86_400;

/** A cookie of an earlier day lacks the settings that came since. */
const cookieSchema = v.pipe(v.string(), v.parseJson(), settingsChangeSchema);

/** The defaults when there is no cookie, or one that cannot be read. */
export function readVisitorSettings(c: Context): Settings {
  const parsed = v.safeParse(cookieSchema, getCookie(c, NAME, 'host'));
  return parsed.success ? { ...DEFAULT_SETTINGS, ...parsed.output } : DEFAULT_SETTINGS;
}

export function writeVisitorSettings(c: Context, settings: Settings): void {
  setCookie(c, NAME, JSON.stringify(settings), {
    prefix: 'host',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: KEPT_FOR_S,
  });
}
