import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/analysis/activity.ts';
import { bestEfforts } from '../../src/analysis/best-efforts.ts';
import { type Intervals, intervals } from '../../src/analysis/intervals.ts';
import { activityOf, type Part, samplesOf, steadyRun } from './steady-run.ts';

const of = (activity: Activity) =>
  bestEfforts(activity.samples.timeS, intervals(activity) as Intervals);
const durations = (activity: Activity) =>
  Object.fromEntries(of(activity).bestEfforts.map((e) => [e.distanceM, e.durationS]));

const FAST_400: Part[] = [
  { speedMps: 2.5, distanceM: 1_000 },
  { speedMps: 5, distanceM: 400 },
  { speedMps: 2.5, distanceM: 1_000 },
];

describe('best efforts', () => {
  it('of an even run are its distances at its speed, as far as it goes', () => {
    const found = durations(steadyRun([{ speedMps: 4, distanceM: 3_000 }]));
    expect(Object.keys(found).map(Number)).toEqual([400, 800, 1_600, 3_000]);
    expect(found[400]).toBeCloseTo(100, 4);
    expect(found[3_000]).toBeCloseTo(750, 4);
  });

  it('find the fast part', () => {
    const found = durations(steadyRun(FAST_400));
    expect(found[400]).toBeCloseTo(80, 4);
    expect(found[800]).toBeCloseTo(80 + 160, 4);
  });

  it('find it as well with a sample every 7 s, from the middle of a step on', () => {
    expect(durations(steadyRun(FAST_400, { everyS: 7 }))[400]).toBeLessThan(86);
    expect(durations(steadyRun(FAST_400, { everyS: 7 }))[400]).toBeGreaterThanOrEqual(80);
  });

  it('count the clock through a pause', () => {
    const timeS = [...Array(101).keys(), ...Array.from({ length: 101 }, (_, i) => 201 + i)];
    const distanceM = timeS.map((time) => (time <= 100 ? 4 * time : 400 + 4 * (time - 200)));
    const found = durations(
      activityOf(samplesOf({ timeS, distanceM }), { pauses: [{ startTimeS: 100, endTimeS: 200 }] }),
    );
    expect(found[400]).toBeCloseTo(100, 4);
    expect(found[800]).toBeCloseTo(300, 4);
  });

  it('never span a glitch', () => {
    const distanceM = Array.from({ length: 300 }, (_, i) => 3 * i + (i > 150 ? 500 : 0));
    const activity = activityOf(samplesOf({ timeS: distanceM.map((_, i) => i), distanceM }));
    const found = durations(activity);
    expect(found[400]).toBeCloseTo(400 / 3, 4);
    expect(found[800]).toBeUndefined();
  });

  it('agree with a search of every start and end', () => {
    const parts = fc.array(
      fc.record({
        speedMps: fc.integer({ min: 1, max: 6 }),
        durationS: fc.integer({ min: 20, max: 90 }),
      }),
      { minLength: 3, maxLength: 6 },
    );
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 9 }), (some, everyS) => {
        const activity = steadyRun(some, { everyS });
        expect(durations(activity)[400]).toEqual(fastest400(activity));
      }),
      { numRuns: 40 },
    );
  });
});

/** Tries every sample as start and as end. */
function fastest400({ samples }: Activity): unknown {
  const time = [...samples.timeS];
  const reached = [...(samples.distanceM as Float64Array)];
  if ((reached.at(-1) as number) < 400 - 1e-6) return undefined;
  const at = (metres: number) => {
    const next = reached.findIndex((value) => value >= metres - 1e-9);
    if (next <= 0) return time[0] as number;
    const before = reached[next - 1] as number;
    const share = (metres - before) / ((reached[next] as number) - before);
    return (
      (time[next - 1] as number) + share * ((time[next] as number) - (time[next - 1] as number))
    );
  };
  const spans = reached.flatMap((metres, i) => [
    ...(metres + 400 <= (reached.at(-1) as number) ? [at(metres + 400) - (time[i] as number)] : []),
    ...(metres >= 400 ? [(time[i] as number) - at(metres - 400)] : []),
  ]);
  const least = Math.min(...spans);
  return expect.closeTo(least, 3);
}

describe('top speed over 10 s', () => {
  it('is the mean of the fastest 10 s', () => {
    const activity = steadyRun([
      { speedMps: 3, durationS: 60 },
      { speedMps: 7, durationS: 5 },
      { speedMps: 3, durationS: 60 },
    ]);
    expect(of(activity).top10sSpeedMps).toBeCloseTo(5, 4);
  });

  it('is unknown in a run of less than 10 s', () => {
    expect(of(steadyRun([{ speedMps: 4, durationS: 10 }])).top10sSpeedMps).toBeCloseTo(4, 6);
    expect(of(steadyRun([{ speedMps: 4, durationS: 9 }])).top10sSpeedMps).toBeNull();
  });
});
