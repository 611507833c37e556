import { expect, test } from 'vitest';
import { countedRuns } from '../../src/analysis/counted-runs.ts';
import type { LocalDate } from '../../src/analysis/local-date.ts';
import { day, manualRun, recordedRun } from './history-builder.ts';

const TODAY = day(10);
const START_S = 1_768_000_000;
const recording = (id: string, metres: number, secondsLater: number, sampleCount = 1800) =>
  recordedRun(day(5), metres, { id, startTimeS: START_S + secondsLater, sampleCount });
const countedIds = (...runs: Parameters<typeof countedRuns>[0]) =>
  countedRuns(runs, TODAY).counted.map(({ id }) => id);

test.each([
  ['1999-12-31', false],
  ['2000-01-01', true],
  [day(11), true],
  [day(12), false],
])('a run dated %s counts: %s', (date, counts) => {
  const { counted, leftOut } = countedRuns([manualRun(date as LocalDate, 5000, 'a')], TODAY);
  expect(counted).toHaveLength(counts ? 1 : 0);
  expect(leftOut).toEqual(counts ? [] : [{ id: 'a', reason: 'wrong-clock', countedId: null }]);
});

test.each([
  ['the same start', 5000, 0, ['a']],
  ['two minutes later', 5000, 120, ['a']],
  ['more than two minutes later', 5000, 121, ['a', 'b']],
  ['2 % shorter', 4900, 0, ['a']],
  ['more than 2 % shorter', 4899, 0, ['a', 'b']],
])('a second recording with %s: %s m', (_, metres, secondsLater, expected) => {
  expect(countedIds(recording('a', 5000, 0), recording('b', metres, secondsLater))).toEqual(
    expected,
  );
});

test('of two recordings the one with more samples counts, and the other is named with it', () => {
  const { counted, leftOut } = countedRuns(
    [recording('poor', 5000, 0, 300), recording('rich', 5010, 30, 1800)],
    TODAY,
  );
  expect(counted.map(({ id }) => id)).toEqual(['rich']);
  expect(leftOut).toEqual([{ id: 'poor', reason: 'twin', countedId: 'rich' }]);
});

test('runs of equal start and length are one, but of unknown length two', () => {
  const unknown = (id: string) => {
    const run = manualRun(day(5), 5000, id);
    return { ...run, exposure: { ...run.exposure, distanceM: null } };
  };
  expect(countedIds(manualRun(day(5), 5000, 'a'), manualRun(day(5), 5000, 'b'))).toEqual(['a']);
  expect(countedIds(unknown('a'), unknown('b'))).toEqual(['a', 'b']);
});

test('the order is by day, then start, then id, whatever order they come in', () => {
  const runs = [
    recordedRun(day(5), 3000, { id: 'b', startTimeS: START_S }),
    recordedRun(day(5), 5000, { id: 'a', startTimeS: START_S }),
    recordedRun(day(5), 8000, { id: 'early', startTimeS: START_S - 9000 }),
    // Flown east to west over the date line: a later start, an earlier date.
    recordedRun(day(4), 5000, { id: 'west', startTimeS: START_S + 9000 }),
  ];
  const expected = ['west', 'early', 'a', 'b'];
  expect(countedIds(...runs)).toEqual(expected);
  expect(countedIds(...[...runs].reverse())).toEqual(expected);
});
