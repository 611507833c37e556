/**
 * Where the asker's clock is, as far as anything tells: what the page's script has left in a cookie, else the laptop that
 * serves, else the place that the request came from.
 */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { isTimeZone } from '../athlete/runner-clock.ts';
import type { Environment } from './environment.ts';

/** Written by `web/client/time-zone.ts`. */
const NAME = 'time-zone';

/** `null` when nothing tells it. */
export function deviceTimeZone(c: Context<Environment>): string | null {
  const told = getCookie(c, NAME, 'host');
  if (told !== undefined && isTimeZone(told)) return told;
  const from = c.req.raw.cf as IncomingRequestCfProperties | undefined;
  return c.env.LOCAL_TIME_ZONE ?? from?.timezone ?? null;
}
