/**
 * What every importer owes to the same runs. Each run is invented from segments of known speed and slope, written in the
 * importer's format, read back and analysed; the expectation is worked out here from the segments alone, by the formula
 * of the model, never by the code under test.
 */
import { describe, expect, it } from 'vitest';
import { type RunSpec, syntheticRun } from '../../fixtures/synthetic-run.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { type RunExposure, runExposure } from '../../src/analysis/run-exposure.ts';
import { expectedExposure } from './expected-exposure.ts';

export interface Importer {
  name: string;
  /** Writes the activity in the importer's format and imports it again. */
  roundTrip(activity: Activity): Activity | Promise<Activity>;
  tolerances: Tolerances;
  /** What every run needs so that the format can hold it. Default nothing. */
  everyRun?: Partial<RunSpec>;
}

/** How far an importer may be off, because its format stores less. */
export interface Tolerances {
  distanceShare: number;
  timerS: number;
  movingS: number;
  /** Of the device's own climb. */
  ascentM: number;
  /** Of the climb worked out from the samples. */
  derivedAscentShare: number;
  /** At each end of a hill the smoothed slope blurs a little: metres an end. */
  hillEndM: number;
  /** Share of moving time that may fall outside the segment's own speed, for the ends of segments. */
  speedShare: number;
  loadShare: number;
}

export const CONTRACT_RUNS: Record<string, RunSpec> = {
  'a flat, steady run': { segments: [{ speedMps: 2.75, distanceM: 10_000 }] },
  'rolling hills': {
    segments: [1, 2].flatMap(() => [
      { speedMps: 2.85, distanceM: 600 },
      { speedMps: 2.35, distanceM: 1000, gradePercent: 7.5 },
      { speedMps: 2.85, distanceM: 300 },
      { speedMps: 2.95, distanceM: 1250, gradePercent: -6 },
      { speedMps: 2.15, distanceM: 600, gradePercent: 12.5 },
      { speedMps: 3.05, distanceM: 1600, gradePercent: -4.6875 },
    ]),
  },
  intervals: {
    segments: [
      { speedMps: 2.75, distanceM: 2000 },
      ...[1, 2, 3, 4, 5, 6].flatMap(() => [
        { speedMps: 4.15, distanceM: 800, cadenceSpm: 186 },
        { speedMps: 2.35, distanceM: 400 },
      ]),
      { speedMps: 2.75, distanceM: 2000 },
    ],
  },
  'a run with pauses': {
    segments: [
      { speedMps: 2.75, distanceM: 3000 },
      { speedMps: 3.15, distanceM: 3000 },
    ],
    pauses: [
      { afterTimerS: 400, durationS: 35 },
      { afterTimerS: 1200, durationS: 600 },
    ],
  },
  'smart recording': {
    recording: 'smart',
    segments: [
      { speedMps: 2.75, distanceM: 3000 },
      { speedMps: 2.35, distanceM: 500, gradePercent: 7.5 },
      { speedMps: 3.85, distanceM: 1200 },
      { speedMps: 2.95, distanceM: 625, gradePercent: -6 },
      { speedMps: 2.75, distanceM: 3000 },
    ],
  },
};

/** Describes the whole contract for one importer; call it from a test file of its own. */
export function importerContract(importer: Importer): void {
  describe.each(Object.entries(CONTRACT_RUNS))(`${importer.name}: %s`, (_, spec) => {
    const within = importer.tolerances;
    const expected = expectedExposure(spec);
    const imported = async (): Promise<RunExposure> =>
      runExposure(await importer.roundTrip(syntheticRun({ ...spec, ...importer.everyRun })));

    it('keeps distance, timer and moving time', async () => {
      const { distanceM, timerS, elapsedS, movingS } = await imported();
      expectNear(distanceM, expected.distanceM, within.distanceShare * expected.distanceM);
      expectNear(timerS, expected.timerS, within.timerS);
      expectNear(elapsedS, expected.elapsedS, within.timerS);
      expectNear(movingS, expected.timerS, within.movingS);
    });

    it("keeps the device's climb and finds nearly the same in the samples", async () => {
      const run = await imported();
      const derivedM = within.derivedAscentShare * expected.ascentM + 1;
      expectNear(run.ascentM, expected.ascentM, within.ascentM);
      expectNear(run.descentM, expected.descentM, within.ascentM);
      expectNear(run.derivedAscentM, expected.ascentM, derivedM);
      expectNear(run.derivedDescentM, expected.descentM, derivedM);
    });

    it('finds the metres uphill and steeply uphill', async () => {
      const { hills } = await imported();
      expectNear(hills?.uphillM, expected.uphillM, 2 * within.hillEndM * expected.uphills);
      expectNear(
        hills?.steepUphillM,
        expected.steepUphillM,
        2 * within.hillEndM * expected.steepUphills,
      );
    });

    it('files its time under the speeds that were run', async () => {
      const { cells } = await imported();
      const found = new Map<number, number>();
      for (let i = 0; i < cells.count; i++) {
        const bin = cells.speedBin[i] as number;
        found.set(bin, (found.get(bin) ?? 0) + (cells.seconds[i] as number));
      }
      for (const [bin, seconds] of expected.secondsBySpeedBin) {
        expectNear(found.get(bin), seconds, within.speedShare * expected.timerS);
      }
    });

    it('gives the Achilles load of the formula', async () => {
      const { load, loadOrigin } = await imported();
      expect(loadOrigin).toBe('samples');
      for (const part of ['load', 'low', 'high'] as const) {
        expectNear(
          load?.[`${part}AeKm`],
          expected.load[part],
          within.loadShare * expected.load[part],
        );
      }
    });
  });
}

function expectNear(actual: number | null | undefined, expected: number, tolerance: number): void {
  expect(
    Math.abs((actual ?? Number.NaN) - expected),
    `${actual} is not ${expected}`,
  ).toBeLessThanOrEqual(tolerance);
}
