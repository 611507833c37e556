import { afterAll, beforeAll } from 'vitest';
import { stravaActivity } from '../../fixtures/strava-simulator/strava-activity.ts';
import { stravaJson } from '../../fixtures/strava-simulator/strava-json.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { stravaClient } from '../../src/strava/client.ts';
import { activityFromStrava } from '../../src/strava/streams.ts';
import { json, type LocalServer, localServer } from '../strava/local-server.ts';
import { importerContract } from './importer-contract.ts';

let served: ReturnType<typeof stravaActivity>;
let server: LocalServer;

beforeAll(async () => {
  server = await localServer(({ path }, response) =>
    json(response, stravaJson(path.includes('/streams') ? served.streams : served.detail)),
  );
});
afterAll(() => server.close());

/** Served as Strava would, and asked for over HTTP. */
async function throughStrava(activity: Activity): Promise<Activity> {
  served = stravaActivity(activity);
  const client = stravaClient('token', { apiBase: server.base, nowS: () => activity.startTimeS });
  const id = String(served.summary.id);
  const { outcome: summary } = await client.activity(id);
  const { outcome: streams } = await client.streams(id);
  if (!summary.ok || !streams.ok) throw new Error('The activity cannot be read.');
  return activityFromStrava(summary.value, streams.value).activity;
}

importerContract({
  name: 'Strava',
  roundTrip: throughStrava,
  tolerances: {
    distanceShare: 0.0001,
    // Whole seconds, and the run ends within one.
    timerS: 1,
    movingS: 2,
    // Strava tells the climb, not the descent: 4 % of the 300 m that the hilliest run climbs.
    ascentM: 12,
    derivedAscentShare: 0.04,
    hillEndM: 20,
    speedShare: 0.03,
    loadShare: 0.005,
  },
});
