/**
 * `/strava/profile`: the choice of a runner whose Strava account is another athlete's here, and the way back. The session of
 * the profile that is left goes to a cookie of its own: nothing else may hold what is in it.
 */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { StravaProfilePage } from '../../web/pages/strava-profile-page.tsx';
import { isSignInOffered, takeSignIn } from '../account/offered-sign-ins.ts';
import { findSession, openSession } from '../account/sessions.ts';
import { requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { parseInput } from './input.ts';
import { currentPageContext } from './page-context.ts';
import { readForm } from './request-body.ts';
import {
  readOtherSessionCookie,
  readSessionCookie,
  writeOtherSessionCookie,
  writeSessionCookie,
} from './session-cookie.ts';

const choiceSchema = v.object({ choice: v.picklist(['go', 'stay'], 'go or stay') });

export const stravaProfile = new Hono<Environment>()
  .get('/', async (c) => {
    const isOffered =
      c.var.store !== null &&
      (await isSignInOffered(c.env.DIRECTORY, sessionOf(c), requestClock(c).nowS));
    return isOffered
      ? c.html(<StravaProfilePage context={await currentPageContext(c)} />)
      : c.redirect('/strava', 303);
  })
  .post('/', async (c) => {
    requireStore(c);
    const { choice } = parseInput(choiceSchema, Object.fromEntries(await readForm(c.req.raw)));
    const { nowS } = requestClock(c);
    const leaving = sessionOf(c);
    const athleteId = await takeSignIn(c.env.DIRECTORY, leaving, nowS);
    if (athleteId === null) return c.redirect('/strava?outcome=gone', 303);
    if (choice === 'stay') return c.redirect('/strava?outcome=stayed', 303);
    writeSessionCookie(c, await openSession(c.env.DIRECTORY, athleteId, nowS));
    writeOtherSessionCookie(c, leaving);
    return c.redirect('/strava?outcome=signed-in', 303);
  })
  .post('/back', async (c) => {
    requireStore(c);
    const other = readOtherSessionCookie(c) ?? '';
    const session = await findSession(c.env.DIRECTORY, other, requestClock(c).nowS);
    if (session === null) {
      writeOtherSessionCookie(c, null);
      return c.redirect('/strava?outcome=gone', 303);
    }
    writeOtherSessionCookie(c, sessionOf(c));
    writeSessionCookie(c, other);
    return c.redirect('/strava?outcome=switched', 303);
  });

/** Of an athlete who has one. */
const sessionOf = (c: Context<Environment>): string => readSessionCookie(c) as string;
