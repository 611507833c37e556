/**
 * Strava simulators for tests in workerd, which cannot start a server: `POST /` of this one starts a simulator in Node and
 * answers with where it is. Each test has its own; all end with the run.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import type { RateLimits } from '../fixtures/strava-simulator/rate-limits.ts';
import type { SimulatorSettings } from '../fixtures/strava-simulator/settings.ts';
import { runningClock, standingClock } from '../fixtures/strava-simulator/simulator-clock.ts';
import {
  type StravaSimulator,
  startStravaSimulator,
} from '../fixtures/strava-simulator/start-simulator.ts';

export interface StravaLoad {
  activities: number;
  limits: RateLimits;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where simulators are started. */
    stravaSimulators: string;
    /** How much each athlete of a simulated week has on Strava, and what the app may ask for. */
    stravaWeek: StravaLoad;
    /** The same of a back-fill. */
    stravaBackfill: StravaLoad;
  }
}

/** A run in a fortnight, and an eighth of what a new app may ask for. */
const SMALL_WEEK: StravaLoad = {
  activities: 24,
  limits: { overall: { quarterHour: 24, day: 240 }, read: { quarterHour: 12, day: 120 } },
};
const SMALL_BACKFILL: StravaLoad = { ...SMALL_WEEK, activities: 130 };

/**
 * What a test may set; `nowMs` is where the simulator's clock begins, else it is that of the machine. `isStanding`: it is
 * moved by the test alone.
 */
export type SimulatorWanted = Partial<
  Pick<SimulatorSettings, 'athletes' | 'faults' | 'limits' | 'refreshRotation' | 'seed'>
> & { nowMs?: number; isStanding?: boolean };

export default async function setup(project: TestProject) {
  const started: StravaSimulator[] = [];
  const server = createServer(async (request, response) => {
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(part);
    const { nowMs, isStanding, ...wanted }: SimulatorWanted = JSON.parse(
      Buffer.concat(parts).toString(),
    );
    const simulator = await startStravaSimulator({
      ...wanted,
      port: 0,
      // An app of its own, and so a budget.
      clientId: String(4711 + started.length),
      ...(nowMs !== undefined && {
        clock: isStanding ? standingClock(nowMs) : runningClock(nowMs),
      }),
    });
    started.push(simulator);
    const { url, apiBase, clientId, clientSecret } = simulator;
    response.end(JSON.stringify({ url, apiBase, clientId, clientSecret }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('stravaSimulators', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  project.provide('stravaWeek', loadOf(process.env.STRAVA_WEEK) ?? SMALL_WEEK);
  project.provide('stravaBackfill', loadOf(process.env.STRAVA_BACKFILL) ?? SMALL_BACKFILL);
  return async () => {
    await Promise.all(started.map((simulator) => simulator.stop()));
    server.close();
  };
}

/** As a proof sets it, in JSON. */
const loadOf = (variable: string | undefined): StravaLoad | null =>
  variable === undefined ? null : JSON.parse(variable);
