/**
 * What a back-fill costs ourselves when Strava's limits are out of the way: wall time, and CPU of the isolate that runs the
 * Worker and its objects, by V8's profiler. Strava is on the same machine and takes its part of it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { startStravaSimulator } from '../../../fixtures/strava-simulator/start-simulator.ts';
import { cpuByPart } from '../../bench/cpu-by-part.ts';
import { startProfiledServer } from '../../bench/profiled-server.ts';
import { runnerAt } from './runner.ts';

const NO_LIMIT = { quarterHour: 1e6, day: 1e7 };
const LOOK_EVERY_MS = 500;
const TOKEN_KEYS = JSON.stringify([{ kid: 'proof', key: 'A'.repeat(43) }]);

const PARTS = new Map([
  ['analyseStrava', 'streams → activity → exposure'],
  ['parsedAs', 'read what Strava answers'],
  ['boundedText', 'read what Strava answers'],
  ['leaseCall', 'the budget'],
  ['answerLease', 'the budget'],
  ['#read', 'the budget'],
  ['#write', 'the budget'],
  ['nextDueJob', 'jobs and rows'],
  ['kept', 'jobs and rows'],
  ['readAccount', 'jobs and rows'],
]);

export interface BackfillCost {
  calls: number;
  wallS: number;
  /** CPU of the simulator, and of whoever looks how far things are. */
  stravaCpuMs: number;
  /** Of the Worker's isolate, in all. */
  cpuMs: Map<string, number>;
}

export async function backfillCost(activities: number): Promise<BackfillCost> {
  const strava = await startStravaSimulator({
    port: 0,
    athletes: [{ firstName: 'Ada', lastName: 'Example', activities, withinDays: 360 }],
    limits: { overall: NO_LIMIT, read: NO_LIMIT },
  });
  const server = await startProfiledServer({
    STRAVA_CLIENT_ID: strava.clientId,
    STRAVA_CLIENT_SECRET: strava.clientSecret,
    STRAVA_API_BASE: strava.apiBase,
    STRAVA_OAUTH_BASE: strava.url,
    STRAVA_TOKEN_KEYS: TOKEN_KEYS,
  });
  try {
    // Inventing the runs is none of what is measured.
    for (const { id } of strava.control.athletes())
      for (const each of strava.control.activities(id)) strava.control.recording(each.id);
    const runner = runnerAt(server.origin, strava);
    let wallS = 0;
    const before = process.cpuUsage();
    const profile = await server.profile(async () => {
      const beganMs = performance.now();
      await runner.connect();
      for (;;) {
        const { isListing, toDetail } = await runner.backfill();
        if (!isListing && toDetail === 0) break;
        await pause(LOOK_EVERY_MS);
      }
      wallS = (performance.now() - beganMs) / 1000;
    });
    const { user, system } = process.cpuUsage(before);
    const calls = strava.control.requests().filter(({ path }) => path.startsWith('/api/')).length;
    return { calls, wallS, stravaCpuMs: (user + system) / 1000, cpuMs: cpuByPart(profile, PARTS) };
  } finally {
    server.stop();
    await strava.stop();
  }
}
