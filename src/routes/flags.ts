/**
 * Putting a flag aside for 7 days and bringing it back: `POST /api/flags/hide` and `/api/flags/show` with JSON, and
 * `POST /flags/hide`, `/flags/show` and `/flags/show-all` as forms that work without JavaScript.
 */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { FLAG_LEVELS, QUANTITIES, RULE_IDS } from '../analysis/flags/flag.ts';
import type { LocalDate } from '../analysis/local-date.ts';
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

/** The past day that the page looked back at. */
const onSchema = { on: v.optional(localDateSchema) };
const hideFormSchema = v.object({ ...seenFlagSchema.entries, ...onSchema });
const showFormSchema = v.object({ ...flagKeySchema.entries, ...onSchema });

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
    const { on, ...flag } = parseInput(hideFormSchema, await fieldsOf(c));
    await athlete.hideFlag(flag, requestClock(c));
    return toWeek(c, on);
  })
  .post('/show', async (c) => {
    const { athlete } = requireStore(c);
    const { on, ...flag } = parseInput(showFormSchema, await fieldsOf(c));
    await athlete.showFlag(flag);
    return toWeek(c, on);
  })
  .post('/show-all', async (c) => {
    const { athlete } = requireStore(c);
    const { on } = parseInput(v.object(onSchema), c.req.query());
    await athlete.showAllFlags();
    return toWeek(c, on);
  });

const fieldsOf = async (c: Context<Environment>) => Object.fromEntries(await readForm(c.req.raw));

const toWeek = (c: Context<Environment>, on: LocalDate | undefined) =>
  c.redirect(on === undefined ? '/' : `/?on=${on}`, 303);
