/** The forms of a run's page, for a browser without JavaScript: each answers with the page of the run that counts. */
import { type Context, Hono } from 'hono';
import { CORRECT_ID, RECORDINGS_ID } from '../../web/pages/run-parts.ts';
import { corrected } from './activities.ts';
import { correctionSchema, formCorrection, sportFormSchema } from './correction-input.ts';
import { requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { parseInput } from './input.ts';
import { noSuchActivity } from './problem.ts';
import { readForm } from './request-body.ts';

export const runForms = new Hono<Environment>()
  .post('/:id/correct', async (c) => {
    const { athlete } = requireStore(c);
    const answer = await athlete.run(requestClock(c), c.req.param('id'));
    if (answer === null || answer.about === null) throw noSuchActivity();
    const { run, about, settings } = answer;
    const known = { original: about.original, distanceM: run.exposure.distanceM };
    const fields = formCorrection(await readForm(c.req.raw), known, settings.units);
    const change = parseInput(correctionSchema, fields);
    return toRun(c, corrected(await athlete.correct(run.id, change, requestClock(c))), CORRECT_ID);
  })
  .post('/:id/corrections/undo', async (c) => {
    const { athlete } = requireStore(c);
    const id = corrected(await athlete.undoCorrections(c.req.param('id'), requestClock(c)));
    return toRun(c, id, CORRECT_ID);
  })
  .post('/:id/sport', async (c) => {
    const { athlete } = requireStore(c);
    const fields = Object.fromEntries(await readForm(c.req.raw));
    const { sport } = parseInput(sportFormSchema, fields);
    return toRun(
      c,
      corrected(await athlete.correct(c.req.param('id'), { sport }, requestClock(c))),
    );
  })
  .post('/:id/delete', async (c) => {
    const { athlete } = requireStore(c);
    const id = c.req.param('id');
    if (!(await athlete.deleteRun(id, requestClock(c).nowS))) throw noSuchActivity();
    return toRun(c, id);
  })
  .post('/:id/restore', async (c) => {
    const id = c.req.param('id');
    if (!(await requireStore(c).athlete.restoreActivity(id))) throw noSuchActivity();
    return toRun(c, id);
  })
  .post('/:id/twins/:twinId/separate', (c) => setApart(c, true))
  .post('/:id/twins/:twinId/join', (c) => setApart(c, false));

async function setApart(c: Context<Environment>, areTwo: boolean) {
  const { id, twinId } = c.req.param() as { id: string; twinId: string };
  if (!(await requireStore(c).athlete.setApart([id, twinId], areTwo))) throw noSuchActivity();
  return toRun(c, id, RECORDINGS_ID);
}

/** Of another recording of a run the page shows the run that counts, from the part that says what has changed. */
const toRun = (c: Context<Environment>, id: string, part?: string) =>
  c.redirect(`/runs/${id}${part === undefined ? '' : `#${part}`}`, 303);
