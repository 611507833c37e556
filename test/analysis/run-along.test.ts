import { describe, expect, it } from 'vitest';
import { altitudeAt, type RunAlong, runAlong, stretch } from '../../src/analysis/run-along.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { activityOf, samplesOf, steadyRun } from './steady-run.ts';

const RUN = steadyRun([
  { speedMps: 3, distanceM: 1_500, cadenceSpm: 160 },
  { speedMps: 2.5, distanceM: 1_000, gradePercent: 8, cadenceSpm: 170 },
  { speedMps: 0, durationS: 60, cadenceSpm: 0 },
  { speedMps: 4, distanceM: 1_500, gradePercent: -4, cadenceSpm: 180 },
]);
const along = runAlong(RUN) as RunAlong;

describe('a stretch of a run', () => {
  it('has the time, speed and cadence of what was run there', () => {
    const part = stretch(along, 200, 1_200);
    expect(part.timerS).toBeCloseTo(1_000 / 3, 6);
    expect(part.speedMps).toBeCloseTo(3, 6);
    expect(part.cadenceSpm).toBeCloseTo(160, 6);
    expect(part.heartRateBpm).toBeNull();
  });

  it('has the grade and climb of the ground there', () => {
    const part = stretch(along, 1_600, 2_400);
    expect(part.gradeFraction).toBeCloseTo(0.08, 3);
    expect(part.ascentM).toBeCloseTo(64, 1);
    expect(part.descentM).toBe(0);
    expect(altitudeAt(along, 2_000)).toBeCloseTo(140, 1);
  });

  it('has a standstill at its start, not at its end, and no slower speed for it', () => {
    expect(stretch(along, 2_400, 2_500).timerS).toBeCloseTo(40, 0);
    const after = stretch(along, 2_500, 2_600);
    expect(after.timerS).toBeCloseTo(85, 0);
    expect(after.speedMps).toBeGreaterThan(3.4);
  });

  it('at the end of the run has the standstill after it', () => {
    const stopped = runAlong(
      steadyRun([
        { speedMps: 3, distanceM: 900 },
        { speedMps: 0, durationS: 50, cadenceSpm: 0 },
      ]),
    ) as RunAlong;
    expect(stretch(stopped, 600, 900).timerS).toBeCloseTo(150, 6);
  });

  it('and its neighbours make up the whole run', () => {
    const exposure = runExposure(RUN);
    const parts = [0, 700, 1_700, 2_500].map((from, i, all) =>
      stretch(along, from, all[i + 1] ?? along.totalM),
    );
    const sum = (read: (part: (typeof parts)[number]) => number | null) =>
      parts.reduce((total, part) => total + (read(part) ?? 0), 0);
    expect(sum(({ loadAeKm }) => loadAeKm)).toBeCloseTo(exposure.load?.loadAeKm as number, 9);
    expect(sum(({ timerS }) => timerS)).toBeCloseTo(exposure.timerS as number, 6);
    expect(sum(({ movingS }) => movingS)).toBeCloseTo(exposure.movingS as number, 6);
    expect(sum(({ ascentM }) => ascentM)).toBeCloseTo(exposure.derivedAscentM as number, 9);
    expect(sum(({ descentM }) => descentM)).toBeCloseTo(exposure.derivedDescentM as number, 9);
  });

  it('within a recording gap has time but nothing measured', () => {
    const timeS = [0, 10, 20, 320, 330, 340];
    const gappy = runAlong(
      activityOf(samplesOf({ timeS, distanceM: timeS.map((time) => 3 * time) })),
    ) as RunAlong;
    expect(stretch(gappy, 100, 400)).toMatchObject({ speedMps: null, loadAeKm: 0, movingS: 0 });
    expect(stretch(gappy, 100, 400).timerS).toBeCloseTo(100, 6);
  });

  it('without altitude has neither grade nor climb', () => {
    const flat = runAlong(
      steadyRun([{ speedMps: 3, distanceM: 900 }], { hasAltitude: false }),
    ) as RunAlong;
    expect(stretch(flat, 0, 900)).toMatchObject({
      gradeFraction: null,
      ascentM: null,
      descentM: null,
    });
    expect(altitudeAt(flat, 100)).toBeNull();
  });

  it('is not to be had where the samples do not tell how far it was', () => {
    expect(runAlong(activityOf(samplesOf({ timeS: [0, 1] })))).toBeNull();
  });
});
