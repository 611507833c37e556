import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFromCells } from '../../src/analysis/achilles-load.ts';
import type { Activity, Session } from '../../src/analysis/activity.ts';
import { type RunExposure, runExposure } from '../../src/analysis/run-exposure.ts';
import { seededNoise } from './seeded-noise.ts';
import {
  activityOf,
  NO_TOTALS,
  type Part,
  type SteadyRunOptions,
  samplesOf,
  steadyRun,
} from './steady-run.ts';

const of = (parts: readonly Part[], options?: SteadyRunOptions) =>
  runExposure(steadyRun(parts, options));
const loadOf = ({ load }: RunExposure) => load?.loadAeKm as number;
const kindsOf = ({ warnings }: RunExposure) => warnings.map(({ kind }) => kind);
const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
const manual = (session: Partial<Session>, overrides: Partial<Activity> = {}) =>
  runExposure(
    activityOf(samplesOf({ timeS: [] }), {
      session: { ...NO_TOTALS, ...session },
      ...overrides,
    }),
  );

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

/** Whatever a damaged file may hold. */
const GARBAGE = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -600, max: 20_000, noNaN: true }) },
  fc.constantFrom(Number.NaN, 0, -1, 65.535, 1e300, -1e300),
);

const PARTS = fc.array(
  fc.record({
    speedMps: fc.integer({ min: 0, max: 65 }).map((tenths) => tenths / 10),
    durationS: fc.integer({ min: 60, max: 400 }),
    gradePercent: fc.integer({ min: -20, max: 20 }),
    cadenceSpm: fc.integer({ min: 80, max: 190 }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('any run', () => {
  it('has every moving second in one band of grade and one cell', () => {
    fc.assert(
      fc.property(PARTS, fc.integer({ min: 1, max: 8 }), (parts, everyS) => {
        const { hills, movingS, cells } = of(parts, { everyS, startAltitudeM: 4_000 });
        if (hills === null) return;
        const bandS = Object.values(hills.bands).reduce((total, band) => total + band.seconds, 0);
        expect(bandS).toBeCloseTo(movingS as number, 6);
        expect(sum(cells.seconds)).toBeCloseTo(movingS as number, 6);
      }),
      { numRuns: 50 },
    );
  });

  it('cut in two on steady ground has the distance, time and load of its halves to within one interval', () => {
    const steady = { speedMps: 3, durationS: 200, gradePercent: 4, cadenceSpm: 170 };
    fc.assert(
      fc.property(PARTS, PARTS, (before, after) => {
        const whole = steadyRun([...before, steady, ...after], { startAltitudeM: 4_000 });
        const cutAt = before.reduce((total, { durationS }) => total + durationS, 0) + 100;
        const [first, second] = [
          part(whole, 0, cutAt),
          part(whole, cutAt, whole.samples.count - 1),
        ];
        const [all, one, two] = [whole, first, second].map(runExposure) as [
          RunExposure,
          RunExposure,
          RunExposure,
        ];
        expect((one.distanceM as number) + (two.distanceM as number)).toBeCloseTo(
          all.distanceM as number,
          6,
        );
        expect(
          Math.abs((one.movingS ?? 0) + (two.movingS ?? 0) - (all.movingS ?? 0)),
        ).toBeLessThanOrEqual(1);
        expect(Math.abs(loadOf(one) + loadOf(two) - loadOf(all))).toBeLessThan(ONE_INTERVAL_AE_KM);
      }),
      { numRuns: 40 },
    );
  });

  it('of garbage gives numbers or null, never an error', () => {
    const column = fc.array(GARBAGE, { minLength: 40, maxLength: 40 });
    const steps = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(steps, column, column, column, column, fc.nat(30), (dt, a, b, c, d, count) => {
        let now = 0;
        const timeS = dt.slice(0, count).map((step) => {
          now += step;
          return now;
        });
        const [distanceM, speedMps, altitudeM, cadenceSpm] = [a, b, c, d].map((values) =>
          values.slice(0, count),
        ) as [number[], number[], number[], number[]];
        const samples = samplesOf({ timeS, distanceM, speedMps, altitudeM, cadenceSpm });
        const exposure = runExposure(activityOf(samples));
        expect(notFinite(exposure)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same exposure each time and leaves its samples alone', () => {
    const activity = steadyRun([{ speedMps: 3, distanceM: 2_000, gradePercent: 4 }]);
    const before = structuredClone(activity);
    expect(runExposure(activity)).toEqual(runExposure(activity));
    expect(activity).toEqual(before);
  });
});

/** A second at 6.5 m/s up 15 %, the hardest interval of these runs. */
const ONE_INTERVAL_AE_KM = 0.0065 * 1.53 * 1.97;

/** The activity from one sample to another. */
function part(whole: Activity, from: number, to: number): Activity {
  const cut = (column: Float64Array | null) => column?.slice(from, to + 1) ?? null;
  const { samples } = whole;
  return {
    ...whole,
    samples: {
      ...samples,
      count: to - from + 1,
      timeS: samples.timeS.slice(from, to + 1),
      distanceM: cut(samples.distanceM),
      altitudeM: cut(samples.altitudeM),
      cadenceSpm: cut(samples.cadenceSpm),
    },
  };
}

/** Paths of numbers that are not numbers. */
function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => notFinite(inner, `${path}.${name}`));
}
