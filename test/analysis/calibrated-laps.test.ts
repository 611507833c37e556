import { describe, expect, it } from 'vitest';
import type { Lap } from '../../src/analysis/activity.ts';
import { calibratedLaps } from '../../src/analysis/calibrated-laps.ts';
import { activityOf, NO_TOTALS, samplesOf } from './steady-run.ts';

const lap = (distanceM: number | null): Lap => ({
  startTimeS: 0,
  distanceM,
  timerS: 300,
  elapsedS: 300,
});
const distances = (sessionM: number, laps: Lap[]) =>
  calibratedLaps(
    activityOf(samplesOf({ timeS: [] }), {
      session: { ...NO_TOTALS, distanceM: sessionM, timerS: 600 },
      laps,
    }),
  ).map(({ distanceM }) => distanceM);

describe('calibrated laps', () => {
  it('sum to the total of a treadmill run that was corrected on the watch', () => {
    expect(distances(2_000, [lap(1_250), lap(1_250)])).toEqual([1_000, 1_000]);
  });

  it('stay as recorded where they agree with the session', () => {
    expect(distances(2_000, [lap(1_004), lap(1_000)])).toEqual([1_004, 1_000]);
  });

  it('leave a lap of unknown distance unknown', () => {
    expect(distances(2_000, [lap(2_500), lap(null)])).toEqual([2_000, null]);
  });
});
