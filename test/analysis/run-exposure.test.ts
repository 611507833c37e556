import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFromCells } from '../../src/analysis/achilles-load.ts';
import type { Activity, Session } from '../../src/analysis/activity.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { kindsOf, loadOf, of, sum } from './exposure-of.ts';
import { seededNoise } from './seeded-noise.ts';
import { activityOf, NO_TOTALS, type Part, samplesOf, steadyRun } from './steady-run.ts';

describe('the load of a whole run', () => {
  it.each<[string, Part[], number]>([
    ['10 km easy', [{ speedMps: 2.78, distanceM: 10_000 }], 10],
    [
      'fast and slow parts',
      [
        { speedMps: 2.78, distanceM: 2_000 },
        { speedMps: 4.5, distanceM: 4_800 },
        { speedMps: 2.5, distanceM: 4_400 },
      ],
      12.28,
    ],
    [
      'up and down a hill',
      [
        { speedMps: 2.78, distanceM: 4_000 },
        { speedMps: 3, distanceM: 1_600, gradePercent: 8 },
        { speedMps: 2.5, distanceM: 1_600, gradePercent: -8 },
      ],
      7.93,
    ],
    [
      'up and down a mountain',
      [
        { speedMps: 2.5, distanceM: 5_000, gradePercent: 10 },
        { speedMps: 3.5, distanceM: 5_000, gradePercent: -10 },
      ],
      13.13,
    ],
  ])('of %s is that of the formula to 0.5 %', (_, parts, aeKm) => {
    for (const everyS of [1, 5]) {
      expect(Math.abs(loadOf(of(parts, { everyS })) / aeKm - 1)).toBeLessThan(0.005);
    }
  });

  it('of any steady run is that of the formula to 0.5 %', () => {
    const speed = fc.integer({ min: 20, max: 65 }).map((tenths) => tenths / 10);
    const grade = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(speed, grade, (speedMps, gradePercent) => {
        const climb = gradePercent >= 1.5 ? 1 + 0.008 * Math.min(gradePercent, 15) : 1;
        const aeKm = 5 * climb ** 6 * (speedMps / 2.78) ** 0.5;
        const load = loadOf(of([{ speedMps, distanceM: 5_000, gradePercent }]));
        expect(Math.abs(load / aeKm - 1)).toBeLessThan(0.005);
      }),
      { numRuns: 40 },
    );
  });

  it('is summed by cells, so that stored cells give it again', () => {
    const exposure = of([
      { speedMps: 2.5, distanceM: 1_000, gradePercent: 3 },
      { speedMps: 4.1, distanceM: 1_000, gradePercent: -2 },
    ]);
    expect(loadFromCells(exposure.cells)).toEqual(exposure.load);
    expect(exposure.loadOrigin).toBe('samples');
  });

  it('with altitude noise of 1 m on the flat stays within 2 %, and its derived climb below 2 m', () => {
    for (const seed of [1, 2, 3]) {
      const activity = steadyRun([{ speedMps: 2.78, distanceM: 10_000 }]);
      const altitudeM = activity.samples.altitudeM as Float64Array;
      altitudeM.set(seededNoise(altitudeM.length, seed).map((noise) => 100 + noise));
      const exposure = runExposure(activity);
      expect(loadOf(exposure)).toBeGreaterThanOrEqual(10);
      expect(loadOf(exposure)).toBeLessThan(10.2);
      expect(exposure.derivedAscentM).toBeLessThan(2);
    }
  });

  it('of a walk is a tenth of its kilometres', () => {
    const walk = of([{ speedMps: 1.5, distanceM: 6_000, cadenceSpm: 110 }]);
    expect(loadOf(walk)).toBeCloseTo(0.6, 3);
  });
});

describe('climb', () => {
  const HILL: Part[] = [
    { speedMps: 3, distanceM: 1_000, gradePercent: 6 },
    { speedMps: 3, distanceM: 1_000, gradePercent: -6 },
  ];
  const withDevice = (session: Partial<Session>, overrides: Partial<Activity> = {}) =>
    runExposure({
      ...steadyRun(HILL),
      ...overrides,
      session: { ...NO_TOTALS, ...session },
    });

  it('is the total of the device where it has one, with our own beside it', () => {
    const exposure = withDevice({ ascentM: 75, descentM: 74 });
    expect(exposure).toMatchObject({ ascentM: 75, descentM: 74, ascentOrigin: 'device' });
    expect(exposure.derivedAscentM).toBeCloseTo(60, 0);
  });

  it('is derived where the device has none', () => {
    const exposure = withDevice({});
    expect(exposure.ascentOrigin).toBe('derived');
    expect(exposure.ascentM).toBeCloseTo(60, 0);
    expect(exposure.descentM).toBeCloseTo(60, 0);
  });

  it('of a device that tells ascent alone takes descent from the samples', () => {
    expect(withDevice({ ascentM: 75 }).descentM).toBeCloseTo(60, 0);
  });

  it('without altitude is unknown, though a device writes 0', () => {
    const flat = steadyRun(HILL, { hasAltitude: false });
    const exposure = runExposure({ ...flat, session: { ...NO_TOTALS, ascentM: 0, descentM: 0 } });
    expect(exposure).toMatchObject({
      ascentM: null,
      descentM: null,
      ascentOrigin: null,
      hills: null,
    });
    expect(kindsOf(exposure)).toContain('grade-unknown');
  });

  it('without altitude is that of the device where it measured any', () => {
    const flat = steadyRun(HILL, { hasAltitude: false });
    const exposure = runExposure({ ...flat, session: { ...NO_TOTALS, ascentM: 80 } });
    expect(exposure).toMatchObject({ ascentM: 80, ascentOrigin: 'device', hills: null });
  });

  it('on a treadmill is unknown, whatever the barometer felt', () => {
    const exposure = withDevice({ ascentM: 12 }, { subSport: 'treadmill' });
    expect(exposure).toMatchObject({
      ascentM: null,
      descentM: null,
      ascentOrigin: null,
      derivedAscentM: null,
      hills: null,
    });
  });
});

describe('totals', () => {
  it('are those of the session where it has them', () => {
    const activity = steadyRun([{ speedMps: 3, distanceM: 3_000 }]);
    const session = {
      ...NO_TOTALS,
      distanceM: 3_010,
      timerS: 990,
      elapsedS: 1_200,
      avgCadenceSpm: 171,
      avgHeartRateBpm: 151,
    };
    expect(runExposure({ ...activity, session })).toMatchObject({
      distanceM: 3_010,
      timerS: 990,
      elapsedS: 1_200,
      avgCadenceSpm: 171,
      avgHeartRateBpm: 151,
    });
  });

  it('come from the samples where it has none', () => {
    const exposure = of([
      { speedMps: 3, distanceM: 3_000, cadenceSpm: 170 },
      { speedMps: 0, durationS: 100, cadenceSpm: 0 },
      { speedMps: 2.5, distanceM: 2_500, cadenceSpm: 160 },
    ]);
    expect(exposure.distanceM).toBeCloseTo(5_500, 6);
    expect(exposure.timerS).toBeCloseTo(2_100, 6);
    expect(exposure.elapsedS).toBeCloseTo(2_100, 6);
    expect(exposure.movingS).toBeGreaterThan(1_998);
    expect(exposure.movingS).toBeLessThan(2_006);
    expect(exposure.avgCadenceSpm).toBeCloseTo(165, 0);
    expect(exposure.avgHeartRateBpm).toBeNull();
    expect(exposure.sampleCount).toBe(2_101);
  });

  it('weigh cadence and heart rate by time, not by sample, and leave silent sensors out', () => {
    const timeS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 50];
    const exposure = runExposure(
      activityOf(
        samplesOf({
          timeS,
          distanceM: timeS.map((time) => 3 * time),
          heartRateBpm: timeS.map((time) => (time <= 10 ? 120 : 150)),
          cadenceSpm: timeS.map((time) => (time <= 10 ? 0 : 170)),
        }),
      ),
    );
    expect(exposure.avgHeartRateBpm).toBeCloseTo((10 * 120 + 40 * 150) / 50, 9);
    expect(exposure.avgCadenceSpm).toBeCloseTo(170, 9);
  });

  it('take a glitch off the distance of the session when it is more than a twentieth of it', () => {
    const withJump = (jumpM: number) => {
      const distanceM = Array.from({ length: 3_334 }, (_, i) => 3 * i + (i > 1_000 ? jumpM : 0));
      const session = { ...NO_TOTALS, distanceM: distanceM.at(-1) as number };
      return runExposure(
        activityOf(samplesOf({ timeS: distanceM.map((_, i) => i), distanceM }), { session }),
      );
    };
    expect(withJump(500).distanceM).toBeCloseTo(10_499, 0);
    expect(withJump(540).distanceM).toBeCloseTo(9_999, -1);
    expect(withJump(5_000).distanceM).toBeCloseTo(9_999, -1);
    expect(kindsOf(withJump(500))).toContain('speed-glitch');
    expect(sum(withJump(5_000).cells.metres)).toBeCloseTo(9_996, 0);
  });
});
