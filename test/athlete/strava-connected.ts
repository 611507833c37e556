/** An athlete in workerd, connected with a Strava simulator of its own. */
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, inject } from 'vitest';
import { analyseFile } from '../../src/athlete/analyse-file.ts';
import { NO_CONTEXT } from '../../src/athlete/analysed-file.ts';
import type { Athlete } from '../../src/athlete/athlete.ts';
import type { RequestClock } from '../../src/athlete/runner-clock.ts';
import type { StravaStatus } from '../../src/athlete/strava-status.ts';
import { stravaApp } from '../../src/strava/app-settings.ts';
import { exchangeCode, grantedScopes } from '../../src/strava/oauth.ts';
import type { SimulatorWanted } from '../strava-simulators.ts';

export const now = (): RequestClock => ({ nowS: Date.now() / 1000, timeZone: 'UTC' });

export interface Simulator {
  url: string;
  apiBase: string;
  clientId: string;
  clientSecret: string;
  /** `control('PUT', 'faults', { faults: [] })`: see the simulator's own page. */
  control<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
}

export interface SimulatedAthlete {
  id: string;
  name: string;
  activities: number;
}

/** The deployment's variables then point at it. Small: two athletes with few runs, unless wanted otherwise. */
export async function simulator(wanted: SimulatorWanted = {}): Promise<Simulator> {
  const seeds = [
    { firstName: 'Ada', lastName: 'Example', activities: 14, differentRuns: 2 },
    { firstName: 'Ben', lastName: 'Example', activities: 4, differentRuns: 2 },
  ];
  const answer = await fetch(inject('stravaSimulators'), {
    method: 'POST',
    body: JSON.stringify({ athletes: seeds, refreshRotation: 'old-works-once', ...wanted }),
  });
  const started = (await answer.json()) as Omit<Simulator, 'control'>;
  Object.assign(env, {
    STRAVA_CLIENT_ID: started.clientId,
    STRAVA_CLIENT_SECRET: started.clientSecret,
    STRAVA_API_BASE: started.apiBase,
    STRAVA_OAUTH_BASE: started.url,
    STRAVA_TOKEN_KEYS: JSON.stringify([{ kid: 'test', key: 'A'.repeat(43) }]),
  });
  const control = async <Answer>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${started.url}/control/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`control ${path}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  return { ...started, control };
}

export async function athletesOf(strava: Simulator): Promise<SimulatedAthlete[]> {
  return strava.control('GET', 'athletes');
}

const nowS = () => Date.now() / 1000;

export async function connect(
  athlete: DurableObjectStub<Athlete>,
  strava: Simulator,
  {
    who = 0,
    scopes = ['read', 'activity:read'],
  }: { who?: number; scopes?: readonly string[] } = {},
): Promise<SimulatedAthlete> {
  const chosen = (await athletesOf(strava))[who] as SimulatedAthlete;
  const { code } = await strava.control<{ code: string }>('POST', `athletes/${chosen.id}/approve`, {
    scopes,
  });
  const app = stravaApp(env, nowS);
  if (app === null) throw new Error('no app');
  const exchanged = await exchangeCode(app, code);
  if (!exchanged.ok) throw new Error(exchanged.error.kind);
  const { accessToken, refreshToken, expiresAtS } = exchanged.value;
  await athlete.connectStrava(
    {
      stravaAthleteId: chosen.id,
      name: chosen.name,
      tokens: { accessToken, refreshToken, expiresAtS },
      scopes: grantedScopes(scopes.join(',')),
    },
    now(),
  );
  return chosen;
}

export const newAthlete = () => env.ATHLETE.getByName(crypto.randomUUID());

export async function statusOf(athlete: DurableObjectStub<Athlete>): Promise<StravaStatus> {
  const status = await athlete.stravaStatus(now());
  if (status === null) throw new Error('not connected');
  return status;
}

/** Lets the alarm ring until nothing is left to be asked for now. */
export async function worked(athlete: DurableObjectStub<Athlete>): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    const dueMs = await rung(athlete);
    if (dueMs === null || dueMs > Date.now() + 30_000) return;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueMs - Date.now())));
  }
  expect.fail('the work never ends');
}

/** Lets the alarm ring, or waits for its end when it rings already, and tells when it rings next. */
export async function rung(athlete: DurableObjectStub<Athlete>): Promise<number | null> {
  const once = () =>
    runInDurableObject(athlete, async (instance, { storage }) => {
      await instance.alarm();
      return storage.getAlarm();
    });
  // There is none while it rings by itself, which may have begun just now.
  return (await once()) ?? once();
}

/** The file of the watch that Strava's activity came from, kept as an import keeps it. The id it has here. */
export async function addFitFile(
  athlete: DurableObjectStub<Athlete>,
  strava: Simulator,
  stravaId: string,
): Promise<string> {
  const answer = await fetch(`${strava.url}/control/activities/${stravaId}/fit`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const analysed = analyseFile(bytes);
  if (!analysed.ok) throw new Error(analysed.error.message);
  const storedAs = `athletes/test/${stravaId}`;
  await env.FILES.put(storedAs, bytes);
  const { outcomes } = await athlete.addFile(
    {
      ...{ sha256: stravaId, storedAs, name: 'run.fit', sizeBytes: bytes.length },
      ...{ about: NO_CONTEXT, activities: analysed.value },
    },
    now(),
    'UTC',
  );
  return outcomes[0]?.activity.id ?? '';
}
