/** The Worker's entry: the Hono app and the Durable Object classes. */
import { app } from './app.ts';

export { Athlete } from './athlete/athlete.ts';
export { StravaBudget } from './strava-budget/strava-budget.ts';
export default app;
