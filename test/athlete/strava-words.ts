/** An athlete connected with a simulator of its own, everything fetched; what the runner says, and what comes of it. */
import { expect } from 'vitest';
import type { Athlete } from '../../src/athlete/athlete.ts';
import type { CorrectionChange } from '../../src/athlete/corrections.ts';
import { connect, newAthlete, now, type Simulator, simulator, worked } from './strava-connected.ts';

interface OnStrava {
  id: string;
  sportType: string;
  hasStreams: boolean;
}

export async function filled() {
  const strava = await simulator();
  const athlete = newAthlete();
  const { id: athleteId } = await connect(athlete, strava);
  await worked(athlete);
  const all = await strava.control<OnStrava[]>('GET', `athletes/${athleteId}/activities`);
  const run = all.find(({ sportType, hasStreams }) => sportType === 'Run' && hasStreams);
  const other = all.find(({ sportType }) => !/Run$/.test(sportType));
  const stravaId = run?.id ?? '';
  return {
    ...{ strava, athlete, athleteId, stravaId, otherId: `strava-${other?.id}` },
    id: `strava-${stravaId}`,
    event: (kind: 'activity-updated' | 'activity-deleted') =>
      athlete.stravaEvent(
        { kind, activityId: stravaId, ownerId: athleteId, eventTimeS: now().nowS },
        now(),
      ),
  };
}

export const answerOf = (athlete: DurableObjectStub<Athlete>, id: string) => athlete.run(now(), id);

/** All that a correction could change, in the run and around it. */
export async function stateOf(athlete: DurableObjectStub<Athlete>, id: string) {
  const answer = await answerOf(athlete, id);
  return {
    run: answer?.run,
    about: { ...answer?.about, shoes: null },
    activities: await athlete.activities(),
    weeks: (await athlete.dashboard(now(), null, null)).answer?.view.weeks,
  };
}

export async function corrected(
  athlete: DurableObjectStub<Athlete>,
  id: string,
  change: CorrectionChange,
): Promise<void> {
  expect(await athlete.correct(id, change, now())).toEqual({ ok: true, value: id });
}

export const callsFor = async (strava: Simulator, stravaId: string) =>
  (await strava.control<{ path: string }[]>('GET', 'requests')).filter(({ path }) =>
    path.endsWith(`/${stravaId}/streams`),
  ).length;

export const listed = async (athlete: DurableObjectStub<Athlete>, id: string) =>
  (await athlete.activities()).find((activity) => activity.id === id);
