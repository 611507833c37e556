/** What every page is told besides its own data: the runner's choices and where the page stands. */
import type { Context } from 'hono';
import type { PageContext } from '../../web/pages/page-context.ts';
import { DEFAULT_SETTINGS, type Settings } from '../athlete/settings.ts';
import type { Environment } from './environment.ts';

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

/** For pages that hold none of the runner's data, such as errors. */
export async function currentPageContext(c: Context<Environment>): Promise<PageContext> {
  const settings = (await c.var.store?.athlete.settings()) ?? DEFAULT_SETTINGS;
  return pageContext(c, settings);
}
