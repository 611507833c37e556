/** `/api/shoes`: the runner's shoes, with what was run in each. One can be the first thing a runner says here. */
import { Hono } from 'hono';
import type { Result } from '../analysis/result.ts';
import type { ShoeError } from '../athlete/athlete-shoes.ts';
import { openAthlete, requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { parseInput } from './input.ts';
import { RequestProblem } from './problem.ts';
import { readJson } from './request-body.ts';
import { newShoeSchema, shoeChangeSchema } from './shoe-input.ts';

export const shoes = new Hono<Environment>()
  .get('/', async (c) => {
    const answer = await requireStore(c).athlete.shoes(requestClock(c));
    return c.json({ shoes: answer.shoes, deleted: answer.deleted });
  })
  .post('/', async (c) => {
    const shoe = parseInput(newShoeSchema, await readJson(c.req.raw));
    const { athlete } = c.var.store ?? (await openAthlete(c));
    return c.json({ shoeId: changed(await athlete.addShoe(shoe)) }, 201);
  })
  .patch('/:id', async (c) => {
    const { athlete } = requireStore(c);
    const change = parseInput(shoeChangeSchema, await readJson(c.req.raw));
    return c.json({ shoe: changed(await athlete.changeShoe(c.req.param('id'), change)) });
  })
  .delete('/:id', async (c) => {
    const { athlete } = requireStore(c);
    const isKnown = await athlete.deleteShoe(c.req.param('id'), requestClock(c).nowS);
    if (!isKnown) throw noSuchShoe();
    return c.body(null, 204);
  })
  .post('/:id/restore', async (c) => {
    changed(await requireStore(c).athlete.restoreShoe(c.req.param('id')));
    return c.body(null, 204);
  });

/** What became of the change; throws the problem where nothing did. */
export function changed<Value>(result: Result<Value, ShoeError>): Value {
  if (result.ok) return result.value;
  if (result.error === 'unknown') throw noSuchShoe();
  throw new RequestProblem('invalid-input', SHOE_PROBLEMS[result.error]);
}

const SHOE_PROBLEMS = {
  'name-taken': 'name: another shoe is called so.',
  'retired-before': 'retiredOn: the last day lies before the first.',
};

/** The same answer whether the shoe never was or is another athlete's. */
export function noSuchShoe(): RequestProblem {
  return new RequestProblem('not-found', 'There is no shoe of that id.');
}
