import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/analysis/activity.ts';
import { type RunExposure, runExposure } from '../../src/analysis/run-exposure.ts';
import { loadOf, of, sum } from './exposure-of.ts';
import { activityOf, samplesOf, steadyRun } from './steady-run.ts';

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
