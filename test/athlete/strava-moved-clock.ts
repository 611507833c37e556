/** The faked clock of a test in workerd and that of its Strava, moved together. */
import { vi } from 'vitest';
import type { Athlete } from '../../src/athlete/athlete.ts';
import { rung, type Simulator } from './strava-connected.ts';

const SOON_MS = 10 * 60_000;

export async function later(seconds: number, strava: Simulator): Promise<void> {
  vi.setSystemTime(Date.now() + seconds * 1000);
  await strava.control('POST', 'clock', { advanceS: seconds });
}

/** As `worked`, but what is due within some minutes is not waited for. */
export async function workedAhead(
  athlete: DurableObjectStub<Athlete>,
  strava: Simulator,
): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    const dueMs = await rung(athlete);
    if (dueMs === null || dueMs > Date.now() + SOON_MS) return;
    await later(Math.max(0, (dueMs - Date.now()) / 1000), strava);
  }
  throw new Error('the work never ends');
}
