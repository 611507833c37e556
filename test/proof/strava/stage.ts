/** One simulated Strava and one server on one clock, which goes on by itself and is moved to whenever something is due. */
import { setTimeout as pause } from 'node:timers/promises';
import { runningClock } from '../../../fixtures/strava-simulator/simulator-clock.ts';
import {
  type StravaSimulator,
  startStravaSimulator,
} from '../../../fixtures/strava-simulator/start-simulator.ts';
import { type ClockedServer, startClockedServer } from '../../clocked-server/clocked-server.ts';
import type { WorkerBundle } from '../../clocked-server/worker-bundle.ts';
import { Killer } from './killer.ts';
import type { Script } from './script.ts';

export interface Stage {
  strava: StravaSimulator;
  server: ClockedServer;
  killer: Killer;
}

export const WEBHOOK_PATH = 'path-of-the-proof';
const VERIFY_TOKEN = 'token-of-the-proof';
/** Real time. */
const LOOK_EVERY_MS = 25;
const STUCK_AFTER_MS = 60_000;
const WEBHOOK_RETRY_MS = 1200;
/** What is due so soon is not worth moving the clock for. */
const SOON_MS = 5;

export async function openStage(bundle: WorkerBundle, script: Script): Promise<Stage> {
  const clock = runningClock(script.startMs);
  const strava = await startStravaSimulator({
    port: 0,
    clock,
    seed: script.seed,
    athletes: script.athletes,
    limits: script.limits,
    refreshRotation: 'old-works-once',
    clientSecret: `secret-of-the-app-${script.seed}`,
    retryAfterMs: WEBHOOK_RETRY_MS,
  });
  const server = await startClockedServer({ bundle, clock, variables: variablesOf(strava) });
  await subscribe(strava, server);
  return { strava, server, killer: new Killer(strava.control, server) };
}

export async function closeStage({ strava, server, killer }: Stage): Promise<void> {
  await killer.end();
  await strava.stop();
  await server.dispose();
}

/** Lets the server do everything that is due until then; it is that time afterwards. */
export async function runUntil(stage: Stage, atMs: number): Promise<void> {
  const { server, killer } = stage;
  const { clock, settled } = stage.strava.control;
  const stuckAt = performance.now() + STUCK_AFTER_MS;
  for (;;) {
    await settled();
    const objects = await killer.reached(server.atWork);
    const nowMs = clock.nowMs();
    const dueMs = Math.min(...objects.map(({ alarmAtMs }) => alarmAtMs ?? Infinity));
    if (objects.some(({ isRinging }) => isRinging) || dueMs <= nowMs + SOON_MS) {
      if (performance.now() > stuckAt)
        throw new Error(`the server does not come to rest: ${JSON.stringify(objects)}`);
      await pause(LOOK_EVERY_MS);
      continue;
    }
    clock.advance(Math.max(0, Math.min(dueMs, atMs) - nowMs));
    await killer.reached(server.clockMoved);
    if (dueMs > atMs) return;
  }
}

async function subscribe(strava: StravaSimulator, server: ClockedServer): Promise<void> {
  const answer = await fetch(`${strava.apiBase}/push_subscriptions`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: strava.clientId,
      client_secret: strava.clientSecret,
      callback_url: `${server.url}/strava/webhook/${WEBHOOK_PATH}`,
      verify_token: VERIFY_TOKEN,
    }),
  });
  if (!answer.ok) throw new Error(`no subscription: ${answer.status}`);
}

const variablesOf = ({ clientId, clientSecret, apiBase, url }: StravaSimulator) => ({
  STRAVA_CLIENT_ID: clientId,
  STRAVA_CLIENT_SECRET: clientSecret,
  STRAVA_API_BASE: apiBase,
  STRAVA_OAUTH_BASE: url,
  STRAVA_TOKEN_KEYS: JSON.stringify([{ kid: 'proof', key: 'A'.repeat(43) }]),
  STRAVA_WEBHOOK_PATH: WEBHOOK_PATH,
  STRAVA_VERIFY_TOKEN: VERIFY_TOKEN,
});
