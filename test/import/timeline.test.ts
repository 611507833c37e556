import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pause, Samples } from '../../src/analysis/activity.ts';
import { LONGEST_ACTIVITY_S, TIME_JUMP_S } from '../../src/analysis/policy.ts';
import { type TimeWindow, toTimeline } from '../../src/import/timeline.ts';

function samplesAt(times: readonly number[], heartRates?: readonly number[]): Samples {
  return {
    count: times.length,
    timeS: Float64Array.from(times),
    distanceM: Float64Array.from(times, (_, row) => row),
    speedMps: null,
    altitudeM: null,
    cadenceSpm: null,
    heartRateBpm: heartRates === undefined ? null : Float64Array.from(heartRates),
    powerW: null,
    latitudeDeg: null,
    longitudeDeg: null,
  };
}

function timesOf(
  times: readonly number[],
  { pauses = [], window = null }: { pauses?: Pause[]; window?: TimeWindow | null } = {},
) {
  const { samples, warnings } = toTimeline(samplesAt(times), pauses, window);
  expect(samples.count).toBe(samples.timeS.length);
  return { times: Array.from(samples.timeS), kinds: warnings.map(({ kind }) => kind) };
}

const counting = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

describe('a timeline', () => {
  it('that is one already is handed back as it is', () => {
    const samples = samplesAt([1, 2, 5]);
    expect(toTimeline(samples, [], null)).toEqual({ samples, warnings: [] });
    expect(toTimeline(samples, [], null).samples).toBe(samples);
  });

  it('of no samples stays empty', () => {
    expect(timesOf([])).toEqual({ times: [], kinds: [] });
    expect(timesOf([Number.NaN])).toEqual({ times: [], kinds: [] });
  });

  it('merges rows of one time: the later value wins, a missing one never does', () => {
    const samples = samplesAt([1, 1, 2, 2], [150, Number.NaN, 151, 152]);
    const merged = toTimeline(samples, [], null).samples;
    expect(Array.from(merged.timeS)).toEqual([1, 2]);
    expect(Array.from(merged.heartRateBpm ?? [])).toEqual([150, 152]);
    expect(Array.from(merged.distanceM ?? [])).toEqual([1, 3]);
    expect(merged.altitudeM).toBeNull();
  });

  it('leaves out one sample whose clock ran backward, with a warning', () => {
    expect(timesOf([10, 11, 3, 12])).toEqual({ times: [10, 11, 12], kinds: ['time-jump'] });
  });

  it('leaves out one sample a little ahead, and none of those that follow', () => {
    const times = [...counting(0, 100), 1900, ...counting(100, 100)];
    expect(timesOf(times).times).toEqual(counting(0, 200));
  });

  it('drops samples without a time, and says nothing: they never had a place', () => {
    expect(timesOf([1, Number.NaN, 2])).toEqual({ times: [1, 2], kinds: [] });
  });

  it('says how many samples it left out', () => {
    const one = toTimeline(samplesAt([5, 6, 1, 7]), [], null).warnings[0]?.message;
    expect(one).toContain('one sample');
    const two = toTimeline(samplesAt([5, 6, 1, 2, 7, 8]), [], null).warnings[0]?.message;
    expect(two).toContain('2 samples');
  });
});

describe('a clock that leaps ahead', () => {
  const run = counting(0, 100);
  const window = { startS: 0, endS: 100 };
  const YEARS = 2e9;

  it('by a lifetime loses the samples beyond, be they last or first', () => {
    expect(timesOf([...run, YEARS], { window })).toEqual({ times: run, kinds: ['time-jump'] });
    expect(timesOf([-YEARS, ...run], { window })).toEqual({ times: run, kinds: ['time-jump'] });
    expect(timesOf([...run, YEARS])).toEqual({ times: run, kinds: ['time-jump'] });
  });

  it('within the time the summary covers loses nothing: the watch did not write the pause', () => {
    const lunch = [...run, ...counting(2 * TIME_JUMP_S, 50)];
    const long = { startS: 0, endS: 3 * TIME_JUMP_S };
    expect(timesOf(lunch, { window: long })).toEqual({ times: lunch, kinds: [] });
  });

  it('keeps samples up to an hour outside the summary’s time, and none further', () => {
    // Two leaps each, so that the window decides and not the step.
    const near = [...run, 2 * TIME_JUMP_S];
    expect(timesOf(near, { window: { startS: 0, endS: TIME_JUMP_S } }).times).toEqual(near);
    expect(timesOf(near, { window: { startS: 0, endS: TIME_JUMP_S - 1 } }).times).toEqual(run);
  });

  it('by exactly an hour is no leap, by more it is', () => {
    const far = { startS: 0, endS: 1 };
    const hour = [...run, 99 + TIME_JUMP_S];
    expect(timesOf(hour, { window: far })).toEqual({ times: hour, kinds: [] });
    const more = [...run, 99 + TIME_JUMP_S + 1, 99 + TIME_JUMP_S + 2];
    expect(timesOf(more, { window: far }).times).toEqual(run);
  });

  it('over a pause is no leap', () => {
    const after = [...run, ...counting(50_000, 50)];
    const pauses = [{ startTimeS: 99, endTimeS: 50_000 }];
    expect(timesOf(after, { pauses, window })).toEqual({ times: after, kinds: [] });
    expect(timesOf(after, { window }).times).toEqual(run);
  });

  it('without a summary loses what lies more than a day from the rest', () => {
    const inTime = [...run, 99 + LONGEST_ACTIVITY_S];
    expect(timesOf(inTime).times).toEqual(inTime);
    expect(timesOf([...run, 99 + LONGEST_ACTIVITY_S + 1]).times).toEqual(run);
  });

  it('is believed against the summary by most of the samples', () => {
    const wrong = { startS: -YEARS, endS: -YEARS + 100 };
    expect(timesOf([-YEARS, ...run], { window: wrong }).times).toEqual(run);
  });
});

describe('whatever the times', () => {
  const anyTime = fc.oneof(
    fc.integer({ min: 0, max: 50 }),
    fc.integer({ min: 0, max: 200_000 }),
    fc.constant(Number.NaN),
    fc.constant(1e10),
  );

  it('the timeline strictly increases and invents no time', () => {
    fc.assert(
      fc.property(fc.array(anyTime, { maxLength: 60 }), (times) => {
        const { samples } = toTimeline(samplesAt(times), [], { startS: 0, endS: 100 });
        samples.timeS.forEach((time, i) => {
          expect(times).toContain(time);
          if (i > 0) expect(time).toBeGreaterThan(samples.timeS[i - 1] as number);
        });
        expect(samples.distanceM === null || samples.distanceM.length === samples.count).toBe(true);
      }),
    );
  });

  it('a timeline made once is not changed again', () => {
    fc.assert(
      fc.property(fc.array(anyTime, { maxLength: 60 }), (times) => {
        const window = { startS: 0, endS: 100 };
        const once = toTimeline(samplesAt(times), [], window).samples;
        expect(toTimeline(once, [], window).samples).toEqual(once);
      }),
    );
  });
});
