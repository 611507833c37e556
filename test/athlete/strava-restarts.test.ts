import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { seededRandom } from '../../fixtures/seeded-random.ts';
import type { Athlete } from '../../src/athlete/athlete.ts';
import {
  connect,
  newAthlete,
  type SimulatedAthlete,
  simulator,
  statusOf,
  worked,
} from './strava-connected.ts';

/** Everything that a runner's numbers rest on, but for when it was fetched. */
const kept = (athlete: DurableObjectStub<Athlete>) =>
  runInDurableObject(athlete, (_, { storage }) =>
    JSON.stringify(
      storage.sql
        .exec(
          `SELECT id, summary, sport, local_date, distance_m, warnings, exposure, hex(cells) AS cells, streams
           FROM strava_activities ORDER BY id`,
        )
        .toArray(),
    ),
  );

const SHARE = 0.06;
const SPOILED = [
  'unauthorized',
  'access-token-dies',
  'server-error',
  'cut-body',
  'timeout',
] as const;

test.each([1, 3])(
  'whatever goes wrong on the way, in the end everything is as if nothing had (seed %i)',
  async (seed) => {
    const faults = [
      ...SPOILED.map((kind) => ({ kind, share: SHARE, delayMs: 100 })),
      { kind: 'cut-body' as const, path: '/oauth/token', after: 1, times: 1 },
    ];
    const nowMs = Date.now();
    const calm = await simulator({ nowMs });
    const undisturbed = newAthlete();
    await connect(undisturbed, calm);
    await worked(undisturbed);
    const strava = await simulator({ nowMs, seed, faults });
    const athlete = newAthlete();
    const random = seededRandom(seed);
    const { id }: SimulatedAthlete = await connect(athlete, strava);
    const restarts = (async () => {
      for (let restart = 0; restart < 4; restart++) {
        await new Promise((resolve) => setTimeout(resolve, 300 + random.next() * 700));
        await evictDurableObject(athlete).catch(() => {});
      }
    })();
    await worked(athlete).catch(() => {});
    await restarts;
    await worked(athlete);
    const { backfill, problem, stravaAthleteId } = await statusOf(athlete);
    expect({ ...backfill, problem }).toMatchObject({ listed: 14, toDetail: 0, problem: null });
    expect(stravaAthleteId).toBe(id);
    expect(await kept(athlete)).toBe(await kept(undisturbed));
    expect(await strava.control('GET', 'violations')).toEqual([]);
  },
  120_000,
);
