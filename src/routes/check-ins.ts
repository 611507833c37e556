/**
 * `/api/check-ins`: how the tendon felt, a day at a time; `/api/warning-signs`: the boxes that are no matter of load. A
 * check-in can be the first thing a runner does here: it makes an athlete as an upload does.
 */
import { Hono } from 'hono';
import * as v from 'valibot';
import { requireSameAthlete } from './athlete-tag.ts';
import { checkInSchema, tickSchema, warningSignSchema } from './check-in-input.ts';
import { openAthlete, requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { localDateSchema, parseInput } from './input.ts';
import { RequestProblem } from './problem.ts';
import { readJson } from './request-body.ts';

const dateSchema = v.object({ date: localDateSchema });
const signSchema = v.object({ sign: warningSignSchema });

export const checkIns = new Hono<Environment>()
  .get('/', async (c) => c.json({ checkIns: await requireStore(c).athlete.checkIns() }))
  .get('/:date', async (c) => {
    const { date } = parseInput(dateSchema, c.req.param());
    return c.json({ checkIn: await requireStore(c).athlete.checkIn(date) });
  })
  .put('/:date', async (c) => {
    const { date } = parseInput(dateSchema, c.req.param());
    const change = parseInput(checkInSchema, await readJson(c.req.raw));
    requireSameAthlete(c);
    const { athlete } = c.var.store ?? (await openAthlete(c));
    const result = await athlete.checkInOn(date, change, requestClock(c));
    if (!result.ok)
      throw new RequestProblem('invalid-input', `date: ${DATE_PROBLEMS[result.error]}.`);
    return c.json({ checkIn: result.value });
  });

export const DATE_PROBLEMS = {
  future: 'that day has not come yet',
  'too-early': 'a day since 2000',
};

export const warningSigns = new Hono<Environment>()
  .get('/', async (c) => c.json({ signs: await requireStore(c).athlete.warningSigns() }))
  .put('/:sign', async (c) => {
    const { sign } = parseInput(signSchema, c.req.param());
    const { isTicked } = parseInput(tickSchema, await readJson(c.req.raw));
    requireSameAthlete(c);
    const { athlete } = c.var.store ?? (await openAthlete(c));
    return c.json({ signs: await athlete.setWarningSign(sign, isTicked, requestClock(c)) });
  });
