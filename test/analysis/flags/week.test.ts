import { expect, test } from 'vitest';
import type { Flag, Quantity } from '../../../src/analysis/flags/flag.ts';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { day, easyRuns, FAST_MPS, recordedRun, type Stretch, weeks } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

/** Monday, Tuesday, Thursday, Friday, Sunday. */
const RUN_DAYS = [0, 1, 3, 4, 6];
const fiveRuns = (monday: number, stretches: readonly Stretch[]) =>
  RUN_DAYS.map((weekday) => recordedRun(day(monday + weekday), stretches));
const fiveEasyRuns = (monday: number, metres: number) => fiveRuns(monday, [{ metres }]);
/** Eight weeks of 5 × 10 km, the ninth begins on day 56. */
const eightWeeks = weeks(8, (monday) => fiveEasyRuns(monday, 10_000));

const weekFlags = (runs: readonly HistoryRun[], quantity: Quantity, last?: number) =>
  flagsOfRule('week-above-usual', runs, last).filter((flag) => flag.quantity === quantity);
const levels = (flags: readonly Flag[]) => flags.map(({ level }) => level);

/** The ninth week: its last run, and with it the week's total, is `lastM` longer than usual. */
const ninthWeek = (metres: number, lastM: number) => [
  ...easyRuns([56, 57, 59, 60], metres),
  recordedRun(day(62), lastM),
];

test.each([
  [15_000, []],
  [15_000.1, ['note']],
  [25_000, ['note']],
  [25_000.1, ['above']],
])('after weeks of 50 km, a week of 40 km and %s m raises %s', (lastM, expected) => {
  const flags = weekFlags([...eightWeeks, ...ninthWeek(10_000, lastM)], 'distanceM');
  expect(levels(flags)).toEqual(expected);
});

test('the flag carries its arithmetic', () => {
  const [flag] = weekFlags([...eightWeeks, ...ninthWeek(10_000, 20_000)], 'distanceM');
  expect(flag).toMatchObject({
    date: day(62),
    level: 'note',
    observed: 60_000,
    baseline: 50_000,
    baselineLow: 50_000,
    baselineDate: day(55),
    ratio: 1.2,
    window: { from: day(0), to: day(55) },
    runs: RUN_DAYS.map((weekday) => `run-${day(56 + weekday)}`),
    evidence: ['cohort'],
  });
  expect(flag?.threshold).toBeCloseTo(55_000);
});

test('where the floor decides, it is the threshold', () => {
  const fiveKm = weeks(8, (monday) => fiveEasyRuns(monday, 2000));
  const [flag] = weekFlags(
    [...fiveKm, ...easyRuns([56, 57, 59, 60], 2000), recordedRun(day(62), 8000)],
    'distanceM',
  );
  expect(flag).toMatchObject({ observed: 16_000, baseline: 10_000, threshold: 15_000 });
});

test('it counts the seven days up to the day, not the calendar week', () => {
  const [flag] = weekFlags([...eightWeeks, ...fiveEasyRuns(56, 12_000)], 'distanceM');
  // Friday and Sunday 10 km, Monday, Tuesday and Thursday 12 km.
  expect(flag).toMatchObject({ date: day(59), observed: 56_000 });
});

test.each([
  ['distanceM', 5000, { metres: 1000 }],
  ['ascentM', 50, { metres: 250, gradePercent: 4 }],
  ['uphillM', 500, { metres: 100, gradePercent: 6 }],
  ['fastM', 800, { metres: 160, speedMps: FAST_MPS }],
  ['loadAeKm', 5, { metres: 1000 }],
] as const)(
  '%s: a rise of less than %s is told by no flag, one of as much is',
  (quantity, floor, fifth) => {
    const base = fifth.metres;
    const stretches = (metres: number): Stretch[] => [{ metres: 2000 }, { ...fifth, metres }];
    const before = weeks(12, (monday) => fiveRuns(monday, stretches(base)));
    const raised = (rise: number) =>
      weekFlags([...before, ...fiveRuns(84, stretches(base * (1 + rise)))], quantity).length;
    expect(floor).toBeGreaterThan(0);
    expect(raised(0.99)).toBe(0);
    expect(raised(1.01)).toBe(1);
  },
);

test('a high week is told once, though every day of it lies beyond the range', () => {
  const runs = [...eightWeeks, ...fiveEasyRuns(56, 12_000), ...fiveEasyRuns(63, 12_000)];
  expect(weekFlags(runs, 'distanceM').map(({ date }) => date)).toEqual([day(59)]);
});

test('a rise by a level within the same week is told again', () => {
  const runs = [...eightWeeks, ...fiveEasyRuns(56, 12_000), ...fiveEasyRuns(63, 20_000)];
  expect(levels(weekFlags(runs, 'distanceM'))).toEqual(['note', 'above']);
});

test('a week that is high again in new seven days is told again', () => {
  const runs = [...eightWeeks, ...fiveEasyRuns(56, 12_000), ...fiveEasyRuns(63, 14_000)];
  expect(weekFlags(runs, 'distanceM').map(({ date }) => date)).toEqual([day(59), day(66)]);
});

test('three weeks of a new runner are never beyond a range they do not have', () => {
  const runs = [5000, 10_000, 20_000].flatMap((metres, week) => fiveEasyRuns(week * 7, metres));
  expect(flagsOfRule('week-above-usual', runs)).toEqual([]);
});
