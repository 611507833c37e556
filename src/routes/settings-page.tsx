/** `/settings` and `/demo/settings`: the choices of whoever asks as one form that works without JavaScript. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { parsePace } from '../../web/format.ts';
import type { PageContext } from '../../web/pages/page-context.ts';
import { type SettingsField, SettingsPage } from '../../web/pages/settings-page.tsx';
import type { Settings } from '../athlete/settings.ts';
import { requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { currentSettings, pageContext } from './page-context.ts';
import { readForm } from './request-body.ts';
import { settingsSchemas } from './settings-schemas.ts';
import { writeVisitorSettings } from './visitor-settings.ts';

type Invalid = { field: SettingsField; text: string };

const pageLinkSchema = v.object({ saved: v.optional(v.string()) });

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
      const change = settingsOf((field) => String(form.get(field) ?? ''));
      if ('invalid' in change)
        return c.html(await page(c, contextOf(c, settings), settings, change), 422);
      const { store } = c.var;
      if (store === null) writeVisitorSettings(c, { ...settings, ...change });
      else await store.athlete.changeSettings(change);
      return c.redirect(`${contextOf(c, settings).basePath}/settings?saved`, 303);
    });
}

async function page(
  c: Context<Environment>,
  context: PageContext,
  settings: Settings,
  outcome: { isSaved?: boolean; invalid?: Invalid },
) {
  const usual = (await c.var.store?.athlete.fastThresholds(requestClock(c)))?.usualMps ?? null;
  return (
    <SettingsPage
      context={context}
      timeZone={settings.timeZone}
      fastThresholdMps={settings.fastThresholdMps}
      usualFastThresholdMps={usual}
      {...outcome}
    />
  );
}

/** The settings as typed, or the first field that cannot be read. An empty zone or pace means "not chosen". */
function settingsOf(
  text: (field: SettingsField) => string,
): Partial<Settings> | { invalid: Invalid } {
  const units = v.safeParse(settingsSchemas.units, text('units'));
  if (!units.success) return invalid('units');
  const weekStart = v.safeParse(settingsSchemas.weekStart, Number(text('weekStart')));
  if (!weekStart.success) return invalid('weekStart');
  const theme = v.safeParse(settingsSchemas.theme, text('theme'));
  if (!theme.success) return invalid('theme');
  const timeZone = v.safeParse(settingsSchemas.timeZone, text('timeZone').trim() || null);
  if (!timeZone.success) return invalid('timeZone');
  const pace = text('fastPace').trim();
  const fast = v.safeParse(
    settingsSchemas.fastThresholdMps,
    pace === '' ? null : parsePace(pace, units.output),
  );
  if (!fast.success) return invalid('fastPace');
  return {
    units: units.output,
    weekStart: weekStart.output,
    theme: theme.output,
    timeZone: timeZone.output,
    fastThresholdMps: fast.output,
  };

  function invalid(field: SettingsField) {
    return { invalid: { field, text: text(field) } };
  }
}
