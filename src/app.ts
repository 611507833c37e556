/** Mounts the routes, and turns what goes wrong into an answer: once, here. */
import { Hono } from 'hono';
import { AthleteRunner } from './athlete/athlete-runner.ts';
import { activities } from './routes/activities.ts';
import { athleteTag } from './routes/athlete-tag.ts';
import { checkIns, warningSigns } from './routes/check-ins.ts';
import { currentAthlete, requireStore } from './routes/current-athlete.ts';
import { dashboard } from './routes/dashboard.ts';
import { demo } from './routes/demo.ts';
import type { Environment } from './routes/environment.ts';
import { flags } from './routes/flags.ts';
import { imports } from './routes/imports.ts';
import { pages } from './routes/pages.tsx';
import { planApi } from './routes/plan.ts';
import { RequestProblem } from './routes/problem.ts';
import { problemAnswer } from './routes/problem-answer.tsx';
import { sameOriginOnly } from './routes/same-origin.ts';
import { securityHeaders } from './routes/security-headers.ts';
import { settings } from './routes/settings.ts';
import { shoes } from './routes/shoes.ts';
import { stravaApi } from './routes/strava-api.ts';
import { stravaWebhook } from './routes/strava-webhook.ts';

export const app = new Hono<Environment>();

app.use(securityHeaders);
// Strava, not a browser, comes here: without a session and from elsewhere.
app.route('/strava/webhook', stravaWebhook);
app.use(sameOriginOnly, currentAthlete, athleteTag);

app.route('/api/imports', imports);
app.route('/api/dashboard', dashboard);
app.route('/api/activities', activities);
app.route('/api/settings', settings);
app.route('/api/shoes', shoes);
app.route('/api/flags', flags);
app.route('/api/check-ins', checkIns);
app.route('/api/warning-signs', warningSigns);
app.route('/api/strava', stravaApi);
app.route(
  '/api/plan',
  planApi(async (c) => new AthleteRunner(requireStore(c))),
);
app.route('/demo', demo);
app.route('/', pages);

app.notFound((c) =>
  problemAnswer(c, new RequestProblem('not-found', `Nothing is at ${c.req.path}.`)),
);

app.onError((error, c) => {
  if (error instanceof RequestProblem) return problemAnswer(c, error);
  // A bug, not a refusal: the stack goes to the log, never to the runner.
  console.error(error);
  return problemAnswer(
    c,
    new RequestProblem('unexpected', 'Nothing of yours was lost. Try again in a moment.'),
  );
});
