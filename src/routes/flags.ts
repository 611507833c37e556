/**
 * Putting a flag aside for 7 days and bringing it back: `POST /api/flags/hide` and `/api/flags/show` with JSON, and
 * `POST /flags/hide` and `/flags/show` (all of them) as forms that work without JavaScript.
 */
import { Hono } from 'hono';
import * as v from 'valibot';
import type { FlagLevel, Quantity, RuleId } from '../analysis/flags/flag.ts';
import { requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { localDateSchema, parseInput } from './input.ts';
import { readForm, readJson } from './request-body.ts';

// Keyed by the type, so that a new rule cannot be forgotten here.
const RULES: Record<RuleId, true> = {
  'session-distance-spike': true,
  'session-load-spike': true,
  'speed-spike': true,
  'hill-spike': true,
  'week-above-usual': true,
  'stacked-increases': true,
  'return-without-baseline': true,
};
const QUANTITIES: Record<Quantity, true> = {
  distanceM: true,
  ascentM: true,
  uphillM: true,
  fastM: true,
  loadAeKm: true,
};

const LEVELS: Record<FlagLevel, true> = {
  note: true,
  above: true,
  'well-above': true,
  urgent: true,
};

const flagKeySchema = v.object({
  rule: v.picklist(Object.keys(RULES) as RuleId[], 'the name of a rule'),
  quantity: v.picklist(Object.keys(QUANTITIES) as Quantity[], 'the name of a quantity'),
  date: localDateSchema,
});

/** Without a level, the flag is hidden at whichever level it has. */
const seenFlagSchema = v.object({
  ...flagKeySchema.entries,
  level: v.optional(v.picklist(Object.keys(LEVELS) as FlagLevel[], 'a level'), 'well-above'),
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
