/**
 * Real runs beside the checkout, where there are any: climb derived from the samples against the watch's own total, which
 * is hidden from the analysis; and what must hold for every run.
 */
import { describe, expect, it } from 'vitest';
import { loadPerKm, WALKING_WEIGHT } from '../../src/analysis/achilles-model.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { grade } from '../../src/analysis/grade.ts';
import { INTERVAL_KIND, intervals } from '../../src/analysis/intervals.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { decodeFile } from '../../src/import/decode-file.ts';
import { hasRealFiles, realFiles } from '../import/fit/real-files.ts';
import { smoothedAscent } from './reference-ascent.ts';

function runsIn(folders: string[]): Activity[] {
  return realFiles(folders)
    .map(({ bytes }) => decodeFile(bytes))
    .flatMap((decoded) => (decoded.ok ? decoded.value.activities : []))
    .filter(({ sport }) => sport === 'running');
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] as number;
}

const hidden = (activity: Activity): Activity => ({
  ...activity,
  session: { ...activity.session, ascentM: null, descentM: null },
});

describe.runIf(hasRealFiles)('real runs', () => {
  const history = runsIn(['history']);
  const climbs = [...history, ...runsIn(['fit', 'fit/mpl-2.0'])].filter(
    ({ session, samples }) => (session.ascentM ?? 0) > 100 && samples.altitudeM !== null,
  );
  const usable = climbs.filter((run) => runExposure(run).ascentOrigin === 'device');
  const error = (derivedM: number, { session }: Activity) =>
    Math.abs(derivedM / (session.ascentM as number) - 1);

  it('have two climbs over 100 m that their own samples contradict, and no smaller one', () => {
    const doubted = [...history, ...runsIn(['fit', 'fit/mpl-2.0'])].filter((run) =>
      runExposure(run).warnings.some(({ kind }) => kind === 'climb-contradicted'),
    );
    expect(doubted.map(({ session }) => session.ascentM)).toEqual([109, 288]);
    expect(climbs.length - usable.length).toBe(2);
  });

  it('have the other derived climbs within 8 % of the watch, nine in ten within 18 %', () => {
    const errors = usable.map((run) => error(runExposure(hidden(run)).ascentM as number, run));
    expect(errors.length).toBeGreaterThanOrEqual(10);
    expect(quantile(errors, 0.5)).toBeLessThan(0.08);
    expect(quantile(errors, 0.9)).toBeLessThan(0.18);
  });

  it('have derived climbs closer to the watch than a 10 s mean with 1 m of hysteresis', () => {
    const ours = usable.map((run) => error(runExposure(hidden(run)).ascentM as number, run));
    const simple = usable.map((run) => error(smoothedAscent(run), run));
    expect(quantile(ours, 0.5)).toBeLessThan(quantile(simple, 0.5));
    expect(quantile(ours, 0.9)).toBeLessThan(quantile(simple, 0.9));
  });

  it('have on gentle ground a derived climb within a few metres of the watch', () => {
    const gentle = history.filter(
      ({ session, samples }) =>
        session.ascentM !== null && session.ascentM < 30 && samples.altitudeM !== null,
    );
    const errors = gentle.map((run) =>
      Math.abs((runExposure(hidden(run)).ascentM as number) - (run.session.ascentM as number)),
    );
    expect(quantile(errors, 0.5)).toBeLessThan(3);
    expect(quantile(errors, 0.9)).toBeLessThan(10);
  });

  it('have a load by cells that is that by intervals to 1 %, half of them to 0.1 %', () => {
    const errors = history.flatMap((run) => {
      const byInterval = loadByInterval(run);
      const { load } = runExposure(run);
      return byInterval === null || load === null ? [] : [Math.abs(load.loadAeKm / byInterval - 1)];
    });
    expect(Math.max(...errors)).toBeLessThan(0.01);
    expect(quantile(errors, 0.5)).toBeLessThan(0.001);
  });

  it('keep their moving time within their time and their cells within their distance', () => {
    for (const run of [...history, ...runsIn(['fit'])]) {
      const { movingS, timerS, cells, distanceM, load } = runExposure(run);
      if (movingS === null || distanceM === null) continue;
      const metres = cells.metres.reduce((total, value) => total + value, 0);
      expect(movingS).toBeLessThanOrEqual((timerS as number) * 1.01 + 2);
      expect(metres).toBeLessThanOrEqual(distanceM * 1.01 + 10);
      expect(load?.lowAeKm).toBeLessThanOrEqual(load?.highAeKm as number);
    }
  });
});

function loadByInterval(activity: Activity): number | null {
  const run = intervals(activity);
  if (run === null) return null;
  const slopes = grade(activity, run)?.gradeFraction;
  let total = 0;
  for (let i = 0; i < run.count; i++) {
    const km = (run.distanceM[i] as number) / 1000;
    if (run.kind[i] === INTERVAL_KIND.walking) total += km * WALKING_WEIGHT;
    if (run.kind[i] !== INTERVAL_KIND.running) continue;
    total += km * loadPerKm(run.speedMps[i] as number, slopes?.[i] || 0);
  }
  return total > 0 ? total : null;
}
