/**
 * Strava simulators for tests in workerd, which cannot start a server: `POST /` of this one starts a simulator in Node and
 * answers with where it is. Each test has its own; all end with the run.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import type { SimulatorSettings } from '../fixtures/strava-simulator/settings.ts';
import { runningClock } from '../fixtures/strava-simulator/simulator-clock.ts';
import {
  type StravaSimulator,
  startStravaSimulator,
} from '../fixtures/strava-simulator/start-simulator.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where simulators are started. */
    stravaSimulators: string;
  }
}

/** What a test may set; `nowMs` is where the simulator's clock begins, else it is that of the machine. */
export type SimulatorWanted = Partial<
  Pick<SimulatorSettings, 'athletes' | 'faults' | 'limits' | 'refreshRotation' | 'seed'>
> & { nowMs?: number };

export default async function setup(project: TestProject) {
  const started: StravaSimulator[] = [];
  const server = createServer(async (request, response) => {
    const parts: Uint8Array[] = [];
    for await (const part of request) parts.push(part);
    const { nowMs, ...wanted }: SimulatorWanted = JSON.parse(Buffer.concat(parts).toString());
    const simulator = await startStravaSimulator({
      ...wanted,
      port: 0,
      // An app of its own, and so a budget.
      clientId: String(4711 + started.length),
      ...(nowMs !== undefined && { clock: runningClock(nowMs) }),
    });
    started.push(simulator);
    const { url, apiBase, clientId, clientSecret } = simulator;
    response.end(JSON.stringify({ url, apiBase, clientId, clientSecret }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('stravaSimulators', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    await Promise.all(started.map((simulator) => simulator.stop()));
    server.close();
  };
}
