import { describe, expect, it } from 'vitest';
import type { Activity, Session } from '../../src/analysis/activity.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { kindsOf, loadOf } from './exposure-of.ts';
import { activityOf, NO_TOTALS, samplesOf, steadyRun } from './steady-run.ts';

const manual = (session: Partial<Session>, overrides: Partial<Activity> = {}) =>
  runExposure(
    activityOf(samplesOf({ timeS: [] }), {
      session: { ...NO_TOTALS, ...session },
      ...overrides,
    }),
  );

describe('a glitch the session does not count', () => {
  it('leaves the distance of the session alone', () => {
    const distanceM = Array.from({ length: 3_334 }, (_, i) => 3 * i + (i > 1_000 ? 5_000 : 0));
    const exposure = runExposure(
      activityOf(samplesOf({ timeS: distanceM.map((_, i) => i), distanceM }), {
        session: { ...NO_TOTALS, distanceM: 9_999 },
      }),
    );
    expect(exposure.distanceM).toBe(9_999);
  });
});

describe('a run entered by hand', () => {
  it('has its totals, a load from its average speed, and says so', () => {
    const exposure = manual({ distanceM: 10_000, timerS: 3_600, elapsedS: 3_600 });
    expect(exposure).toMatchObject({
      distanceM: 10_000,
      timerS: 3_600,
      movingS: null,
      ascentM: null,
      hills: null,
      sampleCount: 0,
      bestEfforts: [],
      top10sSpeedMps: null,
      loadOrigin: 'session-average',
    });
    expect(exposure.cells.count).toBe(0);
    expect(loadOf(exposure)).toBeCloseTo(10 * (10_000 / 3_600 / 2.78) ** 0.5, 3);
    expect(kindsOf(exposure)).toEqual(['no-samples']);
  });

  it('keeps a climb that was entered', () => {
    expect(manual({ distanceM: 10_000, timerS: 3_600, ascentM: 120 })).toMatchObject({
      ascentM: 120,
      ascentOrigin: 'device',
    });
  });

  it('below 2.0 m/s is a walk only where a cadence says so: else its sport is trusted', () => {
    expect(loadOf(manual({ distanceM: 1_999, timerS: 1_000 }))).toBeGreaterThan(1.6);
    expect(loadOf(manual({ distanceM: 1_999, timerS: 1_000, avgCadenceSpm: 110 }))).toBeCloseTo(
      0.2,
      3,
    );
    expect(loadOf(manual({ distanceM: 2_000, timerS: 1_000 }))).toBeGreaterThan(1.6);
    expect(loadOf(manual({ distanceM: 1_999, timerS: 1_000, avgCadenceSpm: 150 }))).toBeGreaterThan(
      1.6,
    );
  });

  it.each([
    ['distance', { timerS: 1_000 }],
    ['a distance beyond 0', { distanceM: 0, timerS: 1_000 }],
    ['time', { distanceM: 5_000 }],
    ['a time beyond 0', { distanceM: 5_000, timerS: 0 }],
  ])('without %s has no load', (_, session) => {
    expect(manual(session)).toMatchObject({ load: null, loadOrigin: null });
  });
});

describe('a run whose samples do not say how far it was', () => {
  it('has its load from the average speed, and says so', () => {
    const timeS = Array.from({ length: 600 }, (_, i) => i);
    const exposure = runExposure(
      activityOf(samplesOf({ timeS, heartRateBpm: timeS.map(() => 140) }), {
        session: { ...NO_TOTALS, distanceM: 2_000, timerS: 600 },
      }),
    );
    expect(exposure).toMatchObject({
      loadOrigin: 'session-average',
      movingS: null,
      sampleCount: 600,
    });
    expect(kindsOf(exposure)).toEqual(['no-distance']);
  });
});

describe('a run of which little was recorded', () => {
  /** The first seconds of a 3 m/s run of an hour. */
  const recorded = (seconds: number) =>
    runExposure({
      ...steadyRun([{ speedMps: 3, durationS: seconds }]),
      session: { ...NO_TOTALS, distanceM: 10_800, timerS: 3_600 },
    });

  it('counts by its totals below half of its time, not by the part that is left', () => {
    const exposure = recorded(1_799);
    expect(loadOf(exposure)).toBeCloseTo(10.8 * (3 / 2.78) ** 0.5, 2);
    expect(exposure).toMatchObject({ loadOrigin: 'session-average', movingS: null, hills: null });
    expect(exposure.cells.count).toBe(0);
    expect(exposure.warnings[0]?.message).toContain('50 %');
  });

  it('counts by its samples from half of its time on', () => {
    expect(recorded(1_800)).toMatchObject({ loadOrigin: 'samples' });
    expect(loadOf(recorded(1_800))).toBeCloseTo(5.4 * (3 / 2.78) ** 0.5, 2);
  });
});
