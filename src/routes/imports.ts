/**
 * `POST /api/imports`: one watch file in, one result per activity out. `/known`: which files need not be sent, and what
 * sending each would have answered.
 * `/batches/:id`: what one upload brought, taken back and brought again.
 */
import { type Context, Hono } from 'hono';
import { duplicate, importFile } from '../athlete/import-file.ts';
import { MAX_FILE_BYTES } from '../athlete/kept-file.ts';
import { openAthlete, requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { importAnswers } from './import-answer.ts';
import { batchIdSchema, importQuerySchema, knownSchema } from './import-query.ts';
import { parseInput } from './input.ts';
import { currentSettings } from './page-context.ts';
import { RequestProblem } from './problem.ts';
import { readBody, readJson } from './request-body.ts';

export const imports = new Hono<Environment>()
  .post('/', async (c) => {
    const query = parseInput(importQuerySchema, c.req.query());
    if (query.runner === 'known') requireStore(c);
    const upload = {
      body: await readBody(c.req.raw, MAX_FILE_BYTES),
      name: query.name ?? null,
      timeZone: query.timeZone ?? null,
      about: {
        batchId: query.batch ?? null,
        title: said(query.title),
        gear: said(query.gear),
        sportHint: said(query.sportHint),
      },
    };
    const results = await importFile(upload, requestClock(c), c.var.store, () => openAthlete(c));
    return c.json({ results: await importAnswers(results, () => currentSettings(c)) });
  })
  .post('/known', async (c) => {
    const { sha256 } = parseInput(knownSchema, await readJson(c.req.raw));
    const files = (await c.var.store?.athlete.knownFiles(sha256)) ?? [];
    let settings: ReturnType<typeof currentSettings> | undefined;
    const settingsOnce = () => (settings ??= currentSettings(c));
    const answers = await Promise.all(
      files.map(async (file) => [
        file.sha256,
        await importAnswers(file.outcomes.map(duplicate), settingsOnce),
      ]),
    );
    return c.json({
      known: files.map((file) => file.sha256),
      answers: Object.fromEntries(answers),
    });
  })
  .get('/batches/:id', async (c) => {
    const { athlete } = requireStore(c);
    return c.json((await athlete.batch(batchId(c))) ?? noSuchBatch());
  })
  .post('/batches/:id/undo', async (c) => {
    const { athlete } = requireStore(c);
    const counts = await athlete.setBatchUndone(batchId(c), requestClock(c).nowS);
    return c.json(counts ?? noSuchBatch());
  })
  .post('/batches/:id/redo', async (c) => {
    const { athlete } = requireStore(c);
    return c.json((await athlete.setBatchUndone(batchId(c), null)) ?? noSuchBatch());
  });

const said = (text: string | undefined): string | null => text?.trim() || null;

const batchId = (c: Context<Environment>): string => parseInput(batchIdSchema, c.req.param('id'));

/** The same answer whether the upload never was or is another athlete's. */
function noSuchBatch(): never {
  throw new RequestProblem('not-found', 'There is no import of that id.');
}
