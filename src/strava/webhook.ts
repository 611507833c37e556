/**
 * What Strava pushes: a handshake when the subscription is made, then events. Events are not signed, so each is a hint, to be
 * verified by asking Strava before anything is kept or erased; this only tells what it hints at. Pure.
 */
import * as v from 'valibot';
import { err, ok, type Result } from '../analysis/result.ts';
import { stravaIdSchema } from './strava-id.ts';
import { parseWithTextIds } from './strava-json.ts';

export type WebhookEvent = {
  /** Strava's number of the athlete it is about. */
  ownerId: string;
  /** Unix seconds. Events may come twice, late and in any order. */
  eventTimeS: number;
} & (
  | { kind: 'activity-created'; activityId: string }
  | { kind: 'activity-updated'; activityId: string }
  | { kind: 'activity-deleted'; activityId: string }
  | { kind: 'deauthorized' }
);

export type WebhookProblem =
  /** Too long, no JSON, or not in the shape of an event. */
  | { kind: 'unreadable' }
  /** Of another subscription than ours: not from Strava, or for another app. */
  | { kind: 'other-subscription' }
  /** An event that means nothing here, or of a kind that is not known: to be answered with 200 all the same. */
  | { kind: 'of-no-concern' };

/** Bytes. Events have about 300. */
export const LONGEST_EVENT = 4096;

/** `body`: as it came. The caller still has to find the athlete whose `ownerId` it is. */
export function webhookEvent(
  body: string,
  subscriptionId: string,
): Result<WebhookEvent, WebhookProblem> {
  const parsed = parsedEvent(body);
  if (parsed === null) return err({ kind: 'unreadable' });
  if (parsed.subscription_id !== subscriptionId) return err({ kind: 'other-subscription' });
  const kind = kindOf(parsed);
  if (kind === null) return err({ kind: 'of-no-concern' });
  const common = { ownerId: parsed.owner_id, eventTimeS: parsed.event_time };
  if (kind !== 'deauthorized') return ok({ ...common, kind, activityId: parsed.object_id });
  // The object of an athlete's event is the athlete: anything else is not of Strava's making.
  return parsed.object_id === parsed.owner_id
    ? ok({ ...common, kind })
    : err({ kind: 'unreadable' });
}

/** Whose event it is, to be known before `webhookEvent` can be asked; `null` for what is no event at all. */
export function subscriptionOf(body: string): string | null {
  return parsedEvent(body)?.subscription_id ?? null;
}

const eventSchema = v.object({
  object_type: v.string(),
  object_id: stravaIdSchema,
  aspect_type: v.string(),
  owner_id: stravaIdSchema,
  subscription_id: stravaIdSchema,
  event_time: v.pipe(v.number(), v.integer()),
  updates: v.fallback(v.record(v.string(), v.unknown()), {}),
});
type WireEvent = v.InferOutput<typeof eventSchema>;

function parsedEvent(body: string): WireEvent | null {
  if (body.length > LONGEST_EVENT) return null;
  try {
    const parsed = v.safeParse(eventSchema, parseWithTextIds(body));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

const ACTIVITY_EVENTS: ReadonlyMap<
  string,
  'activity-created' | 'activity-updated' | 'activity-deleted'
> = new Map([
  ['create', 'activity-created'],
  ['update', 'activity-updated'],
  ['delete', 'activity-deleted'],
]);

function kindOf({ object_type, aspect_type, updates }: WireEvent): WebhookEvent['kind'] | null {
  if (object_type === 'activity') return ACTIVITY_EVENTS.get(aspect_type) ?? null;
  const isDeauthorization =
    object_type === 'athlete' &&
    aspect_type === 'update' &&
    String(updates.authorized).toLowerCase() === 'false';
  return isDeauthorization ? 'deauthorized' : null;
}

/** The answer to the GET with which Strava tries the address; `null` for one that does not know the verify token. */
export function handshakeAnswer(
  query: URLSearchParams,
  verifyToken: string,
): { 'hub.challenge': string } | null {
  const challenge = query.get('hub.challenge');
  const isStrava =
    query.get('hub.mode') === 'subscribe' &&
    verifyToken !== '' &&
    isSameSecret(query.get('hub.verify_token') ?? '', verifyToken);
  return isStrava && challenge !== null && challenge.length <= LONGEST_CHALLENGE
    ? { 'hub.challenge': challenge }
    : null;
}

const LONGEST_CHALLENGE = 256;

/** In a time that does not tell how much of it is right. */
export function isSameSecret(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let i = 0; i < expected.length; i++) {
    difference |= (given.charCodeAt(i) || 0) ^ expected.charCodeAt(i);
  }
  return difference === 0;
}
