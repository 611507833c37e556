import { describe, expect, it } from 'vitest';
import { handshakeAnswer, LONGEST_EVENT, webhookEvent } from '../../src/strava/webhook.ts';

const SUBSCRIPTION = '120475';
const OWNER = '9007199254740993';

/** Ids are written as Strava writes them, as numbers. */
const event = (changed: Record<string, string> = {}) => {
  const fields = {
    object_type: '"activity"',
    object_id: '9007199254740995',
    aspect_type: '"create"',
    owner_id: OWNER,
    subscription_id: SUBSCRIPTION,
    event_time: '1780000000',
    updates: '{}',
    ...changed,
  };
  return `{${Object.entries(fields)
    .map(([name, value]) => `"${name}":${value}`)
    .join()}}`;
};

describe('an event', () => {
  it.each([
    ['create', 'activity-created'],
    ['update', 'activity-updated'],
    ['delete', 'activity-deleted'],
  ])('%s names the activity and its owner, to the last digit', (aspect, kind) => {
    expect(webhookEvent(event({ aspect_type: `"${aspect}"` }), SUBSCRIPTION)).toEqual({
      ok: true,
      value: { kind, activityId: '9007199254740995', ownerId: OWNER, eventTimeS: 1_780_000_000 },
    });
  });

  const leaving = {
    object_type: '"athlete"',
    aspect_type: '"update"',
    object_id: OWNER,
    updates: '{"authorized":"false"}',
  };

  it.each(['"false"', 'false'])('tells that an athlete has left (%s)', (authorized) => {
    const body = event({ ...leaving, updates: `{"authorized":${authorized}}` });
    expect(webhookEvent(body, SUBSCRIPTION)).toEqual({
      ok: true,
      value: { kind: 'deauthorized', ownerId: OWNER, eventTimeS: 1_780_000_000 },
    });
  });

  it('about one athlete in the name of another is not believed', () => {
    expect(webhookEvent(event({ ...leaving, object_id: '5' }), SUBSCRIPTION)).toEqual({
      ok: false,
      error: { kind: 'unreadable' },
    });
  });

  it.each([
    event({ ...leaving, updates: '{"authorized":"true"}' }),
    event({ ...leaving, updates: '{"title":"x"}' }),
    event({ aspect_type: '"archive"' }),
    event({ object_type: '"club"' }),
  ])('that means nothing here is of no concern: %s', (body) => {
    expect(webhookEvent(body, SUBSCRIPTION)).toEqual({
      ok: false,
      error: { kind: 'of-no-concern' },
    });
  });

  it.each(['1', '1204750', '"120475x"'])('of subscription %s is not ours', (subscription_id) => {
    expect(webhookEvent(event({ subscription_id }), SUBSCRIPTION).ok).toBe(false);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"object_type":"activity"}',
    event({ owner_id: '"../x"' }),
    event({ object_id: '1e400' }),
    event({ object_id: '-5' }),
    event({ event_time: '"now"' }),
    event({ updates: `{"title":"${'x'.repeat(LONGEST_EVENT)}"}` }),
  ])('that is none is unreadable: %#', (body) => {
    expect(webhookEvent(body, SUBSCRIPTION)).toEqual({
      ok: false,
      error: { kind: 'unreadable' },
    });
  });
});

describe('the handshake', () => {
  const asked = (changed: Record<string, string> = {}) =>
    handshakeAnswer(
      new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.verify_token': 'the-token',
        'hub.challenge': '15f7d1a91c1f40f8a748fd134752feb3',
        ...changed,
      }),
      'the-token',
    );

  it('gives back the challenge to whoever knows the token', () => {
    expect(asked()).toEqual({ 'hub.challenge': '15f7d1a91c1f40f8a748fd134752feb3' });
  });

  it.each([
    { 'hub.verify_token': 'the-tokem' },
    { 'hub.verify_token': 'the-token ' },
    { 'hub.verify_token': '' },
    { 'hub.mode': 'unsubscribe' },
    { 'hub.challenge': 'x'.repeat(257) },
  ])('is refused with %j', (changed) => {
    expect(asked(changed)).toBeNull();
  });

  it('is refused without a challenge, and when no token is configured', () => {
    expect(handshakeAnswer(new URLSearchParams({ 'hub.mode': 'subscribe' }), 'x')).toBeNull();
    const empty = { 'hub.mode': 'subscribe', 'hub.verify_token': '', 'hub.challenge': 'c' };
    expect(handshakeAnswer(new URLSearchParams(empty), '')).toBeNull();
  });
});
