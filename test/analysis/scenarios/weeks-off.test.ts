/** Breaks, moved runs, tapers: everyday stories that a careless rule would raise an alarm over, each with the flags that are expected of it. */
import { expect, test } from 'vitest';
import { diaryOf } from '../diary-builder.ts';
import { day, easyRuns, FAST_MPS, recordedRun, weeks } from '../history-builder.ts';
import { flagsIn, ordinaryWeek, tenWeeks } from './stories.ts';

test('back after three weeks off, with the long run made shorter and built up again', () => {
  const back = [6, 6.6, 7.2, 7.9, 8.6, 9.4].flatMap((km, week) =>
    easyRuns([92 + 7 * week], km * 1000),
  );
  expect(flagsIn([...tenWeeks, ...back])).toEqual([]);
});

test('back as before: after three weeks off no spike, after four the first long run is one', () => {
  expect(
    flagsIn([...tenWeeks, ...ordinaryWeek(91), ...ordinaryWeek(98), ...ordinaryWeek(105)]),
  ).toEqual([
    // The last run of 14 km is 28 days back on day 97: still the baseline.
  ]);
  expect(flagsIn([...tenWeeks, ...ordinaryWeek(98), ...ordinaryWeek(105)])).toEqual([
    // After four weeks off it is 35 days back, and nothing longer than 8 km since.
    'day 104 session-distance-spike distanceM above',
    'day 104 session-load-spike loadAeKm above',
  ]);
});

test('back after five weeks off: one note on the first day', () => {
  const back = [...ordinaryWeek(105), ...ordinaryWeek(112)];
  expect(flagsIn([...tenWeeks, ...back])).toEqual([
    'day 106 return-without-baseline distanceM note',
    // Sunday's 14 km after nothing longer than 8 km in the thirty days before.
    'day 111 session-distance-spike distanceM above',
    'day 111 session-load-spike loadAeKm above',
  ]);
});

test("Sunday's run moved to Monday", () => {
  const moved = recordedRun(day(70), 14_000);
  expect(flagsIn([...tenWeeks.slice(0, -1), moved, ...ordinaryWeek(70)])).toEqual([]);
});

test('a week on the bicycle instead, and running again', () => {
  const rides = [71, 72, 74, 76].map((n) => ({ date: day(n), sport: 'cycling', durationS: 7200 }));
  const runs = [...tenWeeks, ...ordinaryWeek(77), ...ordinaryWeek(84)];
  expect(flagsIn(runs, diaryOf({ otherSports: rides }))).toEqual([]);
});

test('a taper, then a race: the race is a spike of fast running and told as one, the taper is not', () => {
  const withStrides = (daysLater: number, metres: number) =>
    recordedRun(day(daysLater), [{ metres: metres - 1000 }, { metres: 1000, speedMps: FAST_MPS }]);
  const build = weeks(10, (monday) => [
    withStrides(monday + 1, 8000),
    ...easyRuns([monday + 3], 8000),
    ...easyRuns([monday + 6], 16_000),
  ]);
  const taper = [
    withStrides(71, 7000),
    ...easyRuns([73], 6000),
    ...easyRuns([76], 10_000),
    withStrides(78, 5000),
  ];
  const race = recordedRun(day(83), [{ metres: 10_000, speedMps: 3.7 }]);
  expect(flagsIn([...build, ...taper])).toEqual([]);
  expect(flagsIn([...build, ...taper, race])).toEqual([
    'day 83 speed-spike fastM above',
    'day 83 week-above-usual fastM above',
  ]);
});
