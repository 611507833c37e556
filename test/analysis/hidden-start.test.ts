import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copiesWithHiddenStart, isStartHidden } from '../../src/analysis/hidden-start.ts';
import { type Recording, sameRuns } from '../../src/analysis/same-run.ts';

const MIDNIGHT_S = Date.UTC(2026, 10, 19, 23) / 1000;
const OFFSET_S = 3600;
const DAY_S = 86_400;

const recording = (id: string, differs: Partial<Recording> = {}): Recording => ({
  id,
  key: id,
  startTimeS: MIDNIGHT_S + 7 * 3600,
  distanceM: 10_000,
  timerS: 3600,
  elapsedS: 3600,
  sampleCount: 3600,
  hasAltitude: true,
  hasCadence: true,
  isCutShort: false,
  format: 'fit',
  isCorrected: false,
  apartFrom: [],
  ...differs,
});

const hidden = (id: string, differs: Partial<Recording> = {}): Recording =>
  recording(id, {
    ...{ startTimeS: MIDNIGHT_S + 1, isStartHidden: true, format: 'strava' },
    ...differs,
  });

test.each([
  [MIDNIGHT_S + 1, OFFSET_S, true],
  [MIDNIGHT_S, OFFSET_S, false],
  [MIDNIGHT_S + 2, OFFSET_S, false],
  [MIDNIGHT_S + 1, 0, false],
  [MIDNIGHT_S + 1, null, false],
])('a start at %i, %j seconds from UTC, is hidden: %s', (startTimeS, utcOffsetS, isHidden) => {
  expect(isStartHidden(startTimeS, utcOffsetS)).toBe(isHidden);
});

test.each<[string, boolean, Partial<Recording>]>([
  ['in the first second of the day', true, { startTimeS: MIDNIGHT_S }],
  ['in the last second of the day', true, { startTimeS: MIDNIGHT_S + DAY_S - 1 }],
  ['a second before the day', false, { startTimeS: MIDNIGHT_S - 1 }],
  ['on the next day', false, { startTimeS: MIDNIGHT_S + DAY_S }],
  ['2 % longer in distance', true, { distanceM: 10_204 }],
  ['more than 2 % longer in distance', false, { distanceM: 10_205 }],
  ['2 % longer in time', true, { timerS: 3673, elapsedS: 3673 }],
  ['more than 2 % longer in time', false, { timerS: 3674, elapsedS: 3674 }],
  ['of unknown distance', false, { distanceM: null }],
  ['said to be another run', false, { apartFrom: ['h'] }],
  ['that ends early', false, { isCutShort: true }],
  ['hidden as well', false, { isStartHidden: true, startTimeS: MIDNIGHT_S + 1 }],
])('a recording %s is what a hidden one is a copy of: %s', (_, isCopy, differs) => {
  const pairs = [...copiesWithHiddenStart([hidden('h'), recording('a', differs)])];
  expect(pairs).toEqual(isCopy ? [['h', 'a']] : []);
});

test('one recording stands for one hidden one, the likest', () => {
  const [there, back] = [hidden('there', { distanceM: 10_100 }), hidden('back')];
  expect([...copiesWithHiddenStart([there, back, recording('a')])]).toEqual([['back', 'a']]);
  const both = [recording('a'), recording('b', { startTimeS: MIDNIGHT_S + 17 * 3600 })];
  expect(copiesWithHiddenStart([there, back, ...both]).size).toBe(2);
});

test('the order never matters', () => {
  const recordings = [
    ...[10_000, 10_100, 10_150].map((distanceM, i) => hidden(`h${i}`, { distanceM })),
    ...[9_900, 10_100].map((distanceM, i) => recording(`a${i}`, { distanceM })),
  ];
  const expected = [...copiesWithHiddenStart(recordings)].sort();
  expect(expected).toHaveLength(2);
  fc.assert(
    fc.property(fc.shuffledSubarray(recordings, { minLength: 5 }), (shuffled) => {
      expect([...copiesWithHiddenStart(shuffled)].sort()).toEqual(expected);
    }),
  );
});

test('by its start a hidden one is the same run as none, not even as another hidden one', () => {
  const atMidnight = recording('a', { startTimeS: MIDNIGHT_S + 1 });
  expect(sameRuns([hidden('h'), hidden('i'), atMidnight]).size).toBe(0);
});
