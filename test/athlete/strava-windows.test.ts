/**
 * How long a back-fill takes when nothing but Strava's limits holds it up. `npm run proof:backfill` does it with a thousand
 * activities and Strava's own limits; here there is less of both.
 */
import { afterEach, expect, inject, test, vi } from 'vitest';
import { now, statusOf } from './strava-connected.ts';
import { DAY_S, HOUR_S, join, liveUntil, requestsOf, startWeek } from './strava-week.ts';

const BACKGROUND = 0.8;
const QUARTER_S = HOUR_S / 4;

afterEach(() => void vi.useRealTimers());

test('a back-fill takes every call that the limits leave to it, in every quarter-hour of every day until it is done', async () => {
  const { activities, limits } = inject('stravaBackfill');
  const week = await startWeek(1, { activities, withinDays: 360 }, limits);
  const { stub } = await join(week);
  do await liveUntil(week, now().nowS + HOUR_S);
  while ((await statusOf(stub)).backfill.toDetail > 0);
  const { listed, withDetail } = (await statusOf(stub)).backfill;
  // Not those that only the runner sees.
  expect(listed).toBe(activities - Math.ceil((activities - 14) / 60));

  const atS = (await requestsOf(week))
    .filter(({ path }) => path.startsWith('/api/v3/'))
    .map(({ atMs }) => atMs / 1000);
  const perDay = Math.floor(limits.read.day * BACKGROUND);
  const perQuarter = Math.floor(limits.read.quarterHour * BACKGROUND);
  const days = [...countedBy(atS, DAY_S).values()];
  expect(days).toEqual(filled(atS.length, perDay));
  const quarters = countedBy(atS, QUARTER_S);
  expect([...quarters.values()]).toEqual(days.flatMap((calls) => filled(calls, perQuarter)));
  const used = [...quarters.keys()];
  const gaps = used.slice(1).filter((quarter, index) => quarter !== (used[index] as number) + 1);
  expect(gaps).toHaveLength(days.length - 1);
  expect(gaps.every((quarter) => (quarter * QUARTER_S) % DAY_S === 0)).toBe(true);
  expect(await week.strava.control('GET', 'violations')).toEqual([]);
  const hours = ((atS.at(-1) ?? 0) - week.startS) / HOUR_S;
  console.info(
    `${activities} activities, ${withDetail} runs: ${atS.length} calls in ${used.length} quarter-hours of ${days.length} days ` +
      `(${perQuarter} and ${perDay} calls at most), the fewest there can be; over after ${hours.toFixed(2)} h`,
  );
}, 600_000);

function countedBy(atS: readonly number[], seconds: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const each of atS) {
    const window = Math.floor(each / seconds);
    counts.set(window, (counts.get(window) ?? 0) + 1);
  }
  return counts;
}

/** So many calls in the fewest windows. */
function filled(calls: number, most: number): number[] {
  const windows = Math.ceil(calls / most);
  return Array.from({ length: windows }, (_, index) => Math.min(most, calls - index * most));
}
