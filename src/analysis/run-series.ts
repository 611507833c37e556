/**
 * A run as columns for charts over its distance: evenly spaced points, each the mean of the stretch around it. `null`
 * where nothing was measured, so that a line breaks; a whole column is `null` when the device never recorded it.
 */
import type { Activity } from './activity.ts';
import { SERIES_STEP_M } from './policy.ts';
import { altitudeAt, runAlong, type Stretch, stretch } from './run-along.ts';

export type SeriesColumn = (number | null)[];

export interface RunSeries {
  /** Middle of each point's stretch, in metres from the start. */
  distanceM: number[];
  /** Timer seconds from the start to the end of each point's stretch. */
  timerS: number[];
  speedMps: SeriesColumn;
  altitudeM: SeriesColumn | null;
  gradeFraction: SeriesColumn | null;
  cadenceSpm: SeriesColumn | null;
  heartRateBpm: SeriesColumn | null;
  /** Achilles load from the start to the end of each point's stretch. */
  loadAeKm: number[];
}

/** At most `maxPoints` points, none shorter than 10 m. `null` when the samples do not tell how far it was. */
export function runSeries(activity: Activity, maxPoints: number): RunSeries | null {
  const along = runAlong(activity);
  if (along === null || along.totalM <= 0) return null;
  const count = Math.max(1, Math.min(maxPoints, Math.floor(along.totalM / SERIES_STEP_M)));
  const edge = (i: number) => (along.totalM * i) / count;
  const parts = Array.from({ length: count }, (_, i) => stretch(along, edge(i), edge(i + 1)));
  const middles = parts.map(({ startM, endM }) => (startM + endM) / 2);
  const column = (read: (part: Stretch) => number | null) => parts.map(read);
  return {
    distanceM: middles,
    timerS: runningSum(parts.map(({ timerS }) => timerS)),
    speedMps: column(({ speedMps }) => speedMps),
    altitudeM:
      along.climb === null
        ? null
        : parts.map(({ speedMps }, i) =>
            speedMps === null ? null : altitudeAt(along, middles[i] as number),
          ),
    gradeFraction: along.rise === null ? null : column(({ gradeFraction }) => gradeFraction),
    cadenceSpm: along.cadence === null ? null : column(({ cadenceSpm }) => cadenceSpm),
    heartRateBpm: along.heartRate === null ? null : column(({ heartRateBpm }) => heartRateBpm),
    loadAeKm: runningSum(parts.map(({ loadAeKm }) => loadAeKm)),
  };
}

function runningSum(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}
