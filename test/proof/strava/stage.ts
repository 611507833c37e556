/** One simulated Strava and one server on one clock, which goes on by itself and is moved to whenever something is due. */
import { setTimeout as pause } from 'node:timers/promises';
import { runningClock } from '../../../fixtures/strava-simulator/simulator-clock.ts';
import {
  type StravaSimulator,
  startStravaSimulator,
} from '../../../fixtures/strava-simulator/start-simulator.ts';
import { type ClockedServer, startClockedServer } from '../../clocked-server/clocked-server.ts';
import type { WorkerBundle } from '../../clocked-server/worker-bundle.ts';
import type { Script } from './script.ts';
import type { Kill } from './troubles.ts';

export interface Stage {
  strava: StravaSimulator;
  server: ClockedServer;
  nowMs(): number;
  /** Asks the server, again when it was killed meanwhile. */
  reached<Answer>(ask: () => Promise<Answer>): Promise<Answer>;
  /** Does everything that is due until then, and is at that time afterwards. */
  runUntil(atMs: number): Promise<void>;
  /** The server dies at each of them, one after the other. */
  expectKills(kills: readonly Kill[]): void;
  /** No more of them. So many there were. */
  endKills(): Promise<number>;
  dispose(): Promise<void>;
}

export const WEBHOOK_PATH = 'path-of-the-proof';
const VERIFY_TOKEN = 'token-of-the-proof';
/** Real time. */
const LOOK_EVERY_MS = 8;
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
  const killer = killing(strava, server, (ms) => clock.advance(ms));

  async function reached<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      await killer.isUp();
      const kills = killer.kills();
      try {
        return await ask();
      } catch (error) {
        await killer.isUp();
        if (killer.kills() === kills) throw error;
      }
    }
  }

  async function runUntil(atMs: number): Promise<void> {
    const stuckAt = performance.now() + STUCK_AFTER_MS;
    for (;;) {
      await strava.control.settled();
      const objects = await reached(server.atWork);
      const nowMs = clock.nowMs();
      const dueMs = Math.min(...objects.map(({ alarmAtMs }) => alarmAtMs ?? Infinity));
      if (objects.some(({ isRinging }) => isRinging) || dueMs <= nowMs + SOON_MS) {
        if (performance.now() > stuckAt)
          throw new Error(`the server does not come to rest: ${JSON.stringify(objects)}`);
        await pause(LOOK_EVERY_MS);
        continue;
      }
      clock.advance(Math.max(0, Math.min(dueMs, atMs) - nowMs));
      await reached(server.clockMoved);
      if (dueMs > atMs) return;
    }
  }

  await subscribe(strava, server);
  return {
    ...{ strava, server, reached, runUntil },
    nowMs: clock.nowMs,
    expectKills: killer.expect,
    endKills: killer.end,
    async dispose() {
      await killer.end();
      await strava.stop();
      await server.dispose();
    },
  };
}

/** Looks at every request that Strava hears, and kills the server when the number of the next kill has come. */
function killing(strava: StravaSimulator, server: ClockedServer, later: (ms: number) => void) {
  let kills = 0;
  let pending: readonly Kill[] = [];
  let heard = 0;
  let up: Promise<void> | null = null;
  const watch = setInterval(() => {
    const [kill, ...others] = pending;
    if (kill === undefined || up !== null) return;
    if (strava.control.requests().length - heard < kill.afterRequests) return;
    pending = others;
    up = die(kill).finally(() => {
      up = null;
    });
  }, 1);

  async function die({ delayMs, downMs }: Kill): Promise<void> {
    await pause(delayMs);
    kills++;
    await server.kill();
    strava.control.appDied();
    later(downMs);
    await server.start();
    heard = strava.control.requests().length;
  }

  return {
    kills: () => kills,
    isUp: async () => void (await up),
    expect(expected: readonly Kill[]) {
      heard = strava.control.requests().length;
      pending = expected;
    },
    async end() {
      pending = [];
      await up;
      clearInterval(watch);
      return kills;
    },
  };
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
