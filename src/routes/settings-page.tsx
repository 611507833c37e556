/** `/settings` and `/demo/settings`: the choices of whoever asks as one form that works without JavaScript. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { PageContext } from '../../web/pages/page-context.ts';
import { SettingsPage } from '../../web/pages/settings-page.tsx';
import type { LocalDate } from '../analysis/local-date.ts';
import { dateIn } from '../athlete/runner-clock.ts';
import type { Settings } from '../athlete/settings.ts';
import { requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { parseInput } from './input.ts';
import { currentSettings, pageContext } from './page-context.ts';
import { readForm } from './request-body.ts';
import { type InvalidField, settingsOf } from './settings-form.ts';
import { stravaView } from './strava-view.ts';
import { writeVisitorSettings } from './visitor-settings.ts';

const pageLinkSchema = v.object({ saved: v.optional(v.string()) });
const fastPaceSchema = v.object({
  from: v.picklist(['usual', 'critical-speed'], 'usual or critical-speed'),
});

type ContextOf = (c: Context<Environment>, settings: Settings) => PageContext;

export const settingsPage = settingsPageIn(pageContext);

/** The same form among the pages of `contextOf`: saving leads back to where it stands. */
export function settingsPageIn(contextOf: ContextOf) {
  return new Hono<Environment>()
    .get('/', async (c) => {
      const { saved } = v.parse(pageLinkSchema, c.req.query());
      const settings = await currentSettings(c);
      const isSaved = saved !== undefined;
      return c.html(await page(c, contextOf(c, settings), settings, { isSaved }));
    })
    .post('/', async (c) => {
      const settings = await currentSettings(c);
      const form = await readForm(c.req.raw);
      const change = settingsOf(form, today(c, settings));
      if ('invalid' in change)
        return c.html(await page(c, contextOf(c, settings), settings, change), 422);
      await keep(c, settings, change);
      return c.redirect(`${contextOf(c, settings).basePath}/settings?saved`, 303);
    })
    .post('/introduced', async (c) => {
      const settings = await currentSettings(c);
      await keep(c, settings, { isIntroduced: true });
      return c.redirect(contextOf(c, settings).basePath || '/', 303);
    })
    .post('/fast-pace', async (c) => {
      const settings = await currentSettings(c);
      const { from } = parseInput(fastPaceSchema, Object.fromEntries(await readForm(c.req.raw)));
      const speeds = await c.var.store?.athlete.fastThresholds(requestClock(c));
      const { fastThresholdMps } = settings;
      const chosen = from === 'usual' ? null : (speeds?.criticalSpeedMps ?? fastThresholdMps);
      await keep(c, settings, { fastThresholdMps: chosen });
      return c.redirect(`${contextOf(c, settings).basePath}/settings?saved`, 303);
    });
}

/** By the athlete, else by the visitor's browser. */
async function keep(
  c: Context<Environment>,
  settings: Settings,
  change: Partial<Settings>,
): Promise<void> {
  const { store } = c.var;
  if (store === null) writeVisitorSettings(c, { ...settings, ...change });
  else await store.athlete.changeSettings(change);
}

function today(c: Context<Environment>, { timeZone }: Settings): LocalDate {
  const clock = requestClock(c);
  return dateIn(clock.nowS, timeZone, clock.timeZone);
}

async function page(
  c: Context<Environment>,
  context: PageContext,
  settings: Settings,
  outcome: { isSaved?: boolean; invalid?: InvalidField },
) {
  const speeds = await c.var.store?.athlete.fastThresholds(requestClock(c));
  const { timeZone, fastThresholdMps, lastTroubleDate, troubleSpot, painCeiling, isReturning } =
    settings;
  return (
    <SettingsPage
      context={context}
      {...{ timeZone, fastThresholdMps, lastTroubleDate, troubleSpot, painCeiling, isReturning }}
      today={today(c, settings)}
      usualFastThresholdMps={speeds?.usualMps ?? null}
      criticalSpeedMps={speeds?.criticalSpeedMps ?? null}
      isSignedIn={c.var.store !== null}
      strava={context.demo ? null : await stravaView(c, settings)}
      {...outcome}
    />
  );
}
