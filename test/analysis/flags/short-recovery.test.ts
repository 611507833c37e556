import { expect, test } from 'vitest';
import type { CheckIn } from '../../../src/analysis/diary.ts';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { checkInOn, diaryOf } from '../diary-builder.ts';
import { day, easyRuns, FAST_MPS, recordedRun } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

const diaryWith = (...checkIns: CheckIn[]) => diaryOf({ checkIns });
const recovery = (runs: readonly HistoryRun[], diary = diaryOf()) =>
  flagsOfRule('short-recovery', runs, undefined, diary);
const hoursLater = (run: HistoryRun, first: HistoryRun, hours: number): HistoryRun => ({
  ...run,
  startTimeS: first.startTimeS + hours * 3600,
});
/** A long run among short ones that is no spike: 10 km every Sunday for six weeks. */
const weekly = Array.from({ length: 6 }, (_, week) => [
  ...easyRuns(
    [0, 1, 2, 3, 4].map((weekday) => week * 7 + weekday),
    5000,
  ),
  ...easyRuns([week * 7 + 6], 10_000),
]).flat();
const long = (daysLater: number, metres = 10_000) => recordedRun(day(daysLater), metres);
const first = long(48);

test('two high sessions less than two days apart are a note with the hours between them', () => {
  expect(recovery([...weekly, first, hoursLater(long(49), first, 24)])).toMatchObject([
    {
      date: day(49),
      level: 'note',
      quantity: 'hoursApart',
      observed: 24,
      threshold: 48,
      baselineDate: day(48),
      window: { from: day(48), to: day(49) },
      runs: [`run-${day(48)}`, `run-${day(49)}`],
      evidence: ['mechanics'],
      raisedBy: [],
    },
  ]);
});

test.each([
  [47.9, 1],
  [48, 0],
])('%s hours apart raise %s notes', (hours, count) => {
  expect(recovery([...weekly, first, hoursLater(long(50), first, hours)])).toHaveLength(count);
});

test.each([
  [71.9, 1],
  [72, 0],
])('with symptoms, %s hours apart raise %s flags above usual', (hours, count) => {
  const runs = [...weekly, first, hoursLater(long(51), first, hours)];
  const diary = diaryWith(checkInOn(day(49), { painDuring: 3 }));
  const flags = recovery(runs, diary);
  expect(flags).toHaveLength(count);
  for (const flag of flags) {
    expect(flag).toMatchObject({ level: 'above', threshold: 72, raisedBy: ['symptoms'] });
  }
});

test.each([
  [2, 'note'],
  [3, 'above'],
])('pain %s of 10 the day before makes it %s', (painAfter, level) => {
  const runs = [...weekly, first, hoursLater(long(49), first, 24)];
  expect(recovery(runs, diaryWith(checkInOn(day(48), { painAfter })))).toMatchObject([{ level }]);
});

test('stiffer mornings are symptoms too', () => {
  const mornings = Array.from({ length: 10 }, (_, n) => checkInOn(day(38 + n), { stiffness: 1 }));
  const runs = [...weekly, first, hoursLater(long(51), first, 71)];
  expect(recovery(runs, diaryWith(...mornings, checkInOn(day(49), { stiffness: 2 })))).toEqual([]);
  const stiffer = diaryWith(...mornings, checkInOn(day(49), { stiffness: 3 }));
  expect(recovery(runs, stiffer)).toHaveLength(1);
});

test('what is said the day after changes nothing', () => {
  const runs = [...weekly, first, hoursLater(long(49), first, 24)];
  const diary = diaryWith(checkInOn(day(50), { painAfter: 8 }));
  expect(flagsOfRule('short-recovery', runs, 52, diary)).toMatchObject([{ level: 'note' }]);
});

test('a run between them that is not high does not part them', () => {
  const easy = hoursLater(long(49, 5000), first, 24);
  const runs = [...weekly, first, easy, hoursLater(long(50), first, 47)];
  expect(recovery(runs).map(({ runs: ids }) => ids)).toEqual([
    [`run-${day(48)}`, `run-${day(50)}`],
  ]);
});

// Loads are kilometres here. Before the second run lie thirty of 5 and seven of 10: 5 is the quantile at 80 %, and 6.5 is 1.3 times the median.
test.each([
  [6499, 0],
  [6501, 1],
])('%s m after a long run make %s notes: high begins at 1.3 times the median', (metres, count) => {
  expect(recovery([...weekly, first, hoursLater(long(49, metres), first, 24)])).toHaveLength(count);
});

test('among runs of which more than a fifth are long, a middling one is not high', () => {
  const often = Array.from({ length: 6 }, (_, week) => [
    ...easyRuns(
      [0, 2, 4].map((weekday) => week * 7 + weekday),
      5000,
    ),
    ...easyRuns([week * 7 + 6], 10_000),
  ]).flat();
  const second = (metres: number) => [...often, first, hoursLater(long(49, metres), first, 24)];
  // 28 % are long: the quantile at 80 % is one of them, that at 70 % is not.
  expect(recovery(second(9900))).toEqual([]);
  expect(recovery(second(10_000))).toHaveLength(1);
});

test('seven runs before are too few to know which is high, eight are enough', () => {
  const after = (count: number) => [
    ...easyRuns(
      Array.from({ length: count - 1 }, (_, n) => 30 + 2 * n),
      5000,
    ),
    // Long enough that the runs judged are no spikes.
    long(29),
    first,
    hoursLater(long(49), first, 24),
  ];
  expect(recovery(after(7))).toEqual([]);
  expect(recovery(after(8))).toHaveLength(1);
});

test('a run of fifty-six days before is the eighth of them, one of fifty-seven is forgotten', () => {
  const after = (oldest: number) => [
    ...easyRuns([oldest, 20, 25, 30, 35, 40, 45], 5000),
    // Twice the longest of thirty days: a spike, and so a high session whatever the loads.
    long(59),
    hoursLater(long(60), long(59), 24),
  ];
  expect(recovery(after(4))).toHaveLength(1);
  expect(recovery(after(3))).toEqual([]);
});

test('a spike of speed is a high session whatever its load', () => {
  const intervals = recordedRun(day(49), [{ metres: 3000 }, { metres: 1500, speedMps: FAST_MPS }]);
  const runs = [...weekly, first, hoursLater(intervals, first, 24)];
  expect(recovery(runs)).toHaveLength(1);
  const easy = recordedRun(day(49), 4500);
  expect(recovery([...weekly, first, hoursLater(easy, first, 24)])).toEqual([]);
});
