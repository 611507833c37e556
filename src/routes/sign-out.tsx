/**
 * `/sign-out`: what signing out means for this runner, the end of the session, and the words afterwards. A profile that only
 * this browser holds is out of reach then: that has to be ticked.
 */
import { type Context, Hono } from 'hono';
import { SignOutPage } from '../../web/pages/sign-out-page.tsx';
import { closeSession } from '../account/sessions.ts';
import { requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { currentPageContext } from './page-context.ts';
import { readForm } from './request-body.ts';
import {
  dropSessionCookie,
  readOtherSessionCookie,
  readSessionCookie,
  writeOtherSessionCookie,
} from './session-cookie.ts';

export const signOut = new Hono<Environment>()
  .get('/', async (c) => page(c, {}))
  .post('/', async (c) => {
    const isTicked = (await readForm(c.req.raw)).has('lose');
    if (!isTicked && (await isHeldByBrowserAlone(c))) return page(c, { isTickMissing: true }, 422);
    for (const token of [readSessionCookie(c), readOtherSessionCookie(c)]) {
      if (token !== undefined) await closeSession(c.env.DIRECTORY, token);
    }
    dropSessionCookie(c);
    writeOtherSessionCookie(c, null);
    // Pages kept for offline, answers not sent yet, imports under way.
    c.header('Clear-Site-Data', '"cache", "storage"');
    c.set('store', null);
    return c.redirect('/sign-out', 303);
  });

async function page(
  c: Context<Environment>,
  { isTickMissing = false },
  status: 200 | 422 = 200,
): Promise<Response> {
  const { store } = c.var;
  const signedIn =
    store === null ? null : { isHeldByBrowserAlone: await isHeldByBrowserAlone(c), isTickMissing };
  return c.html(<SignOutPage context={await currentPageContext(c)} signedIn={signedIn} />, status);
}

/** Neither this profile nor the other one of this browser could be come back to. */
async function isHeldByBrowserAlone(c: Context<Environment>): Promise<boolean> {
  const { store } = c.var;
  if (store === null) return false;
  if (readOtherSessionCookie(c) !== undefined) return true;
  return (await store.athlete.stravaStatus(requestClock(c))) === null;
}
