import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Athlete } from '../../src/athlete/athlete.ts';
import {
  addFitFile,
  athletesOf,
  connect,
  newAthlete,
  now,
  type Simulator,
  simulator,
  statusOf,
  worked,
} from './strava-connected.ts';

interface Listed {
  id: string;
  name: string;
  sportType: string;
  startTimeS: number;
  hasStreams: boolean;
}

const onStrava = (strava: Simulator, athleteId: string) =>
  strava.control<Listed[]>('GET', `athletes/${athleteId}/activities`);

const runsOf = async (athlete: DurableObjectStub<Athlete>) => {
  const { runs, years } = await athlete.runs(now(), null);
  const older = await Promise.all(years.slice(1).map((year) => athlete.runs(now(), year)));
  return [...runs, ...older.flatMap((answer) => answer.runs)];
};

test('connecting lists every activity, then fetches the course of every run', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  expect((await statusOf(athlete)).backfill.isListing).toBe(true);
  await worked(athlete);
  const { backfill, problem, lastSyncAtS, stravaAthleteId } = await statusOf(athlete);
  expect({ ...backfill, nextCallAtS: null, problem }).toEqual({
    listed: 14,
    withDetail: 12,
    toDetail: 0,
    toDetailForFlags: 0,
    isListing: false,
    nextCallAtS: null,
    problem: null,
  });
  expect(lastSyncAtS).toBeGreaterThan(0);
  expect(stravaAthleteId).toBe(id);
  expect(await strava.control('GET', 'violations')).toEqual([]);
});

test('ids beyond 2^53 survive to the last digit, and every run has its page', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  const { id } = await connect(athlete, strava);
  await worked(athlete);
  const expected = (await onStrava(strava, id)).filter(({ sportType }) => /Run$/.test(sportType));
  const runs = await runsOf(athlete);
  expect(runs.map((run) => run.id).sort()).toEqual(
    expected.map((run) => `strava-${run.id}`).sort(),
  );
  expect(Number.isSafeInteger(Number(expected[0]?.id))).toBe(false);
  for (const { id: stravaId, name, hasStreams } of expected) {
    const answer = await athlete.run(now(), `strava-${stravaId}`);
    expect(answer?.source).toMatchObject({ storedAs: null, strava: { id: stravaId, name } });
    expect(answer?.run.exposure.loadOrigin).toBe(hasStreams ? 'samples' : 'session-average');
  }
});

test('the list alone already counts: runs show with their totals before any course has come', async () => {
  const strava = await simulator({
    faults: [{ kind: 'rate-limited-quarter-hour', path: '/streams' }],
  });
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  const { backfill, problem } = await statusOf(athlete);
  expect(backfill).toMatchObject({ listed: 14, isListing: false });
  expect(backfill.toDetail).toBeGreaterThan(8);
  expect(problem).toBe('rate-limited');
  expect((backfill.nextCallAtS ?? 0) % 900).toBeLessThan(10);
  const runs = await runsOf(athlete);
  expect(runs).toHaveLength(12);
  expect(runs.every(({ distanceM, loadAeKm }) => (distanceM ?? 0) > 0 && loadAeKm !== null)).toBe(
    true,
  );
  // At the end of a quarter-hour the next one is waited for.
}, 60_000);

test('a restart in the middle goes on where it was', async () => {
  const strava = await simulator({
    faults: [{ kind: 'server-error', path: '/streams', after: 4 }],
  });
  const athlete = newAthlete();
  await connect(athlete, strava);
  await runInDurableObject(athlete, (instance) => instance.alarm());
  const before = await statusOf(athlete);
  expect(before.backfill.withDetail).toBeGreaterThan(0);
  expect(before.backfill.toDetail).toBeGreaterThan(0);
  await evictDurableObject(athlete);
  await worked(athlete);
  expect((await statusOf(athlete)).backfill).toMatchObject({ withDetail: 12, toDetail: 0 });
  const requests = await strava.control<{ path: string; status: number }[]>('GET', 'requests');
  const good = requests.filter(({ path, status }) => path.endsWith('/streams') && status === 200);
  expect(new Set(good.map(({ path }) => path)).size).toBe(good.length);
});

test('a run that is here as a file counts once, from the file, whenever the file came', async () => {
  const strava = await simulator();
  const [early, late] = [newAthlete(), newAthlete()];
  const chosen = (await athletesOf(strava))[0]?.id ?? '';
  const copied = (await onStrava(strava, chosen)).find(
    ({ sportType, hasStreams }) => /Run$/.test(sportType) && hasStreams,
  )?.id as string;
  const earlyId = await addFitFile(early, strava, copied);
  await connect(early, strava);
  await worked(early);
  await connect(late, strava);
  await worked(late);
  const lateId = await addFitFile(late, strava, copied);
  for (const [athlete, fileId] of [
    [early, earlyId],
    [late, lateId],
  ] as const) {
    const runs = await runsOf(athlete);
    expect(runs).toHaveLength(12);
    expect(runs.map((run) => run.id)).toContain(fileId);
    expect(runs.map((run) => run.id)).not.toContain(`strava-${copied}`);
    const page = await athlete.run(now(), `strava-${copied}`);
    expect(page?.run.id).toBe(fileId);
    expect(page?.source.strava?.id).toBe(copied);
    const { shoes } = await athlete.shoes(now());
    expect(shoes.map(({ name }) => name)).toContain(page?.about?.shoe);
    expect(page?.about?.original.isShoeOfRunBefore).toBe(false);
  }
  await late.deleteRun(lateId, now().nowS);
  expect((await runsOf(late)).map((run) => run.id)).not.toContain(`strava-${copied}`);
});

test('by Strava and by file a run comes to the same load', async () => {
  const strava = await simulator();
  const [byFile, byStrava] = [newAthlete(), newAthlete()];
  const { id } = await connect(byStrava, strava);
  await worked(byStrava);
  const run = (await onStrava(strava, id)).find(
    ({ sportType, hasStreams }) => sportType === 'Run' && hasStreams,
  )?.id as string;
  const fileId = await addFitFile(byFile, strava, run);
  const exposures = await Promise.all([
    byFile.run(now(), fileId),
    byStrava.run(now(), `strava-${run}`),
  ]);
  const [fromFile, fromStrava] = exposures.map((answer) => answer?.run.exposure);
  expect(fromStrava?.load?.loadAeKm).toBeCloseTo(fromFile?.load?.loadAeKm ?? 0, 1);
  expect(fromStrava?.distanceM).toBeCloseTo(fromFile?.distanceM ?? 0, -1);
});

test('shoes and other sports come along', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  const { shoes } = await athlete.shoes(now());
  expect(shoes.length).toBeGreaterThan(0);
  const sports = await runInDurableObject(athlete, (_, { storage }) =>
    storage.sql.exec('SELECT sport FROM strava_activities WHERE exposure IS NULL').toArray(),
  );
  expect(sports).toHaveLength(2);
  await athlete.disconnectStrava(now());
  expect((await athlete.shoes(now())).shoes).toEqual([]);
});

test('whoever has unticked the activities is told to connect anew, and nothing is asked', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  await connect(athlete, strava, { scopes: ['read'] });
  await worked(athlete);
  const { problem, backfill } = await statusOf(athlete);
  expect(problem).toBe('reconnect');
  expect(backfill).toMatchObject({ listed: 0, isListing: false, nextCallAtS: null });
  await connect(athlete, strava);
  await worked(athlete);
  expect((await statusOf(athlete)).backfill.listed).toBe(14);
});

test('two athletes of one app see their own alone', async () => {
  const strava = await simulator();
  const [ada, ben] = [newAthlete(), newAthlete()];
  const adaThere = await connect(ada, strava, { who: 0 });
  const benThere = await connect(ben, strava, { who: 1 });
  await worked(ada);
  await worked(ben);
  const bensRun = (await onStrava(strava, benThere.id))[0]?.id as string;
  expect(await ada.run(now(), `strava-${bensRun}`)).toBeNull();
  // A hint about Ben's activity in Ada's name, and one in Ben's name at Ada's door.
  const event = { eventTimeS: now().nowS, kind: 'activity-deleted', activityId: bensRun } as const;
  await ada.stravaEvent({ ...event, ownerId: adaThere.id }, now());
  await ada.stravaEvent({ ...event, ownerId: benThere.id }, now());
  await ben.stravaEvent({ ...event, ownerId: benThere.id }, now());
  await ben.stravaEvent({ ...event, kind: 'deauthorized', ownerId: adaThere.id }, now());
  await worked(ada);
  await worked(ben);
  expect((await statusOf(ada)).backfill.listed).toBe(14);
  expect((await statusOf(ben)).backfill.listed).toBe(4);
});

test('tokens lie sealed in their row', async () => {
  const strava = await simulator();
  const athlete = newAthlete();
  await connect(athlete, strava);
  await worked(athlete);
  const rows = await runInDurableObject(athlete, (_, { storage }) =>
    JSON.stringify([
      storage.sql.exec('SELECT * FROM strava_account').toArray(),
      storage.sql.exec('SELECT * FROM strava_jobs').toArray(),
    ]),
  );
  const secrets = await strava.control<string[]>('GET', 'secrets');
  expect(secrets.length).toBeGreaterThan(2);
  expect(secrets.filter((secret) => rows.includes(secret))).toEqual([]);
  expect(env.STRAVA_CLIENT_ID).toBe(strava.clientId);
});

test('a deployment may keep what comes from Strava out of the analysis: then a run is listed and has its page, and no week', async () => {
  const strava = await simulator();
  Object.assign(env, { STRAVA_IN_ANALYSIS: 'off' });
  try {
    const athlete = newAthlete();
    const { id } = await connect(athlete, strava);
    await worked(athlete);
    expect((await statusOf(athlete)).backfill.listed).toBe(14);
    const runs = await runsOf(athlete);
    expect(runs.map(({ leftOut }) => leftOut)).toEqual(Array(12).fill('not-analysed'));
    expect((await athlete.dashboard(now(), null, null)).answer?.view.status.kind).toBe('empty');
    const [newest] = await onStrava(strava, id);
    const answer = await athlete.run(now(), `strava-${newest?.id}`);
    expect(answer?.run.exposure.distanceM).toBeGreaterThan(0);
    expect(answer?.run.flags).toEqual([]);
  } finally {
    Object.assign(env, { STRAVA_IN_ANALYSIS: undefined });
  }
});
