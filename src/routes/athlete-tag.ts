/**
 * The `Athlete-Tag` header: tells a browser whose page it holds, so that what it keeps for later is never shown to, or sent
 * for, another athlete. No secret and no key: the session alone says who asks.
 */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AthleteStore } from '../athlete/athlete-store.ts';
import type { Environment } from './environment.ts';
import { RequestProblem } from './problem.ts';

const NAME = 'Athlete-Tag';
/** Enough to tell apart the few athletes of one browser. */
const LENGTH = 8;

export const athleteTag = createMiddleware<Environment>(async (c, next) => {
  await next();
  if (c.var.store != null) c.res.headers.set(NAME, tagOf(c.var.store));
});

export const tagOf = ({ athleteId }: AthleteStore): string => athleteId.slice(0, LENGTH);

/** Refuses what a browser kept for another athlete than the one who asks now. */
export function requireSameAthlete(c: Context<Environment>): void {
  const { store } = c.var;
  const tag = c.req.header(NAME);
  if (tag === undefined || (store !== null && tag === tagOf(store))) return;
  throw new RequestProblem('other-athlete', 'This was said by another runner in this browser.');
}
