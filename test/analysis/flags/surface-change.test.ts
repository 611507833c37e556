import { expect, test } from 'vitest';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import type { Surface } from '../../../src/analysis/surface.ts';
import { day, easyRuns, recordedRun, treadmillRun } from '../history-builder.ts';
import { flagsOfRule } from './judged-flags.ts';

const changes = (runs: readonly HistoryRun[]) => flagsOfRule('surface-change', runs);
const on = (surface: Surface | null, daysLater: number, metres = 5000): HistoryRun => ({
  ...recordedRun(day(daysLater), metres),
  surface,
});
const road = [0, 5, 10, 15].map((n) => on('road', n));

test('the first run on another surface in thirty days is a note that names it', () => {
  expect(changes([...road, on('trail', 20)])).toMatchObject([
    {
      date: day(20),
      level: 'note',
      quantity: 'surfaceM',
      observed: 5000,
      threshold: 3000,
      baseline: null,
      subject: 'trail',
      window: { from: day(-10), to: day(19) },
      evidence: ['clinical'],
    },
  ]);
});

test.each([
  [2999, 0],
  [3000, 1],
])(
  'after runs of 5 km, %s m on the track raise %s notes: less than 60 % is a trial',
  (metres, count) => {
    expect(changes([...road, on('track', 20, metres)])).toHaveLength(count);
  },
);

test('thirty days later the surface is remembered, after thirty-one it is new again', () => {
  const between = [22, 28, 34, 40].map((n) => on('road', n));
  const dates = (daysLater: number) =>
    changes([...road, on('trail', 20), ...between, on('trail', daysLater)]).map(({ date }) => date);
  expect(dates(50)).toEqual([day(20)]);
  expect(dates(51)).toEqual([day(20), day(51)]);
});

test('four runs known to be elsewhere are needed, and none that may have been there', () => {
  expect(changes([...road.slice(1), on('trail', 20)])).toEqual([]);
  expect(changes([...road, on('trail', 20)])).toHaveLength(1);
  expect(changes([...road, on(null, 17), on('trail', 20)])).toEqual([]);
});

test('a run of which nobody says the surface is no change', () => {
  expect(changes([...road, on(null, 20)])).toEqual([]);
});

test('a treadmill after runs outdoors is one, by what the watch says', () => {
  const outdoors = easyRuns([0, 5, 10, 15], 5000);
  expect(changes([...outdoors, treadmillRun(day(20), 5000)])).toMatchObject([
    { subject: 'treadmill' },
  ]);
});

test('the runner’s word goes before the watch’s', () => {
  const saidRoad = { ...treadmillRun(day(20), 5000), surface: 'road' as const };
  expect(changes([...road, saidRoad])).toEqual([]);
});

test('two runs of one day on the new surface are one change, on two new surfaces two', () => {
  const later = (run: HistoryRun) => ({ ...run, id: 'b', startTimeS: run.startTimeS + 20_000 });
  expect(changes([...road, on('trail', 20), later(on('trail', 20))])).toHaveLength(1);
  expect(changes([...road, on('trail', 20), later(on('track', 20))])).toHaveLength(2);
});
