/** `/api/activities`: what was imported or is on Strava, newest first; a run in detail; remove, restore, correct, tell two runs apart. */
import { type Context, Hono } from 'hono';
import type { Result } from '../analysis/result.ts';
import type { CorrectionError } from '../athlete/correct.ts';
import { readKeptFile } from '../athlete/kept-file.ts';
import { correctionSchema } from './correction-input.ts';
import { requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { parseInput } from './input.ts';
import { noSuchActivity, RequestProblem } from './problem.ts';
import { readJson } from './request-body.ts';
import { runView } from './run-view.ts';

export const activities = new Hono<Environment>()
  .get('/', async (c) => c.json({ activities: await requireStore(c).athlete.activities() }))
  .get('/:id', async (c) => {
    const { athlete } = requireStore(c);
    const answer = await athlete.run(requestClock(c), c.req.param('id'));
    if (answer === null) throw noSuchActivity();
    return c.json(runView(answer, await readKeptFile(c.env.FILES, answer.source.storedAs)));
  })
  .patch('/:id', async (c) => {
    const { athlete } = requireStore(c);
    const change = parseInput(correctionSchema, await readJson(c.req.raw));
    return c.json({
      activityId: corrected(await athlete.correct(c.req.param('id'), change, requestClock(c))),
    });
  })
  .delete('/:id/corrections', async (c) => {
    const { athlete } = requireStore(c);
    return c.json({
      activityId: corrected(await athlete.undoCorrections(c.req.param('id'), requestClock(c))),
    });
  })
  .post('/:id/twins/:twinId/separate', async (c) => {
    const { id, twinId } = c.req.param();
    return answerChange(c, await requireStore(c).athlete.setApart([id, twinId], true));
  })
  .post('/:id/twins/:twinId/join', async (c) => {
    const { id, twinId } = c.req.param();
    return answerChange(c, await requireStore(c).athlete.setApart([id, twinId], false));
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

/** Id of the run that counts after a correction. */
export function corrected(result: Result<string, CorrectionError>): string {
  if (result.ok) return result.value;
  if (result.error === 'unknown') throw noSuchActivity();
  throw new RequestProblem('file-lost', 'The file of this run is lost: it keeps its numbers.');
}

function answerChange(c: Context<Environment>, isKnown: boolean) {
  if (!isKnown) throw noSuchActivity();
  return c.body(null, 204);
}
