import { describe, expect, it } from 'vitest';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { type RunSeries, runSeries } from '../../src/analysis/run-series.ts';
import { activityOf, samplesOf, steadyRun } from './steady-run.ts';

const RUN = steadyRun([
  { speedMps: 3, distanceM: 3_000 },
  { speedMps: 2.5, distanceM: 2_000, gradePercent: 5 },
]);
const of = (activity = RUN, points = 200) => runSeries(activity, points) as RunSeries;

describe('the series of a run', () => {
  it('has as many points as asked for, in every column', () => {
    const { distanceM, timerS, loadAeKm, speedMps, altitudeM, gradeFraction, cadenceSpm } = of();
    for (const column of [
      distanceM,
      timerS,
      loadAeKm,
      speedMps,
      altitudeM,
      gradeFraction,
      cadenceSpm,
    ]) {
      expect(column).toHaveLength(200);
    }
  });

  it('has points no closer than 10 m', () => {
    expect(of(RUN, 10_000).distanceM).toHaveLength(500);
    expect(of(steadyRun([{ speedMps: 3, distanceM: 4 }])).distanceM).toHaveLength(1);
  });

  it('shows speed, grade and altitude where they were', () => {
    const { distanceM, speedMps, gradeFraction, altitudeM } = of();
    const at = distanceM.findIndex((metres) => metres > 4_000);
    expect(speedMps[at]).toBeCloseTo(2.5, 3);
    expect(gradeFraction?.[at]).toBeCloseTo(0.05, 6);
    expect(altitudeM?.[at]).toBeCloseTo(100 + ((distanceM[at] as number) - 3_000) * 0.05, 3);
    expect(speedMps[10]).toBeCloseTo(3, 3);
  });

  it('ends at the time and the load of the run', () => {
    const { timerS, loadAeKm } = of();
    expect(timerS.at(-1)).toBeCloseTo(1_800, 6);
    expect(loadAeKm.at(-1)).toBeCloseTo(runExposure(RUN).load?.loadAeKm as number, 9);
  });

  it('breaks where the watch recorded nothing', () => {
    const timeS = [...Array(100).keys(), ...Array.from({ length: 100 }, (_, i) => 400 + i)];
    const { distanceM, speedMps, altitudeM, cadenceSpm, loadAeKm } = of(
      activityOf(
        samplesOf({
          timeS,
          distanceM: timeS.map((time) => 3 * time),
          altitudeM: timeS.map(() => 20),
        }),
      ),
      100,
    );
    const gap = distanceM.findIndex((metres) => metres > 700);
    expect(speedMps[gap]).toBeNull();
    expect(altitudeM?.[gap]).toBeNull();
    expect(loadAeKm[gap]).toBe(loadAeKm[gap - 1]);
    expect(cadenceSpm).toBeNull();
  });

  it('lacks the columns that were never recorded', () => {
    const series = of(steadyRun([{ speedMps: 3, distanceM: 900 }], { hasAltitude: false }));
    expect(series).toMatchObject({ altitudeM: null, gradeFraction: null, heartRateBpm: null });
  });

  it('is not to be had where the samples do not tell how far it was', () => {
    expect(runSeries(activityOf(samplesOf({ timeS: [0, 1] })), 100)).toBeNull();
  });
});
