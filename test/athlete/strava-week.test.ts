/**
 * Ten athletes of one app over nine days. `npm run proof:strava-week` does it with a year of each and Strava's own limits;
 * here there is less of both.
 */
import { afterEach, expect, inject, test, vi } from 'vitest';
import type { RequestEntry } from '../../fixtures/strava-simulator/journal.ts';
import type { RateLimits } from '../../fixtures/strava-simulator/rate-limits.ts';
import { now, statusOf } from './strava-connected.ts';
import {
  coursesOf,
  DAY_S,
  HOUR_S,
  hint,
  join,
  type KeptCourse,
  liveUntil,
  type Member,
  requestsOf,
  startWeek,
  type Week,
} from './strava-week.ts';

const QUARTER_S = HOUR_S / 4;
const DAYS = 9;
const WITHIN_DAYS = 360;
const FLAG_DAYS = 60;
/** Hours within which every athlete has the courses of the last 60 days. */
const COMPLETE_WITHIN_H = 4;
const LOOK_EVERY_H = 3;

afterEach(() => void vi.useRealTimers());

test('ten athletes of one app for nine days: within the limits, in turn, refreshed while they come, gone when they do not', async () => {
  const { activities, limits } = inject('stravaWeek');
  const week = await startWeek(10, { activities, withinDays: WITHIN_DAYS }, limits);
  for (let early = 0; early < 7; early++) await join(week);
  // In the middle of a quarter-hour, when the calls of this one are used up.
  await liveUntil(week, week.startS + HOUR_S + QUARTER_S / 2);
  for (let late = 7; late < 10; late++) await join(week);
  // Whatever the others have used up, a list comes at once.
  await liveUntil(week, now().nowS);
  for (const { stub } of week.members) expect((await statusOf(stub)).backfill.listed).not.toBe(0);
  const recent = await idsSince(week, FLAG_DAYS - 1, hasCourse);
  // What is on the border by the time it is fetched may be either.
  const notOlder = await idsSince(week, FLAG_DAYS + 1, isVisible);
  const absent = week.members.slice(4, 6);
  const present = week.members.filter((member) => !absent.includes(member));

  await liveUntil(week, week.startS + COMPLETE_WITHIN_H * HOUR_S);
  const early = await requestsOf(week);
  for (const [member, ids] of recent) expect(fetchedIn(early, ids, member)).toBe(ids.length);
  expectInTurn(early, recent, notOlder);

  const watch = watched(present);
  for (let hour = 2 * LOOK_EVERY_H; hour <= DAYS * 24; hour += LOOK_EVERY_H) {
    if (hour % 24 === 0) for (const member of present) await aDayOf(week, member, hour / 24);
    await liveUntil(week, week.startS + hour * HOUR_S);
    await watch.look();
  }

  for (const member of present) await expectAsOnStrava(week, member);
  await expectGone(week, absent);
  const requests = await requestsOf(week);
  expectWithin(limits, requests, week);
  expect(await week.strava.control('GET', 'violations')).toEqual([]);
  console.info(
    `${requests.filter(isCounted).length} calls; ${watch.lost()} courses not refreshed in time`,
  );
  expect(watch.lost()).toBe(0);
}, 600_000);

interface OnStrava {
  id: string;
  name: string;
  sportType: string;
  startTimeS: number;
  hasStreams: boolean;
  visibility: string;
}

const onStrava = (week: Week, { stravaId }: Member) =>
  week.strava.control<OnStrava[]>('GET', `athletes/${stravaId}/activities`);

const isVisible = ({ visibility }: OnStrava) => visibility !== 'only_me';
const hasCourse = (activity: OnStrava) =>
  isVisible(activity) && activity.sportType.endsWith('Run') && activity.hasStreams;

async function idsSince(
  week: Week,
  days: number,
  isMeant: (activity: OnStrava) => boolean,
): Promise<Map<Member, string[]>> {
  const sinceS = week.startS - days * DAY_S;
  const runs = await Promise.all(
    week.members.map(async (member): Promise<[Member, string[]]> => {
      const all = await onStrava(week, member);
      const recent = all.filter((each) => isMeant(each) && each.startTimeS >= sinceS);
      return [member, recent.map(({ id }) => id)];
    }),
  );
  return new Map(runs);
}

const streamsOf = ({ path }: RequestEntry): string | null =>
  /\/activities\/(\d+)\/streams$/.exec(path)?.[1] ?? null;

const fetchedIn = (
  requests: readonly RequestEntry[],
  ids: readonly string[],
  { stravaId }: Member,
) =>
  requests.filter(
    (request) => request.athleteId === stravaId && ids.includes(streamsOf(request) ?? ''),
  ).length;

/** No older course of anyone while one of the last 60 days is wanting of somebody who is here. */
function expectInTurn(
  requests: readonly RequestEntry[],
  recent: ReadonlyMap<Member, string[]>,
  notOlder: ReadonlyMap<Member, string[]>,
): void {
  const older = new Set(requests.map((request) => streamsOf(request) ?? ''));
  for (const id of ['', ...[...notOlder.values()].flat()]) older.delete(id);
  const places = new Map(requests.map((request, place) => [streamsOf(request) ?? '', place]));
  const spans = [...recent].map(([{ joinedAfter }, ids]) => ({
    fromPlace: joinedAfter,
    toPlace: Math.max(...ids.map((id) => places.get(id) ?? Number.POSITIVE_INFINITY)),
  }));
  const tooEarly = [...older].filter((id) => {
    const place = places.get(id) as number;
    return spans.some(({ fromPlace, toPlace }) => place >= fromPlace && place < toPlace);
  });
  expect(tooEarly).toEqual([]);
  expect(older.size).toBeGreaterThan(0);
}

const changesMuch = ({ members }: Week, member: Member): boolean =>
  members.indexOf(member) % 3 === 0;

/** Somebody comes by. Some have added a run, renamed one and deleted one; Strava tells of it every other day. */
async function aDayOf(week: Week, member: Member, day: number): Promise<void> {
  const { strava } = week;
  await member.stub.stravaStatus(now());
  if (!changesMuch(week, member)) return;
  const before = (await onStrava(week, member)).filter(hasCourse);
  const [renamed, deleted] = [before[1]?.id ?? '', before[before.length >> 1]?.id ?? ''];
  const { id: added } = await strava.control<{ id: string }>(
    'POST',
    `athletes/${member.stravaId}/activities`,
    { name: `Day ${day}`, run: { segments: [{ speedMps: 3, distanceM: 2000 }] }, webhook: false },
  );
  await strava.control('POST', `activities/${renamed}`, { name: `Renamed ${day}`, webhook: false });
  await strava.control('DELETE', `activities/${deleted}`, { webhook: false });
  if (day % 2 === 0) return;
  await hint(week, member, 'activity-created', added);
  await hint(week, member, 'activity-updated', renamed);
  await hint(week, member, 'activity-deleted', deleted);
}

/** Which courses were kept once and are not any more, though Strava still has them. */
function watched(members: readonly Member[]) {
  const kept = new Map<Member, Map<string, KeptCourse>>();
  const gone = new Map<Member, Set<string>>(members.map((member) => [member, new Set()]));
  return {
    async look() {
      for (const member of members) {
        const courses = new Map((await coursesOf(member)).map((course) => [course.id, course]));
        for (const { endsS } of courses.values()) expect(endsS).toBeGreaterThan(now().nowS);
        for (const id of kept.get(member)?.keys() ?? []) {
          if (!courses.has(id)) gone.get(member)?.add(id);
        }
        kept.set(member, courses);
      }
    },
    /** Deleted activities never come back. */
    lost: () =>
      members.flatMap((member) =>
        [...(gone.get(member) ?? [])].filter((id) => kept.get(member)?.has(id)),
      ).length,
  };
}

async function expectAsOnStrava(week: Week, member: Member): Promise<void> {
  const there = (await onStrava(week, member)).filter(isVisible);
  // What was changed silently in the last hours is for the next listing.
  const sinceS = now().nowS - 365 * DAY_S;
  const runs = there.filter((each) => hasCourse(each) && each.startTimeS > sinceS);
  const courses = new Set((await coursesOf(member)).map(({ id }) => id));
  const missing = runs.filter(({ id, name }) => !courses.has(id) && !name.startsWith('Day'));
  expect(missing).toEqual([]);
  if (changesMuch(week, member)) {
    const renamed = there.find(({ name }) => name === `Renamed ${DAYS - 1}`);
    const page = await member.stub.run(now(), `strava-${renamed?.id}`);
    expect(page?.source.strava?.name).toBe(`Renamed ${DAYS - 1}`);
  }
  const { expiresAtS } = await statusOf(member.stub);
  expect(expiresAtS ?? 0).toBeGreaterThan(now().nowS);
}

/** Nothing is asked for who has not come for seven days, and seven days later nothing is left. */
async function expectGone(week: Week, absent: Member[]): Promise<void> {
  const alone = { ...week, members: absent };
  await liveUntil(alone, week.startS + 14 * DAY_S);
  const late = (await requestsOf(week)).filter(
    ({ athleteId, atMs }) =>
      atMs / 1000 > week.startS + 7 * DAY_S + HOUR_S &&
      absent.some(({ stravaId }) => stravaId === athleteId),
  );
  expect(late).toEqual([]);
  for (const { stub } of absent) expect((await stub.runs(now(), null)).runs).toEqual([]);
}

const isCounted = ({ path }: RequestEntry) => path.startsWith('/api/v3/');

function expectWithin(limits: RateLimits, requests: readonly RequestEntry[], week: Week): void {
  const isPrompt = ({ path, atMs }: RequestEntry) => {
    const id = /\/activities\/(\d+)/.exec(path)?.[1] ?? '';
    const isFirstList =
      path.endsWith('/athlete/activities') && atMs / 1000 < week.startS + 2 * HOUR_S;
    return isFirstList || atMs / 1000 >= (week.hinted.get(id) ?? Number.POSITIVE_INFINITY);
  };
  for (const [span, seconds] of [
    ['quarterHour', QUARTER_S],
    ['day', DAY_S],
  ] as const) {
    const all = new Map<number, number>();
    const background = new Map<number, number>();
    for (const request of requests.filter(isCounted)) {
      const window = Math.floor(request.atMs / 1000 / seconds);
      all.set(window, (all.get(window) ?? 0) + 1);
      if (!isPrompt(request)) background.set(window, (background.get(window) ?? 0) + 1);
    }
    const limit = limits.read[span];
    expect(Math.max(...all.values())).toBeLessThanOrEqual(limit);
    expect(Math.max(...background.values())).toBeLessThanOrEqual(limit * 0.8);
    // Nothing is shown by limits that nobody comes near to.
    expect(Math.max(...background.values())).toBeGreaterThan(limit * 0.6);
  }
}
