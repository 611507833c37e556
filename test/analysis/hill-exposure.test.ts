import { describe, expect, it } from 'vitest';
import { type HillExposure, hillExposure } from '../../src/analysis/hill-exposure.ts';
import { INTERVAL_KIND, type Intervals, intervals } from '../../src/analysis/intervals.ts';
import { gradeAdjustedSpeed } from '../../src/analysis/minetti.ts';
import { steadyRun } from './steady-run.ts';

/** Seconds at 3 m/s or another speed, each on its own grade. */
function on(grades: readonly number[], speedMps = 3): HillExposure {
  return hillExposure(runOf(grades.length, speedMps), Float64Array.from(grades));
}

function runOf(seconds: number, speedMps = 3): Intervals {
  return intervals(steadyRun([{ speedMps, durationS: seconds }])) as Intervals;
}

const flat = (seconds: number) => Array<number>(seconds).fill(0);
const up = (seconds: number, gradeFraction = 0.08) => Array<number>(seconds).fill(gradeFraction);

describe('bands of grade', () => {
  it.each([
    [-0.3, 'steepDown'],
    [-0.1, 'steepDown'],
    [-0.0999, 'down'],
    [-0.05, 'down'],
    [-0.0499, 'level'],
    [0, 'level'],
    [0.0499, 'level'],
    [0.05, 'up'],
    [0.0999, 'up'],
    [0.1, 'steepUp'],
    [0.3, 'steepUp'],
  ] as const)('put a grade of %d in %s', (grade, name) => {
    expect(on(Array(20).fill(grade)).bands[name]).toEqual({ seconds: 20, metres: 60 });
  });

  it('hold every moving second of known grade once', () => {
    const { bands } = on([...up(10, 0.12), ...up(20, 0.06), ...flat(30), ...up(5, Number.NaN)]);
    const seconds = Object.values(bands).reduce((sum, band) => sum + band.seconds, 0);
    expect(seconds).toBe(60);
  });

  it('count walking but not standing', () => {
    const run = runOf(20);
    run.kind.fill(INTERVAL_KIND.walking, 0, 5);
    run.kind.fill(INTERVAL_KIND.standing, 5, 12);
    expect(hillExposure(run, Float64Array.from(up(20))).bands.up.seconds).toBe(13);
  });
});

describe('uphill', () => {
  it('is 5 % and steeper, steep uphill 10 % and steeper', () => {
    const hills = on([...up(10, 0.04), ...up(20, 0.05), ...up(30, 0.1)]);
    expect(hills.uphillS).toBe(50);
    expect(hills.uphillM).toBe(150);
    expect(hills.steepUphillM).toBe(90);
  });
});

describe('hard efforts uphill', () => {
  it('last at least 8 s', () => {
    expect(on([...flat(30), ...up(8), ...flat(30)]).effortsMps).toHaveLength(1);
    expect(on([...flat(30), ...up(7), ...flat(30)]).effortsMps).toEqual([]);
  });

  it('are on 6 % and steeper', () => {
    expect(on([...flat(30), ...up(20, 0.06)]).effortsMps).toHaveLength(1);
    expect(on([...flat(30), ...up(20, 0.0599)]).effortsMps).toEqual([]);
  });

  it('are counted stretch by stretch', () => {
    const repeats = Array.from({ length: 6 }, () => [...up(12), ...flat(60)]).flat();
    expect(on(repeats).effortsMps).toHaveLength(6);
  });

  it('are told by their best 8 s of grade-adjusted speed', () => {
    const run = runOf(40);
    run.speedMps.fill(4, 20, 28);
    const [best] = hillExposure(run, Float64Array.from(up(40, 0.1))).effortsMps;
    expect(best).toBeCloseTo(gradeAdjustedSpeed(4, 0.1), 9);
  });

  it('end where the runner walks', () => {
    const run = runOf(30);
    run.kind.fill(INTERVAL_KIND.walking, 10, 12);
    expect(hillExposure(run, Float64Array.from(up(30))).effortsMps).toHaveLength(2);
  });

  it('are found at the end of the run', () => {
    expect(on([...flat(20), ...up(10)]).effortsMps).toHaveLength(1);
  });
});
