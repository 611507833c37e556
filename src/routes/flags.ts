/**
 * Putting a flag aside for 7 days and bringing it back: `POST /api/flags/hide` and `/api/flags/show` with JSON, and
 * `POST /flags/hide` and `/flags/show` (all of them) as forms that work without JavaScript.
 */
import { Hono } from 'hono';
import * as v from 'valibot';
import { FLAG_LEVELS, QUANTITIES, RULE_IDS } from '../analysis/flags/flag.ts';
import { requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { localDateSchema, parseInput } from './input.ts';
import { readForm, readJson } from './request-body.ts';

const flagKeySchema = v.object({
  rule: v.picklist(RULE_IDS, 'the name of a rule'),
  quantity: v.picklist(QUANTITIES, 'the name of a quantity'),
  date: localDateSchema,
});

/** Without a level, the flag is hidden at whichever level it has. */
const seenFlagSchema = v.object({
  ...flagKeySchema.entries,
  level: v.optional(v.picklist(FLAG_LEVELS, 'a level'), 'well-above'),
});

/** `on` is the past day that the page looked back at. */
const formSchema = v.object({ ...seenFlagSchema.entries, on: v.optional(localDateSchema) });

export const flags = new Hono<Environment>()
  .post('/hide', async (c) => {
    const { athlete } = requireStore(c);
    const flag = parseInput(seenFlagSchema, await readJson(c.req.raw));
    await athlete.hideFlag(flag, requestClock(c));
    return c.body(null, 204);
  })
  .post('/show', async (c) => {
    const { athlete } = requireStore(c);
    await athlete.showFlag(parseInput(flagKeySchema, await readJson(c.req.raw)));
    return c.body(null, 204);
  });

export const flagForms = new Hono<Environment>()
  .post('/hide', async (c) => {
    const { athlete } = requireStore(c);
    const { on, ...flag } = parseInput(formSchema, Object.fromEntries(await readForm(c.req.raw)));
    await athlete.hideFlag(flag, requestClock(c));
    return c.redirect(on === undefined ? '/' : `/?on=${on}`, 303);
  })
  .post('/show', async (c) => {
    const { athlete } = requireStore(c);
    await athlete.showAllFlags();
    return c.redirect('/', 303);
  });
