/** What a test of Strava's odd answers asks of the simulator. */
import type { Simulator } from './strava-connected.ts';

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
