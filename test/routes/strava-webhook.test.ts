import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { worked } from '../athlete/strava-connected.ts';
import {
  connect,
  linkOf,
  StravaBrowser,
  savedRun,
  stravaWith,
  VERIFY_TOKEN,
  WEBHOOK_PATH,
} from './simulated-strava.ts';

const PATH = `/strava/webhook/${WEBHOOK_PATH}`;
const SUBSCRIPTION = '120001';

let owner: StravaBrowser;
let stravaId: string;

beforeAll(async () => {
  [stravaId = ''] = await stravaWith(1);
  owner = new StravaBrowser();
  await connect(owner, stravaId);
});

beforeEach(async () => {
  expect((await handshake(PATH, VERIFY_TOKEN)).status).toBe(200);
});

function handshake(path: string, token: string): Promise<Response> {
  const query = { 'hub.mode': 'subscribe', 'hub.challenge': 'c1', 'hub.verify_token': token };
  return new StravaBrowser().request(`${path}?${new URLSearchParams(query)}`);
}

/** As text: ids have more digits than a number holds. */
const event = (changes: Record<string, string> = {}): string => {
  const fields = {
    object_type: '"activity"',
    object_id: '9007199254740995',
    aspect_type: '"create"',
    owner_id: stravaId,
    subscription_id: SUBSCRIPTION,
    event_time: '1780000000',
    updates: '{}',
    ...changes,
  };
  return `{${Object.entries(fields).map(([name, value]) => `"${name}":${value}`)}}`;
};

/** As Strava sends it: without a cookie, from elsewhere. */
const push = (body: string, path = PATH): Promise<Response> =>
  new StravaBrowser().request(path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json' },
  });

/** What the owner's object has taken down to be verified. */
async function wanted(): Promise<string[]> {
  return runInDurableObject(await owner.athlete(), (_, { storage }) =>
    storage.sql
      .exec<{ key: string }>("SELECT key FROM strava_jobs WHERE kind = 'verify'")
      .toArray()
      .map(({ key }) => key),
  );
}

test('the handshake echoes the challenge to who knows the address and the token, and to nobody else', async () => {
  expect(await (await handshake(PATH, VERIFY_TOKEN)).json()).toEqual({ 'hub.challenge': 'c1' });
  expect((await handshake(PATH, `${VERIFY_TOKEN}x`)).status).toBe(403);
  expect((await handshake(PATH, '')).status).toBe(403);
  expect((await handshake(`${PATH}x`, VERIFY_TOKEN)).status).toBe(404);
  expect((await handshake('/strava/webhook/', VERIFY_TOKEN)).status).toBe(404);
});

test('a new run of somebody here comes in once, however often its event comes', async () => {
  await worked(await owner.athlete());
  const object_id = await savedRun(stravaId);
  expect(await owner.page('/runs')).not.toContain(object_id);
  for (let copy = 0; copy < 3; copy++) {
    const answer = await push(event({ object_id }));
    expect([answer.status, await answer.text()]).toEqual([200, '{}']);
  }
  await worked(await owner.athlete());
  expect((await owner.page('/runs')).split(`/runs/strava-${object_id}"`)).toHaveLength(2);
});

test('at a wrong address there is nothing, whatever is sent', async () => {
  for (const path of ['/strava/webhook/wrong', `${PATH}/more`, `${PATH}x`]) {
    const { status } = await push(event(), path);
    expect([path, status === 404 || status === 403]).toEqual([path, true]);
  }
});

test.each([
  ['an owner nobody is here', { owner_id: '9007199254749999' }],
  ['a kind nobody knows', { aspect_type: '"applaud"' }],
  ['a kind of object nobody knows', { object_type: '"segment"' }],
])('of %s: answered like any other, and ignored', async (_, changes) => {
  const object_id = '9007199254740999';
  const answer = await push(event({ object_id, ...changes }));
  expect([answer.status, await answer.text()]).toEqual([200, '{}']);
  expect(await wanted()).not.toContain(object_id);
});

test('events of another subscription than the first after the handshake are ignored', async () => {
  expect((await push(event({ owner_id: '1' }))).status).toBe(200);
  const object_id = '9007199254741001';
  expect((await push(event({ object_id, subscription_id: '7' }))).status).toBe(200);
  expect(await wanted()).not.toContain(object_id);
});

test.each(['', 'no json', '[]', 'null', '{}', '{"owner_id":1}', '\u0000'])(
  '%j is no event',
  async (body) => {
    expect((await push(body)).status).toBe(400);
  },
);

test('ids as numbers with a fraction, and athletes’ events about somebody else, are no events', async () => {
  expect((await push(event({ object_id: '1.5' }))).status).toBe(400);
  const leaving = {
    object_type: '"athlete"',
    aspect_type: '"update"',
    updates: '{"authorized":"false"}',
  };
  expect((await push(event({ ...leaving, object_id: '1' }))).status).toBe(400);
});

test('what is longer than any event is not read', async () => {
  expect((await push(`${event()}${' '.repeat(5000)}`)).status).toBe(413);
});

test('a false word that the athlete has left erases nothing', async () => {
  const leaving = {
    object_type: '"athlete"',
    object_id: stravaId,
    aspect_type: '"update"',
    updates: '{"authorized":"false"}',
  };
  expect((await push(event(leaving))).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await linkOf(stravaId)).toBe(await owner.athleteId());
  const status = await env.ATHLETE.getByName(await owner.athleteId()).stravaStatus({
    nowS: Date.now() / 1000,
    timeZone: null,
  });
  expect(status?.stravaAthleteId).toBe(stravaId);
});
