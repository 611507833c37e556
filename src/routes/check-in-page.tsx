/** `/check-in`: how the tendon felt on a day, as one form that works without JavaScript. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { CheckInPage } from '../../web/pages/check-in-page.tsx';
import { OfflinePage } from '../../web/pages/offline-page.tsx';
import { type CheckInDay, checkInDay } from '../analysis/check-in-day.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { type CheckInDateError, checkInDateError } from '../athlete/check-in-date.ts';
import { dateIn } from '../athlete/runner-clock.ts';
import type { Settings } from '../athlete/settings.ts';
import { tagOf } from './athlete-tag.ts';
import { checkInOfForm } from './check-in-form.ts';
import { warningSignSchema } from './check-in-input.ts';
import { DATE_PROBLEMS } from './check-ins.ts';
import { openAthlete, requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { localDateSchema, parseInput } from './input.ts';
import { currentPageContext, pageContext } from './page-context.ts';
import { RequestProblem } from './problem.ts';
import { readForm } from './request-body.ts';
import { readVisitorSettings } from './visitor-settings.ts';

const pageQuery = v.object({
  date: v.optional(localDateSchema),
  logged: v.optional(v.string()),
});
const formSchema = v.object({
  date: localDateSchema,
  signs: v.array(warningSignSchema),
  over: v.nullable(warningSignSchema),
});

export const checkInPage = new Hono<Environment>()
  .get('/', async (c) => {
    const { date, logged } = parseInput(pageQuery, c.req.query());
    const { settings, day } = await dayOf(c, date ?? null);
    const { store } = c.var;
    return c.html(
      <CheckInPage
        context={pageContext(c, settings)}
        day={day}
        athlete={store === null ? null : tagOf(store)}
        isDayChosen={date !== undefined}
        isLogged={logged !== undefined}
      />,
    );
  })
  // Kept by the browser for when there is no network: nothing of any runner is in them.
  .get('/shell', async (c) => c.html(<CheckInPage context={await currentPageContext(c)} />))
  .get('/offline', async (c) => c.html(<OfflinePage context={await currentPageContext(c)} />))
  .post('/', async (c) => {
    const form = await readForm(c.req.raw);
    const { date, signs, over } = parseInput(formSchema, {
      date: form.get('date'),
      signs: form.getAll('sign'),
      over: form.get('over'),
    });
    const change = checkInOfForm(form);
    const { athlete } = c.var.store ?? (await openAthlete(c));
    const clock = requestClock(c);
    const result = await athlete.checkInOn(date, change, clock);
    if (!result.ok) throw dateProblem(result.error);
    for (const sign of signs) await athlete.setWarningSign(sign, true, clock);
    if (over !== null) await athlete.setWarningSign(over, false, clock);
    return c.redirect(`/check-in?date=${date}&logged`, 303);
  });

async function dayOf(
  c: Context<Environment>,
  date: LocalDate | null,
): Promise<{ settings: Settings; day: CheckInDay }> {
  const { store } = c.var;
  if (store === null) return visitorsDay(c, date);
  const answer = await store.athlete.checkInDay(date, requestClock(c));
  if (!answer.ok) throw dateProblem(answer.error);
  return answer.value;
}

/** Of somebody who has said nothing yet. */
function visitorsDay(c: Context<Environment>, asked: LocalDate | null) {
  const settings = readVisitorSettings(c);
  const { nowS, timeZone } = requestClock(c);
  const today = dateIn(nowS, settings.timeZone, timeZone);
  const date = asked ?? today;
  const error = checkInDateError(date, today);
  if (error !== null) throw dateProblem(error);
  const diary = {
    checkIns: [],
    signs: [],
    profile: { ...settings, spot: settings.troubleSpot, criteriaMet: {} },
  };
  return { settings, day: checkInDay(date, today, diary, []) };
}

const dateProblem = (error: CheckInDateError): RequestProblem =>
  new RequestProblem('invalid-input', `date: ${DATE_PROBLEMS[error]}.`);
