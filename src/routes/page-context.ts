/** What every page is told besides its own data: the runner's choices and where the page stands. */
import type { Context } from 'hono';
import type { PageContext } from '../../web/pages/page-context.ts';
import type { Settings } from '../athlete/settings.ts';
import type { Environment } from './environment.ts';
import { readVisitorSettings } from './visitor-settings.ts';

/** The choices of whoever asks: the athlete's, else the visitor's own. */
export async function currentSettings(c: Context<Environment>): Promise<Settings> {
  return (await c.var.store?.athlete.settings()) ?? readVisitorSettings(c);
}

export function pageContext(c: Context<Environment>, settings: Settings): PageContext {
  return {
    units: settings.units,
    weekStart: settings.weekStart,
    theme: settings.theme,
    demo: false,
    basePath: '',
    path: c.req.path,
  };
}

/** For pages that hold none of the runner's data. */
export async function currentPageContext(c: Context<Environment>): Promise<PageContext> {
  return pageContext(c, await currentSettings(c));
}
