import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { worked } from '../athlete/strava-connected.ts';
import {
  askedState,
  codeOf,
  connect,
  linkOf,
  StravaBrowser,
  stravaWith,
  VERIFY_TOKEN,
  WEBHOOK_PATH,
} from './simulated-strava.ts';

interface Owned {
  stravaId: string;
  athleteId: string;
  cookie: string;
  state: string;
  runs: string[];
}

let owner: StravaBrowser;
let owned: Owned;
let strangers: string[];
let ids: string[];

beforeAll(async () => {
  const [stravaId = '', ...others] = await stravaWith(30);
  strangers = others;
  owner = new StravaBrowser();
  await connect(owner, stravaId);
  await worked(await owner.athlete());
  const runs = (await activitiesOfOwner()).map(({ id }) => id);
  const [corrected = '', deleted = ''] = runs;
  // There is something to undo: a run left out, a run deleted, and two told apart.
  await owner.change('PATCH', `/api/activities/${corrected}`, { excluded: true, name: 'Mine' });
  await owner.change('POST', `/api/activities/${corrected}/twins/${deleted}/separate`);
  await owner.submit(`/runs/${deleted}/delete`, {});
  owned = {
    stravaId,
    athleteId: await owner.athleteId(),
    cookie: owner.cookies.get('__Host-sid') ?? '',
    state: await askedState(owner),
    runs,
  };
  const pages = await owner.page('/runs');
  const linked = [...pages.matchAll(/\/runs\/(strava-\d+)/g)].map(([, id]) => id as string);
  ids = [stravaId, owned.athleteId, owned.state, ...owned.runs, ...linked];
});

const activitiesOfOwner = async () =>
  (await owner.json<{ activities: { id: string }[] }>('/api/activities')).activities;

const stateOf = async () => ({
  activities: await activitiesOfOwner(),
  corrected: await owner.json(`/api/activities/${owned.runs[0]}`),
  deleted: await owner.page('/runs?show=deleted'),
  link: await linkOf(owned.stravaId),
  status: { ...(await statusOf()), backfill: null },
  runs: await owner.page('/runs'),
});

async function statusOf() {
  return env.ATHLETE.getByName(owned.athleteId).stravaStatus({
    nowS: Date.now() / 1000,
    timeZone: null,
  });
}

const push = (path: string, body: string): Promise<Response> =>
  new StravaBrowser().request(path, { method: 'POST', body });

/** Everything that another may ask of the connection, with an id that may be the owner's. */
const ATTEMPTS: readonly ((browser: StravaBrowser, id: string) => Promise<Response>)[] = [
  (browser) => browser.request('/strava'),
  (browser, id) => browser.request(`/strava?athlete=${id}&outcome=${id}`),
  (browser) => browser.request('/strava/profile'),
  (browser, id) => browser.request(`/strava/callback?state=${id}&code=${id}&scope=activity:read`),
  (browser) =>
    browser.request(`/strava/callback?state=${owned.state}&code=x&scope=read,activity:read`),
  async (browser, id) => {
    const state = await askedState(browser);
    return browser.request(`/strava/callback?state=${state}&code=${id}&scope=activity:read`);
  },
  async (browser, id) => {
    // Somebody else's account, whatever the address says beside it.
    const state = await askedState(browser);
    const code = await codeOf(strangers.pop() ?? '');
    const query = new URLSearchParams({ state, code, scope: 'activity:read', athlete: id });
    return browser.request(`/strava/callback?${query}`);
  },
  (browser, id) => browser.submit('/strava/connect', { to: id, athleteId: id }),
  (browser, id) => browser.submit('/strava/profile', { choice: 'go', athleteId: id }),
  (browser, id) => {
    browser.cookies.set('__Host-other-sid', id);
    return browser.submit('/strava/profile/back', {});
  },
  (browser, id) => {
    browser.cookies.set('__Host-strava-visitor', id);
    return browser.request(`/strava/callback?state=${owned.state}&code=x&scope=activity:read`);
  },
  (browser, id) => browser.submit('/strava/disconnect', { athleteId: id }),
  (browser, id) => browser.submit('/strava/sync', { athleteId: id }),
  (browser, id) => browser.request(`/runs/${id}`),
  (browser, id) => browser.submit(`/runs/${id}/delete`, {}),
  (browser, id) => browser.submit(`/runs/${id}/correct`, { distance: '1', excluded: 'on' }),
  (browser, id) => browser.submit(`/runs/${id}/corrections/undo`, {}),
  (browser, id) => browser.submit(`/runs/${id}/sport`, { sport: 'cycling' }),
  (browser, id) => browser.submit(`/runs/${id}/restore`, {}),
  (browser, id) => browser.submit(`/runs/${id}/twins/${owned.runs[1]}/join`, {}),
  (browser) => browser.request('/runs?show=deleted'),
  (browser) => browser.request('/api/activities'),
  (browser, id) => browser.request(`/api/activities/${id}`),
  (browser, id) => browser.change('PATCH', `/api/activities/${id}`, { distanceM: 1 }),
  (browser, id) => browser.change('DELETE', `/api/activities/${id}/corrections`),
  (browser, id) => browser.change('DELETE', `/api/activities/${id}`),
  (browser, id) => browser.change('POST', `/api/activities/${id}/restore`),
  (browser, id) => browser.change('POST', `/api/activities/${owned.runs[0]}/twins/${id}/separate`),
  (_, id) => push(`/strava/webhook/${id}`, webhookBody(id, 'delete')),
  (_, id) => push(`/strava/webhook/${WEBHOOK_PATH}`, webhookBody(id, 'delete')),
  (_, id) => push(`/strava/webhook/${WEBHOOK_PATH}`, webhookBody(id, 'update')),
  () => push(`/strava/webhook/${WEBHOOK_PATH}`, leavingBody()),
  (browser) =>
    browser.request(`/strava/webhook/wrong?hub.mode=subscribe&hub.verify_token=${VERIFY_TOKEN}`),
];

/** Forged, in the owner's name: about an activity that is there, or about something else. */
function webhookBody(id: string, aspect: string): string {
  const activity = /\d{5,}$/.exec(id)?.[0] ?? '1';
  return `{"object_type":"activity","object_id":${activity},"aspect_type":"${aspect}","owner_id":${owned.stravaId},"subscription_id":1,"event_time":1780000000,"updates":{}}`;
}

const leavingBody = (): string =>
  `{"object_type":"athlete","object_id":${owned.stravaId},"aspect_type":"update","owner_id":${owned.stravaId},"subscription_id":1,"event_time":1780000000,"updates":{"authorized":"false"}}`;

test('whatever another asks, with whatever ids, cookies and webhooks, nothing of the owner is shown, moved or erased', async () => {
  const handshake = {
    'hub.mode': 'subscribe',
    'hub.challenge': 'c',
    'hub.verify_token': VERIFY_TOKEN,
  };
  await owner.request(`/strava/webhook/${WEBHOOK_PATH}?${new URLSearchParams(handshake)}`);
  const before = await stateOf();
  expect(before.runs).toContain('/runs/strava-');
  const attempt = fc.record({
    index: fc.nat(ATTEMPTS.length - 1),
    id: fc.nat(ids.length - 1),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 32 }), async (attempts) => {
      const other = new StravaBrowser();
      for (const { index, id } of attempts) {
        const sent = ids[id] ?? '';
        const answer = await ATTEMPTS[index]?.(other, sent);
        const text = (await answer?.text()) ?? '';
        const leaked = ids.filter((known) => known !== sent && text.includes(known));
        expect(leaked).toEqual([]);
        expect(answer?.headers.get('Set-Cookie') ?? '').not.toContain(owned.cookie);
      }
      const token = other.cookies.get('__Host-sid');
      expect(token).not.toBe(owned.cookie);
      if (token !== undefined) expect(await other.athleteId()).not.toBe(owned.athleteId);
      await worked(await owner.athlete());
      expect(await stateOf()).toEqual(before);
    }),
    // Few and long: what the owner has is looked at after each.
    { numRuns: 12 },
  );
}, 120_000);
