/**
 * `/strava/webhook/<secret>`: where Strava tries the address and then pushes events. They are not signed: the address is the
 * secret, subscription and owner have to be known, and the owner's object asks Strava before it believes anything. Nothing
 * of any athlete is in an answer.
 */
import { type Context, Hono } from 'hono';
import { linkedAthlete } from '../account/strava-links.ts';
import { expectSubscription, isOurSubscription } from '../account/strava-subscription.ts';
import {
  handshakeAnswer,
  isSameSecret,
  LONGEST_EVENT,
  subscriptionOf,
  type WebhookEvent,
  webhookEvent,
} from '../strava/webhook.ts';
import { athleteOf, requestClock } from './current-athlete.ts';
import type { Environment } from './environment.ts';
import { RequestProblem } from './problem.ts';
import { readBody } from './request-body.ts';

export const stravaWebhook = new Hono<Environment>()
  .use('/:secret', async (c, next) => {
    const expected = c.env.STRAVA_WEBHOOK_PATH ?? '';
    if (expected === '' || !isSameSecret(c.req.param('secret'), expected)) {
      throw new RequestProblem('not-found', 'Nothing is here.');
    }
    await next();
  })
  .get('/:secret', async (c) => {
    const query = new URL(c.req.url).searchParams;
    const answer = handshakeAnswer(query, c.env.STRAVA_VERIFY_TOKEN ?? '');
    if (answer === null) return c.json({}, 403);
    await expectSubscription(c.env.DIRECTORY);
    return c.json(answer);
  })
  .post('/:secret', async (c) => {
    const body = new TextDecoder().decode(await readBody(c.req.raw, LONGEST_EVENT));
    const subscription = subscriptionOf(body);
    if (subscription === null) return c.json({}, 400);
    if (!(await isOurSubscription(c.env.DIRECTORY, subscription))) return c.json({});
    const event = webhookEvent(body, subscription);
    if (!event.ok) return c.json({}, event.error.kind === 'unreadable' ? 400 : 200);
    const owner = await linkedAthlete(c.env.DIRECTORY, event.value.ownerId);
    // Strava waits for two seconds: what comes of the event is none of its concern.
    if (owner !== null) c.executionCtx.waitUntil(pass(c, owner, event.value));
    return c.json({});
  });

async function pass(
  c: Context<Environment>,
  athleteId: string,
  event: WebhookEvent,
): Promise<void> {
  try {
    await athleteOf(c.env, athleteId).stravaEvent(event, requestClock(c));
  } catch (error) {
    // The daily reconciliation finds what was lost here.
    console.error(error);
  }
}
