/** `/demo`: the same pages about the demo runner, for anyone, without an account and without writing anything. */
import type { Context } from 'hono';
import * as v from 'valibot';
import { CheckInPage } from '../../web/pages/check-in-page.tsx';
import { MorePage } from '../../web/pages/more-page.tsx';
import type { PageContext } from '../../web/pages/page-context.ts';
import type { DemoHistory } from '../athlete/demo-history.ts';
import { DemoRunner } from '../athlete/demo-runner.ts';
import type { Settings } from '../athlete/settings.ts';
import type { Environment } from './environment.ts';
import { currentSettings, pageContext } from './page-context.ts';
import { planApi } from './plan.ts';
import { runnerPages } from './runner-pages.tsx';
import { settingsPageIn } from './settings-page.tsx';
import { settingsSchemas } from './settings-schemas.ts';

/** Choices in the address win over those of the visitor; one that cannot be read is passed over. */
const querySchema = v.object({
  units: v.fallback(v.optional(settingsSchemas.units), undefined),
  weekStart: v.fallback(
    v.optional(v.pipe(v.string(), v.transform(Number), settingsSchemas.weekStart)),
    undefined,
  ),
});

export const demo = runnerPages({
  runner: demoRunner,
  file: async (c, { storedAs }) =>
    storedAs === null ? null : (await demoAsset(c, storedAs)).bytes(),
  context: demoContext,
  strava: async () => null,
})
  .route('/api/plan', planApi(demoRunner))
  .route('/settings', settingsPageIn(demoContext))
  .get('/check-in', async (c) => c.html(CheckInPage({ context: await ownDemoContext(c) })))
  .get('/more', async (c) => c.html(MorePage({ context: await ownDemoContext(c) })));

async function demoRunner(c: Context<Environment>): Promise<DemoRunner> {
  return new DemoRunner(await demoHistory(c), await demoSettings(c));
}

function demoContext(c: Context<Environment>, settings: Settings): PageContext {
  return { ...pageContext(c, settings), demo: true, basePath: '/demo' };
}

async function ownDemoContext(c: Context<Environment>): Promise<PageContext> {
  return demoContext(c, await currentSettings(c));
}

async function demoSettings(c: Context<Environment>): Promise<Settings> {
  const settings = await currentSettings(c);
  const { units, weekStart } = v.parse(querySchema, c.req.query());
  return {
    ...settings,
    units: units ?? settings.units,
    weekStart: weekStart ?? settings.weekStart,
  };
}

/** Read once per isolate: the file changes only with a new release. */
let history: DemoHistory | null = null;

async function demoHistory(c: Context<Environment>): Promise<DemoHistory> {
  history ??= await (await demoAsset(c, 'history.json')).json<DemoHistory>();
  return history;
}

async function demoAsset(c: Context<Environment>, name: string): Promise<Response> {
  const answer = await c.env.ASSETS.fetch(new URL(`/demo/${name}`, c.req.url));
  if (!answer.ok) throw new Error(`${name} of the demo runner is not built: ${answer.status}`);
  return answer;
}
