import { describe, expect, it } from 'vitest';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { heaviestStretch, type RunSegment, segmentLoad } from '../../src/analysis/segment-load.ts';
import { activityOf, samplesOf, steadyRun } from './steady-run.ts';

const HILLY = steadyRun([
  { speedMps: 2.8, distanceM: 5_000 },
  { speedMps: 2.8, distanceM: 2_000, gradePercent: 9 },
  { speedMps: 2.8, distanceM: 3_000, gradePercent: -6 },
]);

const segment = (loadShare: number, timeShare: number) => ({ loadShare, timeShare }) as RunSegment;

describe('segments of a run', () => {
  it('are of the length asked for, the last one what is left', () => {
    const segments = segmentLoad(steadyRun([{ speedMps: 3, distanceM: 2_500 }]), 1_000);
    expect(segments.map(({ startM, endM }) => [startM, Math.round(endM)])).toEqual([
      [0, 1_000],
      [1_000, 2_000],
      [2_000, 2_500],
    ]);
  });

  it('leave no scrap: less than a twentieth of a segment belongs to the one before it', () => {
    const ends = (distanceM: number) =>
      segmentLoad(steadyRun([{ speedMps: 3, distanceM }]), 1_000).map(({ endM }) =>
        Math.round(endM),
      );
    expect(ends(2_049)).toEqual([1_000, 2_049]);
    expect(ends(2_051)).toEqual([1_000, 2_000, 2_051]);
    expect(ends(30)).toEqual([30]);
  });

  it('share out the load and the time of the run', () => {
    const segments = segmentLoad(HILLY, 1_000);
    const sum = (name: 'loadShare' | 'timeShare' | 'loadAeKm') =>
      segments.reduce((total, part) => total + part[name], 0);
    expect(sum('loadShare')).toBeCloseTo(1, 9);
    expect(sum('timeShare')).toBeCloseTo(1, 9);
    expect(sum('loadAeKm')).toBeCloseTo(runExposure(HILLY).load?.loadAeKm as number, 9);
  });

  it('are none where the samples do not tell how far it was', () => {
    expect(segmentLoad(activityOf(samplesOf({ timeS: [] })), 1_000)).toEqual([]);
  });
});

describe('the heaviest stretch', () => {
  it('is the climb', () => {
    const segments = segmentLoad(HILLY, 1_000);
    const heaviest = heaviestStretch(segments);
    expect(heaviest).toMatchObject({ first: 5, last: 6 });
    expect(heaviest?.timeShare).toBeCloseTo(0.2, 3);
    expect(heaviest?.loadShare).toBeGreaterThan(0.26);
    expect(segments[5]?.gradeFraction).toBeCloseTo(0.09, 2);
  });

  it('is none in an even run', () => {
    expect(
      heaviestStretch(segmentLoad(steadyRun([{ speedMps: 3, distanceM: 8_000 }]), 1_000)),
    ).toBeNull();
    expect(heaviestStretch([])).toBeNull();
  });

  it('gives at least a tenth more than its time', () => {
    expect(heaviestStretch([segment(0.221, 0.2), segment(0.779, 0.8)])).toMatchObject({
      first: 0,
      last: 0,
    });
    expect(heaviestStretch([segment(0.219, 0.2), segment(0.781, 0.8)])).toBeNull();
  });

  it('takes no more than a third of the time', () => {
    const halves = [segment(0.3, 0.2), segment(0.3, 0.2), segment(0.4, 0.6)];
    expect(heaviestStretch(halves)).toMatchObject({ first: 0, last: 0 });
    const thirds = [segment(0.3, 0.15), segment(0.3, 0.15), segment(0.4, 0.7)];
    expect(heaviestStretch(thirds)).toMatchObject({ first: 0, last: 1 });
  });
});
