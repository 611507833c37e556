/** `GET /api/strava`: where the athlete's connection stands, in numbers and in words, for a page that is open while runs come in. */
import { Hono } from 'hono';
import { stravaStanding } from '../../web/words/en/strava-standing.ts';
import { requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { currentSettings } from './page-context.ts';
import { RequestProblem } from './problem.ts';
import { stravaView } from './strava-view.ts';

export const stravaApi = new Hono<Environment>().get('/', async (c) => {
  requireStore(c);
  const view = await stravaView(c, await currentSettings(c));
  if (view === null) throw new RequestProblem('not-found', 'Strava is not connected.');
  return c.json({ ...view, words: stravaStanding(view) });
});
