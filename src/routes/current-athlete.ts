/** Who is asking: the session cookie, and nothing else in a request, names the athlete. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { createAthlete, findSession } from '../account/sessions.ts';
import type { AthleteStore } from '../athlete/athlete-store.ts';
import type { RequestClock } from '../athlete/runner-clock.ts';
import type { Bindings } from '../bindings.ts';
import { deviceTimeZone } from './device-time-zone.ts';
import type { Environment } from './environment.ts';
import { RequestProblem } from './problem.ts';
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts';
import { readVisitorSettings } from './visitor-settings.ts';

export const currentAthlete = createMiddleware<Environment>(async (c, next) => {
  const token = readSessionCookie(c);
  const session =
    token === undefined ? null : await findSession(c.env.DIRECTORY, token, requestClock(c).nowS);
  if (token !== undefined && session?.wasExtended) writeSessionCookie(c, token);
  c.set('store', session === null ? null : storeOf(c.env, session.athleteId));
  await next();
});

/** The asking athlete's store; refuses a request without a session. */
export function requireStore(c: Context<Environment>): AthleteStore {
  const { store } = c.var;
  if (store === null) {
    throw new RequestProblem(
      'no-athlete',
      'Add a file first: that makes a session for this browser.',
    );
  }
  return store;
}

/** Makes an athlete who is held by the session cookie set here, with the choices the visitor has made so far. */
export async function openAthlete(c: Context<Environment>): Promise<AthleteStore> {
  const { athleteId, token } = await createAthlete(c.env.DIRECTORY, requestClock(c).nowS);
  writeSessionCookie(c, token);
  const store = storeOf(c.env, athleteId);
  c.set('store', store);
  await store.athlete.changeSettings(readVisitorSettings(c));
  return store;
}

export function requestClock(c: Context<Environment>): RequestClock {
  return { nowS: Math.floor(Date.now() / 1000), timeZone: deviceTimeZone(c) };
}

/** For an athlete whom something else than the session names: only what is proven may ask for it. */
export function athleteOf(env: Bindings, athleteId: string): AthleteStore['athlete'] {
  return env.ATHLETE.getByName(athleteId);
}

function storeOf(env: Bindings, athleteId: string): AthleteStore {
  return { athleteId, athlete: athleteOf(env, athleteId), files: env.FILES };
}
