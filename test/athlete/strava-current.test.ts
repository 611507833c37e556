import { runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import type { Athlete } from '../../src/athlete/athlete.ts';
import type { WebhookEvent } from '../../src/strava/webhook.ts';
import {
  connect,
  newAthlete,
  now,
  rung,
  type Simulator,
  simulator,
  statusOf,
  worked,
} from './strava-connected.ts';

type HintKind = 'activity-created' | 'activity-updated' | 'activity-deleted';

async function filled(strava: Simulator) {
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  await worked(athlete);
  const [newest] = await strava.control<{ id: string; name: string }[]>(
    'GET',
    `athletes/${id}/activities`,
  );
  const hint = (kind: HintKind, activityId: string): WebhookEvent => ({
    ...{ kind, activityId, ownerId: id, eventTimeS: now().nowS },
  });
  return { athlete, id, newest: newest?.id ?? '', hint };
}

const nameOf = async (athlete: DurableObjectStub<Athlete>, id: string) =>
  (await athlete.run(now(), `strava-${id}`))?.source.strava?.name ?? null;

const addRun = async (strava: Simulator, athleteId: string) =>
  (
    await strava.control<{ id: string }>('POST', `athletes/${athleteId}/activities`, {
      name: 'Fresh Run',
      run: { segments: [{ speedMps: 3, distanceM: 5000 }] },
      webhook: false,
    })
  ).id;

test('a new activity comes with its course, however often and in whatever order it is announced', async () => {
  const strava = await simulator();
  const { athlete, id, hint } = await filled(strava);
  const added = await addRun(strava, id);
  await athlete.stravaEvent(hint('activity-updated', added), now());
  await athlete.stravaEvent(hint('activity-created', added), now());
  await athlete.stravaEvent(hint('activity-created', added), now());
  await worked(athlete);
  await athlete.stravaEvent(hint('activity-created', added), now());
  await worked(athlete);
  expect((await statusOf(athlete)).backfill).toMatchObject({ listed: 15, toDetail: 0 });
  const answer = await athlete.run(now(), `strava-${added}`);
  expect(answer?.run.exposure.loadOrigin).toBe('samples');
  expect(answer?.source.strava?.name).toBe('Fresh Run');
});

test('a new name is taken over, and the course stays', async () => {
  const strava = await simulator();
  const { athlete, newest, hint } = await filled(strava);
  const before = await athlete.run(now(), `strava-${newest}`);
  await strava.control('POST', `activities/${newest}`, { name: 'Renamed', webhook: false });
  await athlete.stravaEvent(hint('activity-updated', newest), now());
  await worked(athlete);
  const after = await athlete.run(now(), `strava-${newest}`);
  expect(after?.source.strava?.name).toBe('Renamed');
  expect(after?.run.exposure).toEqual(before?.run.exposure);
});

test('what is deleted goes, but not on the word of a webhook', async () => {
  const strava = await simulator();
  const { athlete, newest, hint } = await filled(strava);
  await athlete.stravaEvent(hint('activity-deleted', newest), now());
  await worked(athlete);
  expect(await athlete.run(now(), `strava-${newest}`)).not.toBeNull();
  await strava.control('DELETE', `activities/${newest}`, { webhook: false });
  await athlete.stravaEvent(hint('activity-deleted', newest), now());
  await athlete.stravaEvent(hint('activity-created', newest), now());
  await worked(athlete);
  expect(await athlete.run(now(), `strava-${newest}`)).toBeNull();
  expect((await statusOf(athlete)).backfill.listed).toBe(13);
});

test('what no webhook told is found by listing: new, renamed, deleted', async () => {
  const strava = await simulator();
  const { athlete, id, newest } = await filled(strava);
  const others = await strava.control<{ id: string }[]>('GET', `athletes/${id}/activities`);
  const renamed = others[1]?.id ?? '';
  const added = await addRun(strava, id);
  await strava.control('POST', `activities/${renamed}`, { name: 'Renamed', webhook: false });
  await strava.control('DELETE', `activities/${newest}`, { webhook: false });
  await athlete.syncStravaNow(now());
  await worked(athlete);
  expect(await nameOf(athlete, added)).toBe('Fresh Run');
  expect(await nameOf(athlete, renamed)).toBe('Renamed');
  expect(await athlete.run(now(), `strava-${newest}`)).toBeNull();
});

test('who asks for the list while it is read gets it once more', async () => {
  const strava = await simulator({
    faults: [{ kind: 'slow', path: '/athlete/activities', after: 1, delayMs: 1000 }],
  });
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  const working = rung(athlete);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await addRun(strava, id);
  await athlete.syncStravaNow(now());
  await working;
  await worked(athlete);
  expect((await statusOf(athlete)).backfill).toMatchObject({ listed: 15, toDetail: 0 });
});

test('a run made private goes where private ones may not be read', async () => {
  const strava = await simulator();
  const { athlete, newest, hint } = await filled(strava);
  await strava.control('POST', `activities/${newest}`, { visibility: 'only_me', webhook: false });
  await athlete.stravaEvent(hint('activity-updated', newest), now());
  await worked(athlete);
  expect(await athlete.run(now(), `strava-${newest}`)).toBeNull();
});

test('who throws the app out is believed only when Strava says so too; then everything goes', async () => {
  const strava = await simulator();
  const { athlete, id } = await filled(strava);
  const left = { kind: 'deauthorized', ownerId: id, eventTimeS: now().nowS } as const;
  await athlete.stravaEvent(left, now());
  await worked(athlete);
  expect((await statusOf(athlete)).backfill.listed).toBe(14);
  await strava.control('POST', `athletes/${id}/deauthorize`, {});
  await athlete.stravaEvent(left, now());
  await athlete.stravaEvent(left, now());
  await worked(athlete);
  expect(await athlete.stravaStatus(now())).toBeNull();
  expect(await rowsLeft(athlete)).toEqual([0, 0, 0, 0]);
  expect((await athlete.runs(now(), null)).runs).toEqual([]);
});

test('disconnecting erases all at once, revokes, and tells the same again', async () => {
  const strava = await simulator();
  const { athlete, id } = await filled(strava);
  const [receipt] = await Promise.all([
    athlete.disconnectStrava(now()),
    athlete.syncStravaNow(now()),
  ]);
  expect(receipt).toMatchObject({ erasedActivities: 14, wasRevoked: true });
  expect(await athlete.disconnectStrava(now())).toEqual(receipt);
  expect(await athlete.stravaStatus(now())).toBeNull();
  expect(await rowsLeft(athlete)).toEqual([0, 0, 0, 0]);
  const athletes = await strava.control<{ id: string; scopes: unknown }[]>('GET', 'athletes');
  expect(athletes.find((each) => each.id === id)?.scopes).toBeNull();
  await connect(athlete, strava);
  await worked(athlete);
  expect((await statusOf(athlete)).backfill.listed).toBe(14);
});

test('disconnecting in the middle of the back-fill leaves nothing behind', async () => {
  const strava = await simulator({ faults: [{ kind: 'slow', path: '/streams', delayMs: 400 }] });
  const athlete = newAthlete();
  await connect(athlete, strava);
  const working = worked(athlete);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await athlete.disconnectStrava(now());
  await working;
  await worked(athlete);
  expect(await rowsLeft(athlete)).toEqual([0, 0, 0, 0]);
});

const rowsLeft = (athlete: DurableObjectStub<Athlete>) =>
  runInDurableObject(athlete, (_, { storage }) =>
    ['strava_account', 'strava_activities', 'strava_gear', 'strava_jobs'].map(
      (table) => storage.sql.exec(`SELECT * FROM ${table}`).toArray().length,
    ),
  );
