/** `/strava`: what connecting means, where the connection stands, fetching now, and the end of it with a receipt. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { StravaPage } from '../../web/pages/strava-page.tsx';
import { StravaReceiptPage } from '../../web/pages/strava-receipt-page.tsx';
import { isStravaOutcome } from '../../web/words/en/strava.ts';
import { lackingVariables } from '../athlete/strava-set-up.ts';
import { isStravaAnalysed } from '../strava/app-settings.ts';
import { requestClock, requireStore } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { currentSettings, pageContext } from './page-context.ts';
import { contentSecurityPolicy } from './security-headers.ts';
import { readOtherSessionCookie } from './session-cookie.ts';
import { appOf } from './strava-connect.ts';
import { runnersClock, stravaView } from './strava-view.ts';

const pageQuery = v.object({ outcome: v.optional(v.string()) });

export const stravaPage = new Hono<Environment>()
  .get('/', async (c) => {
    const { outcome } = v.parse(pageQuery, c.req.query());
    const settings = await currentSettings(c);
    const app = appOf(c);
    if (app !== null) {
      // Its form leads to Strava by way of a redirect.
      const policy = contentSecurityPolicy(new URL(app.oauthBase).origin);
      c.header('Content-Security-Policy', policy);
    }
    return c.html(
      <StravaPage
        context={pageContext(c, settings)}
        strava={await stravaView(c, settings)}
        outcome={outcome !== undefined && isStravaOutcome(outcome) ? outcome : null}
        lacking={lackingVariables(c.env)}
        isAnalysed={isStravaAnalysed(c.env)}
        hasOtherProfile={c.var.store !== null && readOtherSessionCookie(c) !== undefined}
      />,
    );
  })
  .post('/sync', async (c) => {
    await requireStore(c).athlete.syncStravaNow(requestClock(c));
    return c.redirect('/strava', 303);
  })
  .post('/disconnect', async (c) => {
    const { athlete } = requireStore(c);
    const clock = requestClock(c);
    if ((await athlete.stravaStatus(clock)) === null) return c.redirect('/strava', 303);
    await athlete.disconnectStrava(clock);
    return c.redirect('/strava/disconnected', 303);
  })
  .get('/disconnected', async (c) => {
    const { athlete } = requireStore(c);
    const clock = requestClock(c);
    const receipt = await athlete.stravaReceipt();
    if (receipt === null) return c.redirect('/strava', 303);
    const settings = await currentSettings(c);
    // Without the athlete's tag the browser drops the pages that it keeps for offline: runs from Strava are in them.
    c.set('store', null);
    return c.html(
      <StravaReceiptPage
        context={pageContext(c, settings)}
        receipt={receipt}
        clock={runnersClock(settings, clock)}
      />,
    );
  });
