/** The pages about one runner, the same for the athlete of the session and for the demo runner. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { parseRange } from '../../web/chart-data/range.ts';
import { BeforeFirstRunPage } from '../../web/pages/before-first-run-page.tsx';
import { DashboardPage } from '../../web/pages/dashboard-page.tsx';
import { FlarePage } from '../../web/pages/flare-page.tsx';
import { KeptActivityPage } from '../../web/pages/kept-activity-page.tsx';
import { KeptListPage } from '../../web/pages/kept-list-page.tsx';
import { LandingPage } from '../../web/pages/landing-page.tsx';
import type { PageContext } from '../../web/pages/page-context.ts';
import { PlanPage } from '../../web/pages/plan-page.tsx';
import { RunPage } from '../../web/pages/run-page.tsx';
import { RunsPage } from '../../web/pages/runs-page.tsx';
import type { StravaView } from '../../web/words/en/strava.ts';
import { KEPT_LISTS } from '../athlete/kept-list.ts';
import type { Runner, RunSource } from '../athlete/runner.ts';
import type { Settings } from '../athlete/settings.ts';
import { requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { localDateSchema, parseInput } from './input.ts';
import { currentSettings } from './page-context.ts';
import { parsePlan } from './plan-input.ts';
import { noSuchActivity } from './problem.ts';
import { runView } from './run-view.ts';
import { runsSetAside } from './runs-set-aside.ts';

/** Which runner the pages are about. */
export interface RunnerPagesOf {
  /** `null` when the one who asks has none yet. */
  runner: (c: Context<Environment>) => Promise<Runner | null>;
  /** The raw bytes of a run's file; `null` when they are lost. */
  file: (c: Context<Environment>, source: RunSource) => Promise<Uint8Array | null>;
  context: (c: Context<Environment>, settings: Settings) => PageContext;
  /** `null` where nothing is connected. */
  strava: (c: Context<Environment>, settings: Settings) => Promise<StravaView | null>;
}

const dashboardQuery = v.object({
  on: v.optional(localDateSchema),
  week: v.optional(localDateSchema),
  range: v.optional(v.string()),
});

const flareQuery = v.object({ on: v.optional(localDateSchema) });

const runsQuery = v.object({
  show: v.optional(v.picklist(KEPT_LISTS, 'a list')),
  year: v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/, 'a year'), v.transform(Number))),
});

const NOTHING_LISTED = { kept: { otherSports: 0, deleted: 0 }, year: null, years: [] };

export function runnerPages({ runner, file, context, strava }: RunnerPagesOf) {
  return new Hono<Environment>()
    .get('/', async (c) => {
      const { on, week, range } = parseInput(dashboardQuery, c.req.query());
      const asked = await runner(c);
      const answer = await asked?.dashboard(requestClock(c), on ?? null);
      const settings = answer?.settings ?? (await currentSettings(c));
      const page = context(c, settings);
      const connection = await strava(c, settings);
      if (!asked || !answer || answer.view.status.kind === 'empty') {
        return asked && on !== undefined && (await hasRun(c, asked))
          ? c.html(<BeforeFirstRunPage context={page} on={on} />)
          : c.html(
              <LandingPage
                context={page}
                strava={connection}
                {...(answer && { view: answer.view })}
                {...(asked && { setAside: await runsSetAside(asked, requestClock(c)) })}
              />,
            );
      }
      return c.html(
        <DashboardPage
          context={page}
          view={answer.view}
          range={parseRange(range)}
          week={week ?? null}
          on={answer.view.asOf === on ? on : null}
          isIntroduced={page.demo || answer.settings.isIntroduced}
          strava={connection}
        />,
      );
    })
    .get('/flare', async (c) => {
      const { on = null } = parseInput(flareQuery, c.req.query());
      const answer = await (await runner(c))?.beforeFlare(requestClock(c), on);
      if (!answer) return c.html(<LandingPage context={context(c, await currentSettings(c))} />);
      const { settings, ...asked } = answer;
      return c.html(<FlarePage context={context(c, settings)} {...asked} />);
    })
    .get('/plan', async (c) => {
      const asked = await runner(c);
      if (asked === null) {
        return c.html(<LandingPage context={context(c, await currentSettings(c))} />);
      }
      const { units } = await asked.settings();
      const { settings, ...answer } = await asked.plan(
        requestClock(c),
        parsePlan(c.req.query(), units),
      );
      return c.html(<PlanPage context={context(c, settings)} {...answer} />);
    })
    .get('/runs', async (c) => {
      const { show, year = null } = parseInput(runsQuery, c.req.query());
      const asked = await runner(c);
      if (asked === null) {
        const page = context(c, await currentSettings(c));
        return c.html(<RunsPage context={page} runs={[]} {...NOTHING_LISTED} />);
      }
      if (show === undefined) {
        const { settings, ...runs } = await asked.runs(requestClock(c), year);
        return c.html(<RunsPage context={context(c, settings)} {...runs} />);
      }
      const { settings, ...kept } = await asked.keptActivities(show, year);
      return c.html(<KeptListPage context={context(c, settings)} list={show} {...kept} />);
    })
    .get('/runs/:id', async (c) => {
      const id = c.req.param('id');
      const asked = await runner(c);
      const answer = await asked?.run(requestClock(c), id);
      if (answer) {
        const view = runView(answer, await file(c, answer.source));
        return c.html(<RunPage context={context(c, answer.settings)} view={view} />);
      }
      const kept = await asked?.keptActivity(requestClock(c), id);
      if (!kept) throw noSuchActivity();
      const page = context(c, kept.settings);
      return c.html(<KeptActivityPage context={page} activity={kept.activity} />);
    });
}

async function hasRun(c: Context<Environment>, runner: Runner): Promise<boolean> {
  const { view } = await runner.dashboard(requestClock(c), null);
  return view.status.kind !== 'empty';
}
