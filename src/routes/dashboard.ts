/** `GET /api/dashboard[?on=YYYY-MM-DD]`: the numbers of the dashboard, and its flags in words. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { describeFlag } from '../../web/words/en/flags.ts';
import { AthleteRunner } from '../athlete/athlete-runner.ts';
import { requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { localDateSchema, parseInput } from './input.ts';

const querySchema = v.object({ on: v.optional(localDateSchema) });

export const dashboard = new Hono<Environment>().get('/', async (c) => {
  const runner = new AthleteRunner(requireStore(c));
  const { on } = parseInput(querySchema, c.req.query());
  const { view, settings } = await runner.dashboard(requestClock(c), on ?? null);
  const flags = view.flags.map((flag) => {
    const { title, because, advice } = describeFlag(flag, settings.units);
    return { ...flag, title, because, advice };
  });
  return c.json({ ...view, flags });
});
