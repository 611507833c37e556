/** What the platform binds to the Worker; the names are those of wrangler.toml, of its variables and of its secrets. */
import type { Athlete } from './athlete/athlete.ts';
import type { StravaVariables } from './strava/app-settings.ts';
import type { StravaBudget } from './strava-budget/strava-budget.ts';

export interface Bindings extends StravaVariables {
  /** One Durable Object per athlete, named by the athlete's id. */
  ATHLETE: DurableObjectNamespace<Athlete>;
  /** The app's calls to Strava, of all athletes: one, named by the client id. */
  STRAVA_BUDGET: DurableObjectNamespace<StravaBudget>;
  /** Raw bytes of imported files under `athletes/<id>/<sha256>`. */
  FILES: R2Bucket;
  /** Who may come in: athletes and sessions. Nothing about running. */
  DIRECTORY: D1Database;
  /** Of the laptop that serves by itself: the place that a request names there is made up. */
  LOCAL_TIME_ZONE?: string;
  /** What the build left in dist/client. */
  ASSETS: Fetcher;
}
