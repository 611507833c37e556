/** Where the asker's clock is, as far as a request tells: what the page's script has left in a cookie, else where the request came from. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { isTimeZone } from '../athlete/runner-clock.ts';

/** Written by `web/client/time-zone.ts`. */
const NAME = 'time-zone';

/** `null` when nothing tells it. */
export function deviceTimeZone(c: Context): string | null {
  const told = getCookie(c, NAME, 'host');
  if (told !== undefined && isTimeZone(told)) return told;
  return (c.req.raw.cf as IncomingRequestCfProperties | undefined)?.timezone ?? null;
}
