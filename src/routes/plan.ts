/**
 * `GET /api/plan?date=&distance=&climb=&fast=`, numbers in the runner's units: what the rules would say of a run, and how
 * far each number can go.
 */
import { type Context, Hono } from 'hono';
import { planWords, risingWords } from '../../web/words/en/plan.ts';
import type { Runner } from '../athlete/runner.ts';
import { requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { parsePlan } from './plan-input.ts';

export function planApi(runnerOf: (c: Context<Environment>) => Promise<Runner>) {
  return new Hono<Environment>().get('/', async (c) => {
    const runner = await runnerOf(c);
    const { units } = await runner.settings();
    const answer = await runner.plan(requestClock(c), parsePlan(c.req.query(), units));
    const { plan, returning } = answer;
    const rising = returning?.rising ?? [];
    return c.json({
      ...answer,
      words: plan.kind === 'headroom' ? planWords(plan, units) : null,
      risingWords: rising.length < 2 ? null : risingWords(rising),
    });
  });
}
