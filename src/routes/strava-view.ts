/** The connection with Strava of whoever asks, as pages show it. */
import type { Context } from 'hono';
import type { StravaView } from '../../web/words/en/strava.ts';
import { type RequestClock, utcOffsetAt } from '../athlete/runner-clock.ts';
import type { Settings } from '../athlete/settings.ts';
import { lackingVariables } from '../athlete/strava-set-up.ts';
import { isStravaAnalysed } from '../strava/app-settings.ts';
import { requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';

/** `null` when nothing is connected. */
export async function stravaView(
  c: Context<Environment>,
  settings: Pick<Settings, 'timeZone'>,
): Promise<StravaView | null> {
  const clock = requestClock(c);
  const status = await c.var.store?.athlete.stravaStatus(clock);
  if (!status) return null;
  const { name, stravaAthleteId, scopes, backfill, lastSyncAtS, expiresAtS } = status;
  const isSetUp = lackingVariables(c.env).length === 0;
  const problem: StravaView['problem'] = isSetUp ? status.problem : 'not-set-up';
  const seesPrivate = scopes.includes('activity:read_all');
  const isAnalysed = isStravaAnalysed(c.env);
  const standing = { name, stravaAthleteId, seesPrivate, isAnalysed, problem };
  return { ...standing, lastSyncAtS, expiresAtS, backfill, ...runnersClock(settings, clock) };
}

/** Now, and how far the runner's clock is from UTC; `null` where nobody has said where that is. */
export function runnersClock(
  settings: Pick<Settings, 'timeZone'>,
  { nowS, timeZone }: RequestClock,
): Pick<StravaView, 'nowS' | 'utcOffsetS'> {
  const isKnown = settings.timeZone !== null || timeZone !== null;
  const start = { startTimeS: nowS, utcOffsetS: null };
  return { nowS, utcOffsetS: isKnown ? utcOffsetAt(start, settings.timeZone, timeZone) : null };
}
