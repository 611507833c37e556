import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/analysis/activity.ts';
import { INTERVAL_KIND, type Intervals, intervals } from '../../src/analysis/intervals.ts';
import {
  activityOf,
  NO_TOTALS,
  type Part,
  START_TIME_S,
  samplesOf,
  steadyRun,
} from './steady-run.ts';

const { paused, gap, glitch, standing, walking, running } = INTERVAL_KIND;

function of(activity: Activity): Intervals {
  const run = intervals(activity);
  if (run === null) throw new Error('expected intervals');
  return run;
}

const kinds = (run: Intervals) => new Set(run.kind);

/** One sample a second over steps of so many metres. */
function fromSteps(stepsM: readonly number[], overrides: Partial<Activity> = {}): Activity {
  const distanceM = [0];
  for (const step of stepsM) distanceM.push((distanceM.at(-1) as number) + step);
  const timeS = distanceM.map((_, i) => START_TIME_S + i);
  return activityOf(samplesOf({ timeS, distanceM }), overrides);
}

const steady = (speedMps: number, cadenceSpm?: number) =>
  of(steadyRun([{ speedMps, durationS: 60, ...(cadenceSpm === undefined ? {} : { cadenceSpm }) }]));

describe('intervals', () => {
  it('have the speed of steady running at every sampling rate', () => {
    for (const everyS of [1, 4, 7]) {
      const run = of(steadyRun([{ speedMps: 3, durationS: 120 }], { everyS }));
      expect(Math.min(...run.speedMps)).toBeCloseTo(3, 9);
      expect(Math.max(...run.speedMps)).toBeCloseTo(3, 9);
    }
  });

  it('take speed over 5 s, so that a distance written every 5 s reads as steady', () => {
    const run = of(fromSteps(Array.from({ length: 100 }, (_, i) => (i % 5 === 2 ? 15 : 0))));
    expect(kinds(run)).toEqual(new Set([running]));
    for (const speed of run.speedMps) expect(speed).toBeCloseTo(3, 9);
  });

  it('keep the 5 s at both ends of the run', () => {
    const run = of(fromSteps([5, 3, 3, 3, 3, 3, 3, 3, 3, 1]));
    expect(run.speedMps[0]).toBeCloseTo(17 / 5, 9);
    expect(run.speedMps[9]).toBeCloseTo(13 / 5, 9);
  });

  it('are none without two samples or without distance', () => {
    expect(intervals(fromSteps([]))).toBeNull();
    expect(intervals(activityOf(samplesOf({ timeS: [] })))).toBeNull();
    expect(intervals(activityOf(samplesOf({ timeS: [1, 2, 3] })))).toBeNull();
  });
});

describe('moving', () => {
  it('begins at 0.5 m/s', () => {
    expect(kinds(steady(0.49, 60))).toEqual(new Set([standing]));
    expect(kinds(steady(0.5, 60))).toEqual(new Set([walking]));
  });

  it('is running from 2.0 m/s on, whatever the cadence', () => {
    expect(kinds(steady(2, 100))).toEqual(new Set([running]));
    expect(kinds(steady(1.99, 100))).toEqual(new Set([walking]));
  });

  it('is running below 2.0 m/s with 140 steps a minute or more', () => {
    expect(kinds(steady(1.8, 140))).toEqual(new Set([running]));
    expect(kinds(steady(1.8, 139))).toEqual(new Set([walking]));
  });

  it('below 2.0 m/s is walking without cadence', () => {
    expect(kinds(of(fromSteps(Array(60).fill(1.8))))).toEqual(new Set([walking]));
    const activity = steadyRun([{ speedMps: 1.8, durationS: 60 }]);
    activity.samples.cadenceSpm?.fill(Number.NaN);
    expect(kinds(of(activity))).toEqual(new Set([walking]));
  });

  it('lets a dropped cadence be decided by the sample beside it', () => {
    const activity = steadyRun([{ speedMps: 1.8, durationS: 60 }]);
    for (let i = 0; i < activity.samples.count; i += 2) {
      (activity.samples.cadenceSpm as Float64Array)[i] = Number.NaN;
    }
    expect(kinds(of(activity))).toEqual(new Set([running]));
  });
});

describe('a recording gap', () => {
  const withGap = (seconds: number) => {
    const before = Array.from({ length: 60 }, (_, i) => i);
    const timeS = [...before, ...before.map((i) => 59 + seconds + i)];
    return of(activityOf(samplesOf({ timeS, distanceM: timeS.map((time) => 3 * time) })));
  };

  it('is more than 60 s without a sample', () => {
    expect(withGap(60).kind[59]).toBe(running);
    expect(withGap(61).kind[59]).toBe(gap);
  });

  it('in which the watch was driven is a glitch', () => {
    const driven = (metres: number) => {
      const timeS = [0, 1, 2, 3, 4, 5, 105, 106, 107, 108, 109, 110];
      const distanceM = timeS.map((time) => (time <= 5 ? 3 * time : 3 * (time - 100) + metres));
      return of(activityOf(samplesOf({ timeS, distanceM }))).kind[5];
    };
    expect(driven(1_200)).toBe(gap);
    expect(driven(1_201)).toBe(glitch);
  });

  it('keeps its time and its distance but lends its speed to no one', () => {
    const run = withGap(600);
    expect(run.timerS[59]).toBe(600);
    expect(run.distanceM[59]).toBe(1800);
    expect(run.reachedM.at(-1)).toBe(3 * (59 + 600 + 59));
    expect(run.speedMps[58]).toBeCloseTo(3, 9);
    expect(run.speedMps[60]).toBeCloseTo(3, 9);
  });
});

describe('a pause', () => {
  const stopped = (overrides: Partial<Activity> = {}) => {
    const timeS = [0, 1, 2, 3, 4, 5, 6, 606, 607, 608, 609, 610, 611];
    const distanceM = [0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36];
    return activityOf(samplesOf({ timeS, distanceM }), {
      pauses: [{ startTimeS: 6, endTimeS: 605 }],
      ...overrides,
    });
  };

  it('is no gap: only the timer time of the step counts', () => {
    const run = of(stopped());
    expect(run.timerS[6]).toBe(1);
    expect(kinds(run)).toEqual(new Set([running]));
    for (const speed of run.speedMps) expect(speed).toBeCloseTo(3, 9);
  });

  it('without an event is a gap', () => {
    expect(of(stopped({ pauses: [] })).kind[6]).toBe(gap);
  });

  it('that covers whole steps takes their time and distance out', () => {
    const run = of(
      fromSteps(Array(40).fill(3), {
        pauses: [{ startTimeS: START_TIME_S + 10, endTimeS: START_TIME_S + 20 }],
      }),
    );
    expect([...run.kind].filter((kind) => kind === paused)).toHaveLength(10);
    expect(run.reachedM.at(-1)).toBe(90);
    expect(run.timerS.reduce((sum, step) => sum + step, 0)).toBe(30);
  });
});

describe('a glitch', () => {
  const jump = (metres: number) => {
    const stepsM = Array<number>(100).fill(3);
    stepsM[50] = metres;
    return of(fromSteps(stepsM));
  };

  it('is one step beyond 12 m/s whose window is faster than 7 m/s', () => {
    expect(jump(131).kind[50]).toBe(glitch);
    expect(jump(24).kind[50]).toBe(glitch);
    expect(jump(22).kind[50]).toBe(running);
    expect(jump(12).kind[50]).toBe(running);
  });

  it('leaves the steps beside it as they are', () => {
    const run = jump(131);
    expect([...run.kind].filter((kind) => kind === glitch)).toHaveLength(1);
    for (const i of [48, 49, 51, 52]) expect(run.speedMps[i]).toBeCloseTo(3, 9);
  });

  it('is left out of the distance reached', () => {
    expect(jump(131).reachedM.at(-1)).toBe(297);
  });

  it('is a whole stretch beyond 12 m/s', () => {
    const at = (speedMps: number) => kinds(of(fromSteps(Array(60).fill(speedMps))));
    expect(at(12)).toEqual(new Set([running]));
    expect(at(12.1)).toEqual(new Set([glitch]));
  });

  it('of a minute in a car leaves no distance behind', () => {
    const stepsM = [...Array(100).fill(3), ...Array(60).fill(20), ...Array(100).fill(3)];
    const run = of(fromSteps(stepsM));
    expect(run.byKind.distanceM[glitch]).toBeCloseTo(1_200, -2);
    expect(run.reachedM.at(-1)).toBeCloseTo(600, -2);
    expect(run.reachedM.at(-1)).toBeLessThan(640);
  });

  it('of a distance that jumps up and back is not run twice', () => {
    const distanceM = Array.from({ length: 101 }, (_, i) => 3 * i);
    distanceM[50] = 5_000;
    const run = of(activityOf(samplesOf({ timeS: distanceM.map((_, i) => i), distanceM })));
    expect(run.kind[49]).toBe(glitch);
    expect(run.reachedM.at(-1)).toBeLessThanOrEqual(300);
    expect(run.reachedM.at(-1)).toBeGreaterThan(290);
  });
});

describe('calibration', () => {
  const calibrated = (distanceM: number, stepsM: readonly number[] = Array(3600).fill(3)) =>
    of(fromSteps(stepsM, { session: { ...NO_TOTALS, distanceM, timerS: stepsM.length } }));

  it('brings distance and speed to the total of the session', () => {
    const run = calibrated(9_000);
    expect(run.distanceScale).toBeCloseTo(9_000 / 10_800, 12);
    expect(run.reachedM.at(-1)).toBeCloseTo(9_000, 6);
    expect(run.distanceM[100]).toBeCloseTo(2.5, 9);
    expect(run.speedMps[100]).toBeCloseTo(2.5, 9);
  });

  it('comes before walking and running are told apart', () => {
    expect(kinds(calibrated(7_000))).toEqual(new Set([walking]));
  });

  it('is not due where the total counts a glitch', () => {
    const stepsM = Array<number>(3600).fill(3);
    stepsM[1000] = 5_000;
    expect(calibrated(15_797, stepsM).distanceScale).toBe(1);
  });

  it('leaves a glitch out where the total does', () => {
    const stepsM = Array<number>(3600).fill(3);
    stepsM[1000] = 5_000;
    expect(calibrated(10_797, stepsM).distanceScale).toBe(1);
  });
});

const PARTS = fc.array(
  fc.record({
    speedMps: fc.integer({ min: 0, max: 80 }).map((tenths) => tenths / 10),
    durationS: fc.integer({ min: 1, max: 120 }),
    cadenceSpm: fc.integer({ min: 0, max: 200 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('any run', () => {
  it('has its time and distance in its intervals, each once', () => {
    fc.assert(
      fc.property(PARTS, fc.integer({ min: 1, max: 9 }), (parts: Part[], everyS) => {
        const activity = steadyRun(parts, { everyS });
        const run = intervals(activity);
        const { samples } = activity;
        const totalM = (samples.distanceM as Float64Array).at(-1) as number;
        if (run === null) {
          expect(totalM === 0 || samples.count < 2).toBe(true);
          return;
        }
        const seconds = run.timerS.reduce((sum, step) => sum + step, 0);
        expect(seconds).toBeCloseTo((samples.timeS.at(-1) as number) - START_TIME_S, 6);
        expect(run.reachedM.at(-1)).toBeCloseTo(totalM, 6);
      }),
      { numRuns: 60 },
    );
  });
});
