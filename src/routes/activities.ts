/** `/api/activities`: what was imported, newest first; a run in detail; remove and restore. */
import { type Context, Hono } from 'hono';
import { readKeptFile } from '../athlete/kept-file.ts';
import { requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { noSuchActivity } from './problem.ts';
import { runView } from './run-view.ts';

export const activities = new Hono<Environment>()
  .get('/', async (c) => c.json({ activities: await requireStore(c).athlete.activities() }))
  .get('/:id', async (c) => {
    const { athlete } = requireStore(c);
    const answer = await athlete.run(requestClock(c), c.req.param('id'));
    if (answer === null) throw noSuchActivity();
    return c.json(runView(answer, await readKeptFile(c.env.FILES, answer.source.storedAs)));
  })
  .delete('/:id', async (c) => {
    const { athlete } = requireStore(c);
    const isKnown = await athlete.deleteActivity(c.req.param('id'), requestClock(c).nowS);
    return answerChange(c, isKnown);
  })
  .post('/:id/restore', async (c) => {
    const { athlete } = requireStore(c);
    return answerChange(c, await athlete.restoreActivity(c.req.param('id')));
  });

function answerChange(c: Context<Environment>, isKnown: boolean) {
  if (!isKnown) throw noSuchActivity();
  return c.body(null, 204);
}
