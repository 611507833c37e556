import { describe, expect, it } from 'vitest';
import { type RunSpec, type Segment, syntheticRun } from '../../fixtures/synthetic-run.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { isBeyondRunning, isQuickWithoutSteps } from '../../src/import/beyond-running.ts';

const at = (speedMps: number, durationS: number, cadenceSpm = 180): Segment => ({
  speedMps,
  durationS,
  cadenceSpm,
});

const of = (segments: readonly Segment[], spec: Partial<RunSpec> = {}): Activity =>
  syntheticRun({ segments, ...spec });

const isBeyond = (...segments: Segment[]): boolean => isBeyondRunning(of(segments));

describe('what the file calls a run', () => {
  it.each([
    ['3,000 m as fast as anyone ran them', 6.85, 500, false],
    ['3,000 m faster', 6.87, 500, true],
    ['4,000 m as fast as anyone could run them', 6.71, 640, false],
    ['4,000 m faster', 6.74, 640, true],
    ['5,000 m as fast as anyone ran them', 6.61, 820, false],
    ['5,000 m faster', 6.64, 820, true],
    ['10,000 m as fast as anyone ran them', 6.36, 1640, false],
    ['10,000 m faster', 6.38, 1640, true],
    ['a half marathon as fast as anyone ran it', 6.19, 3450, false],
    ['a half marathon faster', 6.21, 3450, true],
  ])('is none beyond what was ever run: %s', (_, speedMps, durationS, expected) => {
    expect(isBeyond(at(2, 120), at(speedMps, durationS), at(2, 120))).toBe(expected);
    expect(isBeyondRunning(of([at(speedMps, durationS)], { recording: 'smart' }))).toBe(expected);
  });

  it('may be run faster over a shorter distance', () => {
    expect(isBeyond(at(9, 300))).toBe(false);
  });

  it('may hold any number of sprints between rests', () => {
    const repeats = Array.from({ length: 12 }, () => [at(7.5, 60), at(1.2, 90)]).flat();
    expect(isBeyond(...repeats)).toBe(false);
  });

  it('is not made faster by pauses', () => {
    const segments = Array.from({ length: 10 }, () => at(7.5, 50));
    const pauses = segments.map((_, i) => ({ afterTimerS: 50 * i + 49, durationS: 90 }));
    expect(isBeyondRunning(of(segments, { pauses }))).toBe(false);
    expect(isBeyondRunning(of(segments))).toBe(true);
  });

  it('stays a run with a jump of position of five kilometres', () => {
    const run = of([at(3, 1200)]);
    run.samples.distanceM?.forEach((metres, i, column) => {
      if (i > 600) column[i] = metres + 5000;
    });
    expect(isBeyondRunning(run)).toBe(false);
  });

  it('stays a run with a kilometre that drifts by twice its length', () => {
    expect(isBeyond(at(3, 900), at(6, 330), at(3, 900))).toBe(false);
  });

  it('is told by its totals where it has no samples', () => {
    const manual = (distanceM: number | null, timerS: number | null) => {
      const run = of([at(3, 60)]);
      return isBeyondRunning({
        ...run,
        session: { ...run.session, distanceM, timerS, elapsedS: timerS },
        samples: { ...run.samples, timeS: new Float64Array(0), distanceM: null, count: 0 },
      });
    };
    expect(manual(10_000, 1572)).toBe(false);
    expect(manual(10_000, 1570)).toBe(true);
    expect(manual(2_900, 100)).toBe(false);
    expect(manual(10_000, null)).toBe(false);
    expect(manual(10_000, 0)).toBe(false);
    expect(manual(null, 600)).toBe(false);
  });
});

describe('a fast run without the steps of a run', () => {
  it.each([
    ['139 steps a minute', 5.3, 138, true],
    ['140 steps a minute', 5.3, 140, false],
    ['no step at all', 5.3, 0, true],
    ['no step at all, but not fast', 4.9, 0, false],
  ])('with %s: none is %s', (_, speedMps, cadenceSpm, expected) => {
    expect(isBeyond(at(speedMps, 900, cadenceSpm))).toBe(expected);
  });

  it('is none only when most of it is such', () => {
    expect(isBeyond(at(3, 900), at(5.5, 840, 0))).toBe(false);
    expect(isBeyond(at(3, 900), at(5.5, 960, 0))).toBe(true);
  });

  it('takes no account of standing', () => {
    expect(isBeyond(at(0.1, 900, 0), at(5.5, 600, 0))).toBe(true);
  });

  it('cannot be told where cadence was not recorded', () => {
    const run = of([at(5.5, 900, 0)]);
    expect(isBeyondRunning({ ...run, samples: { ...run.samples, cadenceSpm: null } })).toBe(false);
  });
});

describe('a run whose steps nothing has counted', () => {
  const isQuick = (speedMps: number, durationS: number, cadenceSpm: number | null = null) => {
    const run = of([at(speedMps, durationS)]);
    const { samples, session } = run;
    return isQuickWithoutSteps({
      ...run,
      session: { ...session, avgCadenceSpm: cadenceSpm },
      samples: { ...samples, cadenceSpm: cadenceSpm === null ? null : samples.cadenceSpm },
    });
  };

  it.each([
    ['5,000 m at nine tenths of the speed of the fastest', 5.94, 850, false],
    ['5,000 m faster', 5.98, 850, true],
    ['10,000 m at nine tenths of the speed of the fastest', 5.71, 1770, false],
    ['10,000 m faster', 5.75, 1770, true],
    ['2,900 m, however fast', 6.6, 440, false],
  ])('is quick for one: %s', (_, speedMps, durationS, expected) => {
    expect(isQuick(speedMps, durationS)).toBe(expected);
  });

  it('is not asked about when they were', () => {
    expect(isQuick(6, 1800)).toBe(true);
    expect(isQuick(6, 1800, 180)).toBe(false);
  });
});
