import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Recording, sameRuns } from '../../src/analysis/same-run.ts';

const START_S = 1_772_434_800;

/** Ten kilometres in an hour, told richly. */
const recording = (id: string, differs: Partial<Recording> = {}): Recording => ({
  id,
  key: id,
  startTimeS: START_S,
  distanceM: 10_000,
  timerS: 3600,
  elapsedS: 3600,
  sampleCount: 3600,
  hasAltitude: true,
  hasCadence: true,
  isCutShort: false,
  format: null,
  isCorrected: false,
  apartFrom: [],
  ...differs,
});

const pairs = (...recordings: Recording[]) => [...sameRuns(recordings)];

test.each<[string, boolean, Partial<Recording>]>([
  ['two minutes later', true, { startTimeS: START_S + 120 }],
  ['more than two minutes later', false, { startTimeS: START_S + 121 }],
  ['2 % longer in distance', true, { distanceM: 10_204 }],
  ['more than 2 % longer in distance', false, { distanceM: 10_205 }],
  ['2 % longer in time', true, { timerS: 3673, elapsedS: 3673 }],
  ['more than 2 % longer in time', false, { timerS: 3674, elapsedS: 3674 }],
  ['equal from start to end, with pauses the other does not know', true, { timerS: 3000 }],
  ['of unknown distance', false, { distanceM: null }],
  ['of unknown duration', false, { timerS: null, elapsedS: null }],
  ['said to be another run', false, { apartFrom: ['a'] }],
])('a recording %s is the same run: %s', (_, isSame, differs) => {
  const other = recording('b', { sampleCount: 100, ...differs });
  expect(pairs(recording('a'), other)).toEqual(isSame ? [['b', 'a']] : []);
});

test('a recording that begins when the other has ended is another run', () => {
  const short = { timerS: 60, elapsedS: 60, distanceM: 200 };
  const later = (seconds: number) =>
    pairs(
      recording('a', short),
      recording('b', { ...short, startTimeS: START_S + seconds, sampleCount: 50 }),
    );
  expect(later(60)).toEqual([['b', 'a']]);
  expect(later(61)).toEqual([]);
});

test.each<[string, Partial<Recording>, Partial<Recording>]>([
  ['more samples', { sampleCount: 3601, hasAltitude: false }, {}],
  ['altitude', {}, { hasAltitude: false }],
  ['cadence', {}, { hasCadence: false, format: 'fit' }],
  ['the watch’s own FIT', { format: 'fit' }, { format: 'tcx' }],
  ['the laps of a TCX', { format: 'tcx' }, { format: 'gpx' }],
  [
    'the file, and not a service’s richer copy',
    { sampleCount: 0, hasAltitude: false, isCutShort: true },
    { format: 'strava' },
  ],
  ['the runner’s correction', { isCorrected: true, sampleCount: 10 }, {}],
  ['the smaller key', { key: '1' }, { key: '2' }],
])('of two recordings that with %s is kept', (_, better, worse) => {
  const [rich, poor] = [recording('z', better), recording('a', worse)];
  expect(pairs(rich, poor)).toEqual([['a', 'z']]);
  expect(pairs(poor, rich)).toEqual([['a', 'z']]);
});

test('one of three said to be another run leaves the other two one run', () => {
  const [a, b, c] = [
    recording('a', { apartFrom: ['b'] }),
    recording('b', { sampleCount: 3500 }),
    recording('c', { sampleCount: 3400 }),
  ];
  expect(pairs(a, b, c)).toEqual([['c', 'a']]);
});

const arbitraryRecordings = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    startTimeS: fc.integer({ min: START_S, max: START_S + 600 }),
    distanceM: fc.integer({ min: 9_800, max: 10_300 }),
    sampleCount: fc.integer({ min: 0, max: 3 }),
    isCorrected: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 14 },
);

test('neither the order of the recordings nor asking again about the kept ones changes what is kept', () => {
  fc.assert(
    fc.property(arbitraryRecordings, fc.infiniteStream(fc.nat()), (facts, numbers) => {
      const recordings = facts.map((fact) => recording(fact.id, fact));
      const keptFor = sameRuns(recordings);
      const order = new Map(recordings.map(({ id }) => [id, numbers.next().value as number]));
      const shuffled = recordings.toSorted(
        (a, b) => (order.get(a.id) as number) - (order.get(b.id) as number),
      );
      expect(new Map([...sameRuns(shuffled)].sort())).toEqual(new Map([...keptFor].sort()));
      const kept = recordings.filter(({ id }) => !keptFor.has(id));
      expect(pairs(...kept)).toEqual([]);
      for (const keptId of keptFor.values()) expect(keptFor.has(keptId)).toBe(false);
    }),
  );
});

test('a copy cut short gives way to the whole run, however many samples it holds', () => {
  const part = { timerS: 1500, elapsedS: 1500, distanceM: 4_200, sampleCount: 9_000 };
  expect(pairs(recording('a'), recording('b', { ...part, isCutShort: true }))).toEqual([
    ['b', 'a'],
  ]);
  expect(pairs(recording('a'), recording('b', part))).toEqual([]);
  expect(
    pairs(recording('a'), recording('b', { ...part, distanceM: 10_300, isCutShort: true })),
  ).toEqual([]);
});
