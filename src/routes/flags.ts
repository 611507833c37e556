/** `POST /api/flags/hide` puts a flag aside for 7 days; `POST /api/flags/show` brings it back. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { localDateSchema, parseInput, readJson } from './input.ts';

const RULES = [
  'session-distance-spike',
  'session-load-spike',
  'speed-spike',
  'hill-spike',
  'week-above-usual',
  'stacked-increases',
  'return-without-baseline',
] as const;
const QUANTITIES = ['distanceM', 'ascentM', 'uphillM', 'fastM', 'loadAeKm'] as const;

const flagKeySchema = v.object({
  rule: v.picklist(RULES, 'the name of a rule'),
  quantity: v.picklist(QUANTITIES, 'the name of a quantity'),
  date: localDateSchema,
});

export const flags = new Hono<Environment>()
  .post('/hide', async (c) => {
    const { athlete } = requireStore(c);
    await athlete.hideFlag(await readFlagKey(c), requestClock(c));
    return c.body(null, 204);
  })
  .post('/show', async (c) => {
    const { athlete } = requireStore(c);
    await athlete.showFlag(await readFlagKey(c));
    return c.body(null, 204);
  });

async function readFlagKey(c: Context<Environment>) {
  return parseInput(flagKeySchema, await readJson(c.req.raw));
}
