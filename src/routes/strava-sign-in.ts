/**
 * Whose session a browser has after Strava has told whose account it is: a new account joins the athlete who asked, a known
 * one is a way to sign in, and one that belongs to another athlete here is a question to the runner, never a merge.
 */
import type { Context } from 'hono';
import { offerSignIn } from '../account/offered-sign-ins.ts';
import { openSession } from '../account/sessions.ts';
import { linkedAthlete, linkStrava } from '../account/strava-links.ts';
import type { StravaConnection } from '../athlete/strava-status.ts';
import { athleteOf, openAthlete, requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts';

export type SettledConnection =
  | 'connected'
  | 'signed-in'
  | 'has-other-account'
  | 'of-other-profile';

export async function settleConnection(
  c: Context<Environment>,
  connection: StravaConnection,
): Promise<SettledConnection> {
  const { DIRECTORY } = c.env;
  const { nowS } = requestClock(c);
  const { stravaAthleteId } = connection;
  const session = c.var.store === null ? null : (readSessionCookie(c) ?? null);
  if (session === null) {
    const known = await linkedAthlete(DIRECTORY, stravaAthleteId);
    if (known !== null) return signIn(c, known, connection);
  }
  const { athleteId } = c.var.store ?? (await openAthlete(c));
  const link = await linkStrava(DIRECTORY, stravaAthleteId, athleteId, nowS);
  if (link.kind === 'has-other-account') return link.kind;
  if (link.kind === 'of-other-athlete') {
    // Somebody was quicker, in another tab.
    if (session === null) return signIn(c, link.athleteId, connection);
    // New tokens make the old ones void: they go where the account belongs, whatever the runner chooses.
    await handOver(c, link.athleteId, connection);
    await offerSignIn(DIRECTORY, session, link.athleteId, nowS);
    return 'of-other-profile';
  }
  await handOver(c, athleteId, connection);
  // Last: what fails before it must not cost the athlete the only session there is.
  if (session !== null) {
    writeSessionCookie(c, await openSession(DIRECTORY, athleteId, nowS, session));
  }
  return 'connected';
}

async function signIn(
  c: Context<Environment>,
  athleteId: string,
  connection: StravaConnection,
): Promise<SettledConnection> {
  await handOver(c, athleteId, connection);
  writeSessionCookie(c, await openSession(c.env.DIRECTORY, athleteId, requestClock(c).nowS));
  return 'signed-in';
}

async function handOver(
  c: Context<Environment>,
  athleteId: string,
  connection: StravaConnection,
): Promise<void> {
  await athleteOf(c.env, athleteId).connectStrava(connection, requestClock(c));
}
