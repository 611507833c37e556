/** `POST /api/imports`: one watch file in, one result per activity out. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { importFile } from '../athlete/import-file.ts';
import { MAX_FILE_BYTES } from '../athlete/kept-file.ts';
import { openAthlete, requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { importAnswer } from './import-answer.ts';
import { parseInput, timeZoneSchema } from './input.ts';
import { readBody } from './request-body.ts';

const MAX_NAME_LENGTH = 255;

const querySchema = v.object({
  name: v.optional(v.pipe(v.string(), v.maxLength(MAX_NAME_LENGTH, 'a shorter file name'))),
  timeZone: v.optional(timeZoneSchema),
});

export const imports = new Hono<Environment>().post('/', async (c) => {
  const query = parseInput(querySchema, c.req.query());
  const upload = {
    body: await readBody(c.req.raw, MAX_FILE_BYTES),
    name: query.name ?? null,
    timeZone: query.timeZone ?? null,
  };
  const results = await importFile(upload, requestClock(c), c.var.store, () => openAthlete(c));
  return c.json({ results: results.map(importAnswer) });
});
