import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/analysis/activity.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { activityOf, NO_TOTALS, samplesOf, steadyRun } from './steady-run.ts';

const warningsOf = (activity: Activity) => runExposure(activity).warnings;
const plain = () => steadyRun([{ speedMps: 3, distanceM: 3_000 }]);

describe('warnings', () => {
  it('are none for a run that tells everything', () => {
    expect(warningsOf(plain())).toEqual([]);
  });

  it('say by how much a distance was calibrated', () => {
    const calibratedTo = (distanceM: number) =>
      warningsOf({ ...plain(), session: { ...NO_TOTALS, distanceM } })[0];
    expect(calibratedTo(2_700)?.kind).toBe('distance-calibrated');
    expect(calibratedTo(2_700)?.message).toContain('shortened by 10.0 %');
    expect(calibratedTo(3_300)?.message).toContain('lengthened by 10.0 %');
  });

  it('count recording gaps and their minutes', () => {
    const timeS = [0, 60, 300, 360, 720];
    const [warning] = warningsOf(
      activityOf(
        samplesOf({ timeS, distanceM: timeS.map((time) => 3 * time), altitudeM: [9, 9, 9, 9, 9] }),
      ),
    );
    expect(warning?.kind).toBe('recording-gap');
    expect(warning?.message).toContain('2 recording gaps, 10 min');
  });

  it('count jumps of position and their metres', () => {
    const activity = plain();
    activity.samples.distanceM?.forEach((value, i, column) => {
      if (i > 500) column[i] = value + 80;
    });
    const [warning] = warningsOf(activity);
    expect(warning?.kind).toBe('speed-glitch');
    expect(warning?.message).toContain('1 impossible jump of position, 83 m');
  });

  it('count jumps of altitude', () => {
    const activity = plain();
    activity.samples.altitudeM?.fill(180, 200, 300);
    const [warning] = warningsOf(activity);
    expect(warning?.kind).toBe('altitude-glitch');
    expect(warning?.message).toContain('2 impossible jumps of altitude');
  });

  it('say that grade is unknown, without taking a treadmill for flat ground', () => {
    const [warning] = warningsOf({ ...plain(), subSport: 'treadmill' });
    expect(warning?.kind).toBe('grade-unknown');
  });

  const withHeart = (lockedShare: number, beatsApart: number): Activity => {
    const run = plain();
    const { cadenceSpm, count } = run.samples;
    const heartRateBpm = Float64Array.from({ length: count }, (_, i) => {
      const steps = cadenceSpm?.[i] as number;
      return i <= lockedShare * (count - 1) ? steps + beatsApart : 140;
    });
    return { ...run, samples: { ...run.samples, heartRateBpm } };
  };

  it.each([
    [0.51, 3, true],
    [0.51, -3, true],
    [0.51, 4, false],
    [0.5, 3, false],
    [0, 0, false],
  ])(
    'name a heart rate that is the cadence for %d of the run, %d apart: %s',
    (share, apart, expected) => {
      const kinds = warningsOf(withHeart(share, apart)).map(({ kind }) => kind);
      expect(kinds).toEqual(expected ? ['heart-rate-like-cadence'] : []);
    },
  );

  it('compare the heart rate with the cadence while running only', () => {
    const walk = steadyRun([{ speedMps: 1.5, distanceM: 3_000, cadenceSpm: 120 }]);
    const heartRateBpm = walk.samples.cadenceSpm;
    expect(warningsOf({ ...walk, samples: { ...walk.samples, heartRateBpm } })).toEqual([]);
  });

  it('say that nothing tells how far it was', () => {
    expect(warningsOf(activityOf(samplesOf({ timeS: [] })))).toMatchObject([
      { kind: 'no-distance' },
    ]);
  });
});
