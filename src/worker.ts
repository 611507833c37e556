/** The Worker's entry: the Hono app and the Durable Object class. */
import { app } from './app.ts';

export { Athlete } from './athlete/athlete.ts';
export default app;
