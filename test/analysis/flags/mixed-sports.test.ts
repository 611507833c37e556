import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { diaryOf } from '../diary-builder.ts';
import { day, easyRuns, weeks } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

const played = (...days: readonly [daysLater: number, sport: string][]) =>
  diaryOf({
    otherSports: days.map(([n, sport]) => ({ date: day(n), sport, durationS: 3600 })),
  });
const mixed = (runs: readonly HistoryRun[], diary: ReturnType<typeof played>, last?: number) =>
  flagsOfRule('mixed-sports-week', runs, last, diary);
/** 20 km a week; day 69 is the last. */
const routine = weeks(10, (monday) => easyRuns([monday + 1, monday + 6], 10_000));

test('tennis in a week of as much running as usual is a note that names it', () => {
  expect(mixed(routine, played([65, 'tennis']))).toMatchObject([
    {
      date: day(65),
      level: 'note',
      quantity: 'distanceM',
      observed: 20_000,
      baselineLow: 20_000,
      baseline: 20_000,
      subject: 'tennis',
      window: { from: day(59), to: day(65) },
      runs: [`run-${day(62)}`, `run-${day(64)}`],
      evidence: ['clinical'],
    },
  ]);
});

test.each([
  ['soccer', 1],
  ['padel', 1],
  ['jumpRope', 1],
  ['cycling', 0],
  ['swimming', 0],
  ['hiking', 0],
])('%s: %s notes', (sport, count) => {
  expect(mixed(routine, played([65, sport]))).toHaveLength(count);
});

test('a week of less running than usual is none, one as full as the lower end of usual is', () => {
  const after = (metres: number) => [...routine, ...easyRuns([72, 76], metres)];
  expect(mixed(after(9999), played([76, 'tennis']))).toEqual([]);
  expect(mixed(after(10_000), played([76, 'tennis']))).toHaveLength(1);
});

test('a run six days after the match is in the same seven days, one of seven days after is not', () => {
  const runs = [...routine.slice(0, -3), ...easyRuns([66, 69], 10_000)];
  // The second run after the match makes the week as full as usual.
  expect(mixed(runs, played([63, 'tennis'])).map(({ date }) => date)).toEqual([day(69)]);
  expect(mixed(runs, played([62, 'tennis'])).map(({ date }) => date)).toEqual([]);
});

test('who plays every week is told once; after thirty days without it, again', () => {
  const long = weeks(20, (monday) => easyRuns([monday + 1, monday + 6], 10_000));
  const weekly = [65, 72, 79, 86].map((n): [number, string] => [n, 'tennis']);
  expect(mixed(long, played(...weekly)).map(({ date }) => date)).toEqual([day(65)]);
  // The last mixed day is the sixth after the last match.
  const again = (n: number) =>
    mixed(long, played(...weekly, [n, 'tennis'])).map(({ date }) => date);
  expect(again(92 + 30)).toEqual([day(65)]);
  expect(again(92 + 31)).toEqual([day(65), day(123)]);
});

test('without a usual range nothing is said', () => {
  expect(mixed(routine.slice(0, 6), played([20, 'tennis']), 25)).toEqual([]);
});
