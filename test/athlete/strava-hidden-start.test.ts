import { expect, test } from 'vitest';
import { addFitFile, connect, newAthlete, now, simulator, worked } from './strava-connected.ts';

const RUN = { segments: [{ speedMps: 3, distanceM: 6_400 }] };
/** Of yesterday: 06:40 and 17:00 in Berlin, whose clock Strava goes by here. */
const HOUR_S = 3600;
const yesterdayS = Math.floor(Date.now() / 1000 / 86_400) * 86_400 - 86_400;
const [MORNING_S, EVENING_S] = [yesterdayS + 5 * HOUR_S + 2400, yesterdayS + 15 * HOUR_S];

/** An athlete on Strava with runs of yesterday alone, their starts hidden. */
async function connected(startTimesS: readonly number[]) {
  const strava = await simulator({
    athletes: [{ firstName: 'Ada', lastName: 'Example', activities: 0 }],
  });
  const athlete = newAthlete();
  const [{ id } = { id: '' }] = await strava.control<{ id: string }[]>('GET', 'athletes');
  const onStrava: string[] = [];
  for (const startTimeS of startTimesS) {
    const activity = { name: 'From home', run: { ...RUN, startTimeS }, hidesStart: true };
    const path = `athletes/${id}/activities`;
    const added = await strava.control<{ id: string }>('POST', path, {
      ...activity,
      webhook: false,
    });
    onStrava.push(added.id);
  }
  await connect(athlete, strava);
  await worked(athlete);
  const runs = async () => (await athlete.runs(now(), null)).runs.map((run) => run.id).sort();
  return { strava, athlete, onStrava, runs };
}

test('a run whose start is hidden on Strava and that is here as a file counts once', async () => {
  const { strava, athlete, onStrava, runs } = await connected([MORNING_S]);
  expect(await runs()).toEqual([`strava-${onStrava[0]}`]);
  const fileId = await addFitFile(athlete, strava, onStrava[0] ?? '');
  expect(await runs()).toEqual([fileId]);
  const page = await athlete.run(now(), `strava-${onStrava[0]}`);
  expect(page?.run.id).toBe(fileId);
});

test('there and back with starts hidden are two runs, and two still with the file of one of them', async () => {
  const { strava, athlete, onStrava, runs } = await connected([MORNING_S, EVENING_S]);
  expect(await runs()).toEqual(onStrava.map((id) => `strava-${id}`).sort());
  const fileId = await addFitFile(athlete, strava, onStrava[1] ?? '');
  const both = await runs();
  expect(both).toHaveLength(2);
  expect(both).toContain(fileId);
  await addFitFile(athlete, strava, onStrava[0] ?? '');
  expect(await runs()).toHaveLength(2);
  expect((await runs()).filter((id) => id.startsWith('strava-'))).toEqual([]);
});
