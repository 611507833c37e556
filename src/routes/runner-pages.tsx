/** The pages about one runner, the same for the athlete of the session and for the demo runner. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { parseRange } from '../../web/chart-data/range.ts';
import { DashboardPage } from '../../web/pages/dashboard-page.tsx';
import { LandingPage } from '../../web/pages/landing-page.tsx';
import type { PageContext } from '../../web/pages/page-context.ts';
import { RunPage } from '../../web/pages/run-page.tsx';
import { RunsPage } from '../../web/pages/runs-page.tsx';
import type { Runner, RunSource } from '../athlete/runner.ts';
import { DEFAULT_SETTINGS, type Settings } from '../athlete/settings.ts';
import { requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { localDateSchema, parseInput } from './input.ts';
import { noSuchActivity } from './problem.ts';
import { runView } from './run-view.ts';

/** Which runner the pages are about. */
export interface RunnerPagesOf {
  /** `null` when the one who asks has none yet. */
  runner: (c: Context<Environment>) => Promise<Runner | null>;
  /** The raw bytes of a run's file; `null` when they are lost. */
  file: (c: Context<Environment>, source: RunSource) => Promise<Uint8Array | null>;
  context: (c: Context<Environment>, settings: Settings) => PageContext;
}

const dashboardQuery = v.object({
  on: v.optional(localDateSchema),
  week: v.optional(localDateSchema),
  range: v.optional(v.string()),
});

const runsQuery = v.object({
  year: v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/, 'a year'), v.transform(Number))),
});

export function runnerPages({ runner, file, context }: RunnerPagesOf) {
  return new Hono<Environment>()
    .get('/', async (c) => {
      const { on, week, range } = parseInput(dashboardQuery, c.req.query());
      const answer = await (await runner(c))?.dashboard(requestClock(c), on ?? null);
      const page = context(c, answer?.settings ?? DEFAULT_SETTINGS);
      if (!answer || answer.view.status.kind === 'empty') {
        return c.html(<LandingPage context={page} />);
      }
      return c.html(
        <DashboardPage
          context={page}
          view={answer.view}
          range={parseRange(range)}
          week={week ?? null}
        />,
      );
    })
    .get('/runs', async (c) => {
      const { year } = parseInput(runsQuery, c.req.query());
      const answer = await (await runner(c))?.runs(requestClock(c), year ?? null);
      const list = answer ?? { settings: DEFAULT_SETTINGS, runs: [], year: null, years: [] };
      return c.html(
        <RunsPage
          context={context(c, list.settings)}
          runs={list.runs}
          year={list.year}
          years={list.years}
        />,
      );
    })
    .get('/runs/:id', async (c) => {
      const answer = await (await runner(c))?.run(requestClock(c), c.req.param('id'));
      if (!answer) throw noSuchActivity();
      const view = runView(answer, await file(c, answer.source));
      return c.html(<RunPage context={context(c, answer.settings)} view={view} />);
    });
}
