import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/analysis/activity.ts';
import { altitude } from '../../src/analysis/altitude.ts';
import { type Intervals, intervals } from '../../src/analysis/intervals.ts';
import { seededNoise } from './seeded-noise.ts';
import { activityOf, START_TIME_S, samplesOf } from './steady-run.ts';

/** 3 m/s at 1 Hz with these altitudes. */
const withAltitude = (altitudeM: number[], overrides: Partial<Activity> = {}) =>
  activityOf(
    samplesOf({
      timeS: altitudeM.map((_, i) => START_TIME_S + i),
      distanceM: altitudeM.map((_, i) => 3 * i),
      altitudeM,
    }),
    overrides,
  );
const of = (activity: Activity) => altitude(activity, intervals(activity) as Intervals);
const altitudes = (values: number[], overrides?: Partial<Activity>) => {
  const recorded = of(withAltitude(values, overrides));
  return recorded && [...recorded.altitudeM];
};

describe('altitude', () => {
  it('bridges what the device dropped', () => {
    expect(altitudes([10, Number.NaN, Number.NaN, 16])).toEqual([10, 12, 14, 16]);
    expect(altitudes([Number.NaN, 10, 11, Number.NaN])).toEqual([10, 10, 11, 11]);
  });

  it('names the places it had to bridge for more than a minute', () => {
    const missing = (seconds: number) => [10, ...Array<number>(seconds - 1).fill(Number.NaN), 16];
    expect(of(withAltitude(missing(60)))?.dropouts).toEqual([]);
    expect(of(withAltitude(missing(61)))?.dropouts).toEqual([{ from: 0, to: 61 }]);
    expect(of(withAltitude([...missing(2), ...missing(70).slice(1, -1)]))?.dropouts).toEqual([
      { from: 2, to: 71 },
    ]);
  });

  it('takes −500 m, which is "none" to a watch, for dropped', () => {
    expect(altitudes([-500, -500, 300, 301])).toEqual([300, 300, 300, 301]);
    expect(altitudes([-449, -449.2])).toEqual([-449, -449.2]);
  });

  it('ends at 9,000 m', () => {
    expect(altitudes([8_999, 8_999])).toEqual([8_999, 8_999]);
    expect(altitudes([9_001, 9_001])).toBeNull();
  });

  it('is none without a valid value, and where it is 0 throughout', () => {
    expect(altitudes([Number.NaN, Number.NaN])).toBeNull();
    expect(altitudes([-500, -500])).toBeNull();
    expect(altitudes([0, 0, 0])).toBeNull();
    expect(of(activityOf(samplesOf({ timeS: [0, 1], distanceM: [0, 3] })))).toBeNull();
  });

  it('that never changes is a flat run, unless it is 0', () => {
    expect(altitudes([70, 70, 70])).toEqual([70, 70, 70]);
  });

  it.each(['treadmill', 'indoorRunning', 'virtualActivity'])(
    'is none on sub-sport %s',
    (subSport) => {
      expect(altitudes([10, 11, 12], { subSport })).toBeNull();
    },
  );

  it('takes out a step of more than 3 m in a second', () => {
    expect(altitudes([10, 13, 13])).toEqual([10, 13, 13]);
    expect(altitudes([10, 13.1, 13.1])).toEqual([13.1, 13.1, 13.1]);
  });

  it('takes out a spike and leaves the rest as it was', () => {
    expect(altitudes([10, 10, 90, 90, 10, 10])).toEqual([10, 10, 10, 10, 10, 10]);
  });

  it('counts what it took out', () => {
    expect(of(withAltitude([10, 10, 90, 90, 10, 10]))?.glitches).toBe(2);
    expect(of(withAltitude([10, 11, 12]))?.glitches).toBe(0);
  });

  it('takes out drift while the timer stood still, without calling it a glitch', () => {
    const activity = withAltitude([10, 10, 12, 14, 14], {
      pauses: [{ startTimeS: START_TIME_S + 1, endTimeS: START_TIME_S + 3 }],
    });
    const recorded = of(activity);
    expect([...(recorded?.altitudeM ?? [])]).toEqual([14, 14, 14, 14, 14]);
    expect(recorded?.glitches).toBe(0);
  });

  it('knows the noise of a GPS altitude, and that hills are none', () => {
    expect(of(withAltitude(seededNoise(3600).map((value) => 100 + value)))?.noiseM).toBeCloseTo(
      1,
      1,
    );
    const hills = Array.from({ length: 3600 }, (_, i) => 100 + 20 * Math.sin(i / 40));
    expect(of(withAltitude(hills))?.noiseM).toBe(0);
  });

  it('lets noise be: large steps of it are no glitches', () => {
    expect(of(withAltitude(seededNoise(3600).map((value) => 100 + value)))?.glitches).toBe(0);
  });

  it('knows its resolution', () => {
    expect(of(withAltitude([10, 10.2, 10.6]))?.stepM).toBeCloseTo(0.2, 9);
    expect(of(withAltitude([10, 11, 13]))?.stepM).toBe(1);
    expect(of(withAltitude([10, 10, 10]))?.stepM).toBe(0);
  });
});
