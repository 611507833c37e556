import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/analysis/activity.ts';
import { type Grade, grade } from '../../src/analysis/grade.ts';
import { type Intervals, intervals } from '../../src/analysis/intervals.ts';
import { seededNoise } from './seeded-noise.ts';
import { type Part, type SteadyRunOptions, steadyRun } from './steady-run.ts';

function of(activity: Activity): Grade {
  const slope = grade(activity, intervals(activity) as Intervals);
  if (slope === null) throw new Error('expected altitude');
  return slope;
}

const on = (parts: readonly Part[], options?: SteadyRunOptions) => of(steadyRun(parts, options));

/** The run with its altitude in steps of so many metres, as watches store it. */
function inSteps(activity: Activity, stepM: number): Activity {
  const altitudeM = activity.samples.altitudeM as Float64Array;
  altitudeM.forEach((value, i) => {
    altitudeM[i] = Math.round(value / stepM) * stepM;
  });
  return activity;
}

function withNoise(activity: Activity, sigmaM: number): Activity {
  const altitudeM = activity.samples.altitudeM as Float64Array;
  const noise = seededNoise(altitudeM.length);
  altitudeM.forEach((value, i) => {
    altitudeM[i] = value + sigmaM * (noise[i] as number);
  });
  return activity;
}

const HILL: Part[] = [
  { speedMps: 3, distanceM: 600 },
  { speedMps: 3, distanceM: 600, gradePercent: 8 },
  { speedMps: 3, distanceM: 600, gradePercent: -8 },
  { speedMps: 3, distanceM: 600 },
];

describe('grade', () => {
  it.each([1, 5, 13])(
    'of an even slope is exact from end to end at a sample every %i s',
    (everyS) => {
      const { gradeFraction } = on([{ speedMps: 3, distanceM: 900, gradePercent: 5 }], { everyS });
      expect(new Set(gradeFraction)).toEqual(new Set([0.05]));
    },
  );

  it('reaches the slope of a hill, and the flat around it, 40 m from its edges', () => {
    const { gradeFraction } = on(HILL);
    expect(gradeFraction[150]).toBe(0);
    expect(gradeFraction[200 - 15]).toBeCloseTo(0, 6);
    expect(gradeFraction[200]).toBeCloseTo(0.04, 2);
    expect(gradeFraction[200 + 15]).toBeCloseTo(0.08, 6);
    expect(gradeFraction[200 + 11]).toBeLessThan(0.0795);
    expect(gradeFraction[500]).toBeCloseTo(-0.08, 6);
  });

  it('is clamped to 30 %', () => {
    expect(new Set(on([{ speedMps: 2, distanceM: 400, gradePercent: 40 }]).gradeFraction)).toEqual(
      new Set([0.3]),
    );
    expect(new Set(on([{ speedMps: 2, distanceM: 400, gradePercent: -40 }]).gradeFraction)).toEqual(
      new Set([-0.3]),
    );
  });

  it('survives the steps in which watches store altitude', () => {
    for (const [stepM, tolerance] of [
      [0.2, 0.004],
      [1, 0.004],
    ] as const) {
      const { gradeFraction } = of(inSteps(steadyRun(HILL), stepM));
      expect(Math.abs((gradeFraction[300] as number) - 0.08)).toBeLessThan(tolerance);
      expect(Math.abs(gradeFraction[100] as number)).toBeLessThan(tolerance);
    }
  });

  it('takes a wider window where altitude comes in steps of 1 m', () => {
    const widthOf = ({ gradeFraction }: Grade) =>
      gradeFraction.subarray(100, 300).filter((slope) => slope > 0.01 && slope < 0.07).length;
    const exact = widthOf(on(HILL));
    expect(widthOf(of(inSteps(steadyRun(HILL), 0.8)))).toBeLessThan(1.5 * exact);
    expect(widthOf(of(inSteps(steadyRun(HILL), 1))) / exact).toBeGreaterThan(2.2);
    expect(widthOf(of(inSteps(steadyRun(HILL), 1))) / exact).toBeLessThan(2.8);
  });

  it('takes a wider window where altitude is noisy', () => {
    const spread = (sigmaM: number) => {
      const { gradeFraction } = of(
        withNoise(steadyRun([{ speedMps: 3, distanceM: 9_000 }]), sigmaM),
      );
      return Math.sqrt(
        gradeFraction.reduce((sum, grade) => sum + grade ** 2, 0) / gradeFraction.length,
      );
    };
    expect(spread(0.37)).toBeGreaterThan(0.003);
    expect(spread(0.43)).toBeLessThan(0.0015);
  });

  it('is unknown where altitude dropped out for more than a minute', () => {
    const dropped = (seconds: number) => {
      const activity = steadyRun([{ speedMps: 3, distanceM: 3_000, gradePercent: 5 }]);
      activity.samples.altitudeM?.fill(Number.NaN, 401, 400 + seconds);
      return of(activity).gradeFraction;
    };
    expect(new Set(dropped(60))).toEqual(new Set([0.05]));
    expect(dropped(61).filter(Number.isNaN)).toHaveLength(61);
    expect(dropped(61)[399]).toBe(0.05);
    expect(dropped(61)[400]).toBeNaN();
  });

  it('is unknown throughout where altitude is missing on more than half of the way', () => {
    const from = (second: number) => {
      const activity = steadyRun([{ speedMps: 3, distanceM: 3_000 }]);
      activity.samples.altitudeM?.fill(Number.NaN, 0, second);
      return grade(activity, intervals(activity) as Intervals);
    };
    expect(from(500)).not.toBeNull();
    expect(from(501)).toBeNull();
  });

  it('is unknown without altitude', () => {
    const activity = steadyRun(HILL, { hasAltitude: false });
    expect(grade(activity, intervals(activity) as Intervals)).toBeNull();
  });
});

describe('derived climb', () => {
  it('is that of the hill', () => {
    const { ascentM, descentM } = on(HILL);
    expect(ascentM).toBeCloseTo(48, 0);
    expect(descentM).toBeCloseTo(48, 0);
  });

  it('is that of the hill in steps of 0.2 m, in steps of 1 m and with noise', () => {
    for (const activity of [
      inSteps(steadyRun(HILL), 0.2),
      inSteps(steadyRun(HILL), 1),
      withNoise(steadyRun(HILL), 0.2),
      withNoise(steadyRun(HILL), 1),
    ]) {
      const { ascentM, descentM } = of(activity);
      expect(Math.abs(ascentM - 48)).toBeLessThan(4);
      expect(Math.abs(descentM - 48)).toBeLessThan(4);
    }
  });

  it('of rolling ground counts bumps from 3 m on', () => {
    const bumps = (gradePercent: number) =>
      on(
        Array.from({ length: 20 }, (_, i) => ({
          speedMps: 3,
          distanceM: 60,
          gradePercent: i % 2 === 0 ? gradePercent : -gradePercent,
        })),
      ).ascentM;
    expect(bumps(6)).toBeGreaterThan(30);
    expect(bumps(5)).toBe(0);
  });

  it('counts nothing while standing on a drifting barometer', () => {
    const activity = steadyRun([
      { speedMps: 3, distanceM: 900 },
      { speedMps: 0, durationS: 1_200, cadenceSpm: 0 },
      { speedMps: 3, distanceM: 900 },
    ]);
    const altitudeM = activity.samples.altitudeM as Float64Array;
    for (let i = 300; i < 1_500; i++)
      altitudeM[i] = 100 + 8 * Math.sin((Math.PI * (i - 300)) / 1_200);
    expect(of(activity).ascentM).toBeLessThan(1);
  });

  it('counts what a recording gap climbed', () => {
    const activity = steadyRun([{ speedMps: 2, distanceM: 2_000, gradePercent: 6 }]);
    const keep = (column: Float64Array | null) =>
      column && Float64Array.of(...column.subarray(0, 400), ...column.subarray(520));
    const { samples } = activity;
    const thinned = {
      ...samples,
      count: samples.count - 120,
      timeS: keep(samples.timeS) as Float64Array,
      distanceM: keep(samples.distanceM),
      altitudeM: keep(samples.altitudeM),
      cadenceSpm: keep(samples.cadenceSpm),
    };
    expect(of({ ...activity, samples: thinned }).ascentM).toBeCloseTo(120, 0);
  });
});
