/** The simulated Strava beside the tests, and a browser on its way there and back. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import type { RunSpec } from '../../fixtures/synthetic-run.ts';
import { app } from '../../src/app.ts';
import { athletesOf, type Simulator, simulator } from '../athlete/strava-connected.ts';
import { Browser } from './browser.ts';

const ALL_SCOPES = ['read', 'activity:read', 'activity:read_all'];

/** Spoken to by its own address, since the way there is for browsers. */
let strava: Simulator;

/** A simulator of the test file's own, with so many athletes of few runs. Their ids. */
export async function stravaWith(athletes: number): Promise<string[]> {
  strava = await simulator({
    athletes: Array.from({ length: athletes }, (_, index) => ({
      firstName: 'Athlete',
      lastName: String(index),
      activities: 2,
      differentRuns: 2,
    })),
  });
  Object.assign(env, {
    STRAVA_WEBHOOK_PATH: WEBHOOK_PATH,
    STRAVA_VERIFY_TOKEN: VERIFY_TOKEN,
  });
  return (await athletesOf(strava)).map(({ id }) => id);
}

export const WEBHOOK_PATH = 'a-secret-path-of-the-tests';
export const VERIFY_TOKEN = 'a-verify-token-of-the-tests';

export async function scopesOf(stravaAthleteId: string): Promise<readonly string[] | null> {
  const athletes = await strava.control<{ id: string; scopes: string[] | null }[]>(
    'GET',
    'athletes',
  );
  return athletes.find(({ id }) => id === stravaAthleteId)?.scopes ?? null;
}

/** Saved on Strava, which says nothing of it by itself. The new id. */
export async function savedRun(
  stravaAthleteId: string,
  spec: Partial<RunSpec> = {},
): Promise<string> {
  const run = { segments: [{ speedMps: 3, distanceM: 5000 }], ...spec };
  const saved = { name: 'New run', run, webhook: false };
  const path = `athletes/${stravaAthleteId}/activities`;
  return (await strava.control<{ id: string }>('POST', path, saved)).id;
}

/** As the FIT file of the watch that it was recorded with. */
export async function fitFileOf(stravaId: string): Promise<Uint8Array> {
  const answer = await fetch(`${strava.url}/control/activities/${stravaId}/fit`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** A browser of a deployment whose variables a test has set; what goes on after an answer is over with it. */
export class StravaBrowser extends Browser {
  protected override async answer(request: Request): Promise<Response> {
    const context = createExecutionContext();
    const answer = await app.fetch(request, env, context);
    await waitOnExecutionContext(context);
    return answer;
  }
}

/** Presses the button; gives the state that Strava is sent. */
export async function askedState(browser: Browser): Promise<string> {
  const answer = await browser.submit('/strava/connect', { to: 'strava' });
  const state = new URL(answer.headers.get('Location') ?? '').searchParams.get('state');
  return state ?? '';
}

export async function codeOf(stravaAthleteId: string, scopes = ALL_SCOPES): Promise<string> {
  const path = `athletes/${stravaAthleteId}/approve`;
  return (await strava.control<{ code: string }>('POST', path, { scopes })).code;
}

/** Comes back from Strava; gives where the browser is sent next. */
export async function comeBack(browser: Browser, query: Record<string, string>): Promise<string> {
  const answer = await browser.request(`/strava/callback?${new URLSearchParams(query)}`);
  if (answer.status !== 303) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.headers.get('Location') ?? '';
}

/** There and back, accepting all. */
export async function connect(browser: Browser, stravaAthleteId: string): Promise<string> {
  const state = await askedState(browser);
  const code = await codeOf(stravaAthleteId);
  return comeBack(browser, { state, code, scope: ALL_SCOPES.join(',') });
}

export async function linkOf(stravaAthleteId: string): Promise<string | null> {
  return env.DIRECTORY.prepare('SELECT athlete_id FROM strava_links WHERE strava_athlete_id = ?')
    .bind(stravaAthleteId)
    .first<string>('athlete_id');
}
