import { expect, test } from 'vitest';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { SURFACES, surfaceOf } from '../../src/analysis/surface.ts';
import { changed, corrected } from '../../src/athlete/corrections.ts';

const run = syntheticRun({ segments: [{ distanceM: 5_000, speedMps: 2.5 }] });

test('without corrections an activity is what its file says', () => {
  expect(corrected(run, {})).toEqual(run);
});

test('a corrected distance scales the stream, its speeds and laps; times and climb stay', () => {
  const { session, samples, laps } = corrected(run, { distanceM: 6_000 });
  expect(session).toEqual({ ...run.session, distanceM: 6_000 });
  expect(samples.distanceM?.at(-1)).toBeCloseTo(6_000, 6);
  expect(samples.speedMps?.at(100)).toBeCloseTo(3, 6);
  expect(laps[0]?.distanceM).toBeCloseTo(1_200, 0);
  expect(samples.altitudeM).toEqual(run.samples.altitudeM);
});

test('without a total of the session the stream’s own is scaled, and without either only the total is set', () => {
  const untold = { ...run, session: { ...run.session, distanceM: null } };
  expect(corrected(untold, { distanceM: 6_000 }).samples.distanceM?.at(-1)).toBeCloseTo(6_000, 6);
  const samples = { ...run.samples, distanceM: null };
  expect(corrected({ ...untold, samples }, { distanceM: 6_000 })).toEqual({
    ...untold,
    samples,
    session: { ...run.session, distanceM: 6_000 },
  });
});

test('each surface is the one that is told of afterwards, and another sport has none', () => {
  for (const surface of SURFACES) {
    expect(surfaceOf(corrected(run, { surface }).subSport)).toBe(surface);
  }
  const treadmill = { ...run, subSport: 'treadmill' };
  expect(corrected(treadmill, { sport: 'cycling' })).toMatchObject({
    sport: 'cycling',
    subSport: null,
  });
  expect(corrected(treadmill, { sport: 'running' }).subSport).toBe('treadmill');
  expect(surfaceOf('indoorRunning')).toBe('treadmill');
  expect(surfaceOf('generic')).toBeNull();
});

test('null takes a correction back, absence leaves it', () => {
  const before = { distanceM: 5_000, shoe: 'Blue ones' };
  expect(changed(before, { distanceM: null, excluded: true })).toEqual({
    shoe: 'Blue ones',
    excluded: true,
  });
  expect(changed(before, {})).toEqual(before);
});
