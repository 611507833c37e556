/** Forms of the planner's page that work without JavaScript: coming back from trouble, and its criteria. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { RETURN_CRITERIA } from '../analysis/diary.ts';
import { openAthlete, requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { parseInput } from './input.ts';
import { readForm } from './request-body.ts';

const yesNo = v.pipe(
  v.picklist(['true', 'false'], 'true or false'),
  v.transform((text) => text === 'true'),
);
const returningForm = v.object({ isReturning: yesNo });
const criterionForm = v.object({
  criterion: v.picklist(RETURN_CRITERIA, 'the name of a criterion'),
  isMet: yesNo,
});

export const planForms = new Hono<Environment>()
  .post('/returning', async (c) => {
    const form = Object.fromEntries(await readForm(c.req.raw));
    const { isReturning } = parseInput(returningForm, form);
    const { athlete } = c.var.store ?? (await openAthlete(c));
    await athlete.changeSettings({ isReturning });
    return c.redirect('/plan', 303);
  })
  .post('/criteria', async (c) => {
    const form = Object.fromEntries(await readForm(c.req.raw));
    const { criterion, isMet } = parseInput(criterionForm, form);
    const { athlete } = c.var.store ?? (await openAthlete(c));
    await athlete.setReturnCriterion(criterion, isMet, requestClock(c));
    return c.redirect('/plan', 303);
  });
