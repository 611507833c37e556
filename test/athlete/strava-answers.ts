/** What a test of Strava's odd answers asks of the simulator. */
import { expect } from 'vitest';
import type { newAthlete, Simulator } from './strava-connected.ts';
import { later, workedAhead } from './strava-moved-clock.ts';

export const spoil = (strava: Simulator, faults: readonly object[]) =>
  strava.control('PUT', 'faults', { faults });

export async function newestRun(strava: Simulator, id: string) {
  const runs = await strava.control<{ id: string; hasStreams: boolean; sportType: string }[]>(
    'GET',
    `athletes/${id}/activities`,
  );
  return runs.find(({ hasStreams, sportType }) => hasStreams && sportType === 'Run')?.id as string;
}

export const streamCalls = async (strava: Simulator, activityId: string) =>
  (await strava.control<{ path: string }[]>('GET', 'requests')).filter(
    ({ path }) => path === `/api/v3/activities/${activityId}/streams`,
  ).length;

/** The course, asked for once so far, is asked for after an hour and after a day more, and then no longer. */
export async function isGivenUpAfterThree(
  athlete: ReturnType<typeof newAthlete>,
  strava: Simulator,
  activityId: string,
): Promise<void> {
  for (const [hours, calls] of [
    [2, 2],
    [25, 3],
    [25, 3],
    [25, 3],
  ] as const) {
    await later(hours * 3600, strava);
    await workedAhead(athlete, strava);
    expect(await streamCalls(strava, activityId)).toBe(calls);
  }
}
