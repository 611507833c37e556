import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { day, easyRuns, recordedRun, treadmillRun, USUAL_MPS } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

const introduced = (runs: readonly HistoryRun[]) => flagsOfRule('hill-sprints-introduced', runs);
/** Efforts uphill of so many times usual speed, grade-adjusted. */
function withEfforts(daysLater: number, ratios: readonly number[]): HistoryRun {
  const run = recordedRun(day(daysLater), 5000);
  const effortsMps = ratios.map((ratio) => ratio * USUAL_MPS);
  const hills = run.exposure.hills && { ...run.exposure.hills, effortsMps };
  return { ...run, exposure: { ...run.exposure, hills } };
}
const sprints = (daysLater: number, count: number) =>
  withEfforts(
    daysLater,
    Array.from({ length: count }, () => 1.5),
  );
const easy = easyRuns([0, 2, 4, 6, 8, 10, 12, 14, 16], 5000);

test.each([
  [2, 0],
  [3, 1],
])('%s hill sprints after none raise %s notes', (count, flags) => {
  expect(introduced([...easy, sprints(18, count)])).toHaveLength(flags);
});

test('the note tells how many', () => {
  expect(introduced([...easy, sprints(18, 6)])).toMatchObject([
    {
      date: day(18),
      level: 'note',
      quantity: 'hillSprints',
      observed: 6,
      threshold: 3,
      ratio: null,
    },
  ]);
});

test('an effort below 1.4 times usual speed is no sprint', () => {
  expect(introduced([...easy, withEfforts(18, [1.5, 1.5, 1.39])])).toEqual([]);
  expect(introduced([...easy, withEfforts(18, [1.5, 1.5, 1.41])])).toHaveLength(1);
});

test('a single sprint in the thirty days before means that they are not new', () => {
  const since = (daysLater: number) => [
    ...easy,
    sprints(17, 1),
    ...easyRuns([22, 27, 32, 37, 42], 5000),
    sprints(daysLater, 5),
  ];
  expect(introduced(since(47))).toEqual([]);
  expect(introduced(since(48))).toHaveLength(1);
});

test('treadmill runs tell of no hills: four outdoors are needed to know that there were none', () => {
  const indoors = [12, 14, 16].map((n) => treadmillRun(day(n), 5000));
  const before = easyRuns([0, 2, 4, 6, 8], 5000);
  expect(introduced([...before, ...indoors, sprints(18, 5)])).toEqual([]);
  const outdoors = easyRuns([9, 10, 11, 13], 5000);
  expect(introduced([...before, ...outdoors, ...indoors, sprints(18, 5)])).toHaveLength(1);
});
