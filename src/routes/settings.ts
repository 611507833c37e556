/** `GET` and `PATCH /api/settings`. */
import { Hono } from 'hono';
import { requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { parseInput } from './input.ts';
import { readJson } from './request-body.ts';
import { settingsChangeSchema } from './settings-schemas.ts';

export const settings = new Hono<Environment>()
  .get('/', async (c) => c.json(await requireStore(c).athlete.settings()))
  .patch('/', async (c) => {
    const { athlete } = requireStore(c);
    const change = parseInput(settingsChangeSchema, await readJson(c.req.raw));
    return c.json(await athlete.changeSettings(change));
  });
