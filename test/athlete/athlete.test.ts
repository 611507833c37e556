import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { analyseFile } from '../../src/athlete/analyse-file.ts';
import { type AnalysedFile, NO_CONTEXT } from '../../src/athlete/analysed-file.ts';
import type { Athlete } from '../../src/athlete/athlete.ts';
import type { RequestClock } from '../../src/athlete/runner-clock.ts';
import { runOn } from '../routes/watch-files.ts';

const clockOn = (day: number): RequestClock => ({
  nowS: Date.UTC(2026, 2, 2 + day, 12) / 1000,
  timeZone: 'UTC',
});

function analysedFile(bytes: Uint8Array, sha256: string): AnalysedFile {
  const activities = analyseFile(bytes);
  if (!activities.ok) throw new Error(activities.error.message);
  const [storedAs, name, sizeBytes] = [`athletes/test/${sha256}`, 'run.fit', bytes.length];
  return { sha256, storedAs, name, sizeBytes, about: NO_CONTEXT, activities: activities.value };
}

async function athleteWith(runs: readonly (readonly [day: number, distanceM: number])[]) {
  const athlete = env.ATHLETE.getByName(crypto.randomUUID());
  for (const [day, distanceM] of runs) {
    const file = analysedFile(runOn(day, distanceM), `${day}-${distanceM}`);
    await athlete.addFile(file, clockOn(day), null);
  }
  return athlete;
}

/** The dashboard as a caller sees it who has seen none before. */
async function viewOf(
  athlete: DurableObjectStub<Athlete>,
  clock: RequestClock,
  on: LocalDate | null = null,
) {
  const { answer } = await athlete.dashboard(clock, on, null);
  if (answer === null) throw new Error('nothing was known, nothing was told');
  return answer.view;
}

const spikeOf = { rule: 'session-distance-spike', quantity: 'distanceM' } as const;
const REGULAR = [0, 4, 8, 12, 16, 20, 24].map((day) => [day, 11_000] as const);

test('the tables are made once and survive eviction', async () => {
  const athlete = await athleteWith([[0, 5_000]]);
  const version = () =>
    runInDurableObject(athlete, (_, { storage }) =>
      storage.sql.exec('SELECT version FROM schema_version').toArray(),
    );
  const before = await version();
  await evictDurableObject(athlete);
  expect(await version()).toEqual(before);
  expect(await athlete.activities()).toHaveLength(1);
});

test('today is the runner’s own day', async () => {
  const athlete = await athleteWith([[0, 5_000]]);
  const lateEvening = { nowS: Date.UTC(2026, 2, 3, 22, 30) / 1000, timeZone: 'Asia/Tokyo' };
  expect((await viewOf(athlete, lateEvening)).today).toBe('2026-03-04');
  await athlete.changeSettings({ timeZone: 'Europe/London' });
  expect((await viewOf(athlete, lateEvening)).today).toBe('2026-03-03');
});

test('a past day is shown as it was known then', async () => {
  const athlete = await athleteWith([...REGULAR, [28, 14_200]]);
  const rules = async (on: string) =>
    (await viewOf(athlete, clockOn(29), on as LocalDate)).flags.map((flag) => flag.rule);
  expect(await rules('2026-03-30')).toContain('session-distance-spike');
  expect(await rules('2026-03-29')).not.toContain('session-distance-spike');
});

test('a day to come is shown as today', async () => {
  const athlete = await athleteWith(REGULAR);
  const today = await viewOf(athlete, clockOn(26));
  expect(await viewOf(athlete, clockOn(26), '2026-03-29' as LocalDate)).toEqual(today);
});

test('a new run is judged at once, without waiting for another day', async () => {
  const athlete = await athleteWith(REGULAR);
  const flags = async () => (await viewOf(athlete, clockOn(28))).flags;
  expect(await flags()).toEqual([]);
  await athlete.addFile(analysedFile(runOn(28, 14_200), 'spike'), clockOn(28), null);
  expect((await flags())[0]?.rule).toBe('session-distance-spike');
});

test('hiding the flag of one run does not hide that of the next', async () => {
  const athlete = await athleteWith([...REGULAR, [28, 14_200], [30, 16_200]]);
  const spikeDates = async () =>
    (await viewOf(athlete, clockOn(30))).flags
      .filter((flag) => flag.rule === spikeOf.rule)
      .map((flag) => flag.date);
  expect((await spikeDates()).sort()).toEqual(['2026-03-30', '2026-04-01']);
  await athlete.hideFlag(
    { ...spikeOf, date: '2026-03-30' as LocalDate, level: 'above' },
    clockOn(30),
  );
  expect(await spikeDates()).toEqual(['2026-04-01']);
});

test('hiding a weekly flag hides it on the days after too, and no other quantity', async () => {
  const weeks = Array.from({ length: 8 }, (_, week) => [0, 2, 4].map((day) => 7 * week + day));
  const athlete = await athleteWith(
    [...weeks.flat(), 56, 57, 58, 59, 60].map((day) => [day, 8_000] as const),
  );
  const weekly = async (day: number) =>
    (await viewOf(athlete, clockOn(day))).flags
      .filter((flag) => flag.rule === 'week-above-usual')
      .map((flag) => `${flag.quantity} ${flag.date}`);
  expect(await weekly(60)).toContain('distanceM 2026-05-01');
  expect(await weekly(61)).toContain('distanceM 2026-05-02');
  const flag = { rule: 'week-above-usual', quantity: 'distanceM' } as const;
  const seen = { ...flag, date: '2026-05-01' as LocalDate, level: 'well-above' } as const;
  await athlete.hideFlag(seen, clockOn(60));
  expect(await weekly(60)).toEqual(['loadAeKm 2026-05-01']);
  expect(await weekly(61)).toEqual(['loadAeKm 2026-05-02']);
  await athlete.showFlag({ ...flag, date: '2026-05-02' as LocalDate });
  expect(await weekly(61)).toContain('distanceM 2026-05-02');
});

test('a hidden flag that has become worse than the runner saw it is shown again', async () => {
  const athlete = await athleteWith([...REGULAR, [28, 14_200]]);
  const spike = async () =>
    (await viewOf(athlete, clockOn(28))).flags.find((flag) => flag.rule === spikeOf.rule);
  expect((await spike())?.level).toBe('above');
  const date = '2026-03-30' as LocalDate;
  await athlete.hideFlag({ ...spikeOf, date, level: 'note' }, clockOn(28));
  expect(await spike()).toBeDefined();
  await athlete.hideFlag({ ...spikeOf, date, level: 'above' }, clockOn(28));
  expect(await spike()).toBeUndefined();
});

test('a flag is hidden for seven days, then it is shown again if it still holds', async () => {
  const athlete = await athleteWith([...REGULAR, [28, 14_200]]);
  const isShown = async (day: number, on: LocalDate | null = null) =>
    (await viewOf(athlete, clockOn(day), on)).flags.some((flag) => flag.rule === spikeOf.rule);
  const date = '2026-03-30' as LocalDate;
  await athlete.hideFlag({ ...spikeOf, date, level: 'above' }, clockOn(28));
  expect(await isShown(28)).toBe(false);
  expect(await isShown(34)).toBe(false);
  expect(await isShown(35, date)).toBe(true);
});

test('a run knows its neighbours in time, its flags and how its file was called', async () => {
  const athlete = await athleteWith([...REGULAR, [28, 14_200]]);
  const ids = (await athlete.activities()).map((activity) => activity.id);
  const answer = await athlete.run(clockOn(28), ids[0] ?? '');
  expect(answer?.run).toMatchObject({ previousId: ids[1], nextId: null, localDate: '2026-03-30' });
  expect(answer?.run.flags.map((flag) => flag.rule)).toContain('session-distance-spike');
  expect(answer?.source).toEqual({
    fileName: 'run.fit',
    storedAs: 'athletes/test/28-14200',
    sessionIndex: 0,
    utcOffsetS: 3600,
    corrections: {},
    warnings: [],
    strava: null,
  });
  expect(await athlete.run(clockOn(28), 'unknown')).toBeNull();
});

test('a second recording of a run leads to the one that counts', async () => {
  const athlete = await athleteWith([[0, 5_000]]);
  const other = analysedFile(runOn(0, 5_000, { recording: 'every-second' }), 'richer');
  const { outcomes } = await athlete.addFile(other, clockOn(0), null);
  const richer = outcomes[0]?.activity.id ?? '';
  const poorer = outcomes[0]?.replaces ?? [];
  expect(poorer).toHaveLength(1);
  for (const id of [richer, ...poorer]) {
    expect((await athlete.run(clockOn(0), id))?.run.id).toBe(richer);
  }
  expect((await viewOf(athlete, clockOn(0))).status.runCount).toBe(1);
});

test('the list of runs shows the year asked for, else the newest', async () => {
  const athlete = await athleteWith([
    [-100, 5_000],
    [0, 6_000],
  ]);
  const distances = async (year: number | null) => {
    const answer = await athlete.runs(clockOn(1), year);
    return [answer.year, answer.years, answer.runs.map((run) => run.distanceM)];
  };
  expect(await distances(2025)).toEqual([2025, [2026, 2025], [5_000]]);
  expect(await distances(null)).toEqual([2026, [2026, 2025], [6_000]]);
  expect(await distances(1999)).toEqual([2026, [2026, 2025], [6_000]]);
});

test('a run whose clock was wrong stays in the list of its year, and that year is not the first shown', async () => {
  const athlete = await athleteWith([
    [0, 6_000],
    [700, 5_000],
  ]);
  const listed = async (year: number | null) => {
    const answer = await athlete.runs(clockOn(1), year);
    return [answer.year, answer.years, answer.runs.map((run) => [run.distanceM, run.leftOut])];
  };
  expect(await listed(null)).toEqual([2026, [2028, 2026], [[6_000, null]]]);
  expect(await listed(2028)).toEqual([2028, [2028, 2026], [[5_000, 'wrong-clock']]]);
  const lost = await athleteWith([[700, 5_000]]);
  expect((await lost.runs(clockOn(1), null)).year).toBe(2028);
});

test('the hint for an own fast pace is 1.25 times the usual speed, once there are enough runs', async () => {
  const few = await athleteWith(REGULAR.slice(0, 3));
  expect((await few.fastThresholds(clockOn(30))).usualMps).toBeNull();
  const enough = await athleteWith(REGULAR);
  expect((await enough.fastThresholds(clockOn(30))).usualMps).toBeCloseTo(1.25 * 2.78, 1);
});

test('a dashboard the caller knows is not told again, until a run, a setting, a hidden flag or the day changes it', async () => {
  const athlete = await athleteWith([...REGULAR, [28, 14_200]]);
  let { version } = await athlete.dashboard(clockOn(28), null, null);
  const isToldAgain = async (clock = clockOn(28)) => {
    const answer = await athlete.dashboard(clock, null, version);
    version = answer.version;
    return answer.answer !== null;
  };
  const flag = { ...spikeOf, date: '2026-03-30' as LocalDate };
  expect(await isToldAgain()).toBe(false);
  await athlete.hideFlag({ ...flag, level: 'above' }, clockOn(28));
  expect(await isToldAgain()).toBe(true);
  await athlete.showFlag(flag);
  expect(await isToldAgain()).toBe(true);
  await athlete.changeSettings({ units: 'mi' });
  expect(await isToldAgain()).toBe(true);
  const [newest] = await athlete.activities();
  await athlete.deleteActivity(newest?.id ?? '', clockOn(28).nowS);
  expect(await isToldAgain()).toBe(true);
  await athlete.addFile(analysedFile(runOn(29, 3_000), 'new'), clockOn(28), null);
  expect(await isToldAgain()).toBe(true);
  expect(await isToldAgain(clockOn(29))).toBe(true);
  await evictDurableObject(athlete);
  expect(await isToldAgain(clockOn(29))).toBe(true);
  expect(await isToldAgain(clockOn(29))).toBe(false);
});
