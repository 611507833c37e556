import { describe, expect, it } from 'vitest';
import type { Activity, Session } from '../../src/analysis/activity.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { NO_TOTALS, steadyRun } from './steady-run.ts';

/** 60 m up and 60 m down in 2,000 m; ends where it began. */
const hill = (): Activity =>
  steadyRun([
    { speedMps: 2.5, distanceM: 1_000, gradePercent: 6 },
    { speedMps: 2.5, distanceM: 1_000, gradePercent: -6 },
  ]);

const stated = (session: Partial<Session>, activity = hill()) =>
  runExposure({ ...activity, session: { ...NO_TOTALS, ...session } });

const withoutAltitude = (share: number): Activity => {
  const activity = hill();
  const { altitudeM, count } = activity.samples;
  altitudeM?.fill(Number.NaN, 0, Math.round(share * count));
  return activity;
};

describe('a climb the watch states', () => {
  it('is not believed where its own altitude neither rises so much nor ends so high', () => {
    const exposure = stated({ ascentM: 109, descentM: 22 });
    expect(exposure.ascentOrigin).toBe('derived');
    expect(exposure.ascentM).toBe(exposure.derivedAscentM);
    expect(exposure.descentM).toBe(exposure.derivedDescentM);
    expect(exposure.ascentM).toBeCloseTo(60, 0);
    const [warning] = exposure.warnings;
    expect(warning?.kind).toBe('climb-contradicted');
    expect(warning?.message).toContain('109 m up and 22 m down');
    expect(warning?.message).toContain('add up to 60 m and the falls to 60 m');
  });

  it('is not believed for a descent that its altitude does not hold', () => {
    expect(stated({ ascentM: 22, descentM: 109 }).ascentOrigin).toBe('derived');
  });

  it.each([
    { what: 'differs from the change of altitude alone', ascentM: 64, descentM: 30 },
    {
      what: 'exceeds every rise alone, as of a watch that writes few samples',
      ascentM: 80,
      descentM: 78,
    },
    { what: 'misses the change of altitude by 19 m', ascentM: 99, descentM: 80 },
    { what: 'comes without a descent', ascentM: 109, descentM: null },
  ])('is believed where it $what', ({ ascentM, descentM }) => {
    const exposure = stated({ ascentM, descentM });
    expect(exposure).toMatchObject({ ascentM, ascentOrigin: 'device', warnings: [] });
  });

  it('is doubted from 20 m and a tenth on', () => {
    expect(stated({ ascentM: 102, descentM: 80 }).ascentOrigin).toBe('derived');
    expect(stated({ ascentM: 68, descentM: 40 }).ascentOrigin).toBe('derived');
  });

  it('is believed where altitude is known for less than nine tenths of the samples', () => {
    const totals = { ascentM: 140, descentM: 22 };
    expect(stated(totals, withoutAltitude(0.12)).ascentOrigin).toBe('device');
    expect(stated(totals, withoutAltitude(0.08)).ascentOrigin).toBe('derived');
  });

  it('is believed where the samples are less than nine tenths of the run', () => {
    const totals = { ascentM: 109, descentM: 22, distanceM: 2_300 };
    expect(stated({ ...totals, timerS: 920 }).ascentOrigin).toBe('device');
    expect(stated({ ...totals, timerS: 860 }).ascentOrigin).toBe('derived');
  });
});
