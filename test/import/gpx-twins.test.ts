/** GPX exports of runs whose FIT files are at hand, where they lie beside the checkout. Numbers only, never a place. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/analysis/activity.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { decodeFile } from '../../src/import/decode-file.ts';
import { hasRealFiles, realFile } from './fit/real-files.ts';

const TWINS = fileURLToPath(new URL('../../../shared/history/gpx-twins/', import.meta.url));

function decoded(bytes: Uint8Array): Activity {
  const result = decodeFile(bytes);
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.activities).toHaveLength(1);
  return result.value.activities[0] as Activity;
}

const twins = (id: string) => ({
  gpx: decoded(readFileSync(`${TWINS}${id}.gpx`)),
  fit: decoded(realFile(`_${id}.fit`)),
});

function expectShare(
  actual: number | null | undefined,
  expected: number | null | undefined,
  share: number,
) {
  expect(actual).toBeGreaterThan((expected as number) * (1 - share));
  expect(actual).toBeLessThan((expected as number) * (1 + share));
}

describe.runIf(hasRealFiles)('a GPX file and its FIT twin', () => {
  describe.each(['356070393', '81860258', '82186426', '82436887'])('%s', (id) => {
    it('are one run with the same samples', () => {
      const { gpx, fit } = twins(id);
      expect(gpx).toMatchObject({ sport: fit.sport, startTimeS: fit.startTimeS });
      // Two records of one file have no place, and so no track point.
      expect(gpx.samples.count).toBeGreaterThanOrEqual(fit.samples.count - 2);
      const rows = [...gpx.samples.timeS].map((time) => fit.samples.timeS.indexOf(time));
      expect(rows).not.toContain(-1);
      for (const [row, fitRow] of rows.entries()) {
        expect(gpx.samples.heartRateBpm?.[row]).toEqual(fit.samples.heartRateBpm?.[fitRow]);
        expect(
          Math.abs((gpx.samples.cadenceSpm?.[row] ?? 0) - (fit.samples.cadenceSpm?.[fitRow] ?? 0)),
        ).toBeLessThan(2);
      }
    });

    it('have the same pauses, of 15 s or more', () => {
      const { gpx, fit } = twins(id);
      const long = fit.pauses.filter(({ startTimeS, endTimeS }) => endTimeS - startTimeS >= 15);
      expect(gpx.pauses).toHaveLength(long.length);
      for (const [i, pause] of gpx.pauses.entries()) {
        expect(pause.startTimeS).toBe(long[i]?.startTimeS);
        expect(Math.abs(pause.endTimeS - (long[i]?.endTimeS ?? 0))).toBeLessThan(5);
      }
    });

    it('have nearly the same exposure', () => {
      const { gpx, fit } = twins(id);
      const [byPlaces, byWatch] = [runExposure(gpx), runExposure(fit)];
      // Summed places are longer than what the watch counted: they jitter.
      expectShare(byPlaces.distanceM, byWatch.distanceM, 0.02);
      expectShare(byPlaces.timerS, byWatch.timerS, 0.01);
      expectShare(byPlaces.elapsedS, byWatch.elapsedS, 0.001);
      expectShare(byPlaces.movingS, byWatch.movingS, 0.01);
      expectShare(byPlaces.top10sSpeedMps, byWatch.top10sSpeedMps, 0.02);
      // The altitude of the export was corrected by the service, so the hills differ.
      expectShare(byPlaces.load?.loadAeKm, byWatch.load?.loadAeKm, 0.04);
    });
  });

  it('83506658 differ in what they call a walk with a little running in it', () => {
    const { gpx, fit } = twins('83506658');
    expect([gpx.sport, fit.sport]).toEqual(['walking', 'running']);
    // The first 41 s have no place yet, and so no track point.
    expect(gpx.startTimeS - fit.startTimeS).toBe(41);
  });
});
