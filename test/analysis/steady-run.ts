/** Runs of exactly known speed and slope, without the resolution or the unsteadiness of a watch. */
import type { Activity, Samples, Session } from '../../src/analysis/activity.ts';

export interface Part {
  speedMps: number;
  /** Metres or seconds. */
  distanceM?: number;
  durationS?: number;
  /** Default 0. */
  gradePercent?: number;
  /** Default 170. */
  cadenceSpm?: number;
}

export interface SteadyRunOptions {
  /** Seconds between samples. Default 1; the last sample falls on the end. */
  everyS?: number;
  /** Default true. */
  hasAltitude?: boolean;
  /** Default 100 m. */
  startAltitudeM?: number;
  startTimeS?: number;
}

export const NO_TOTALS: Session = {
  distanceM: null,
  timerS: null,
  elapsedS: null,
  ascentM: null,
  descentM: null,
  avgCadenceSpm: null,
  avgHeartRateBpm: null,
  perceivedExertion: null,
};

export const START_TIME_S = 1_700_000_000;

/** Samples from columns; columns left out were never recorded. */
export function samplesOf(
  columns: { timeS: number[] } & Partial<Record<keyof Samples, number[]>>,
): Samples {
  const column = (name: keyof Samples) => {
    const values = columns[name];
    return values === undefined ? null : Float64Array.from(values);
  };
  return {
    count: columns.timeS.length,
    timeS: Float64Array.from(columns.timeS),
    distanceM: column('distanceM'),
    speedMps: column('speedMps'),
    altitudeM: column('altitudeM'),
    cadenceSpm: column('cadenceSpm'),
    heartRateBpm: column('heartRateBpm'),
    powerW: column('powerW'),
    latitudeDeg: column('latitudeDeg'),
    longitudeDeg: column('longitudeDeg'),
  };
}

export function activityOf(samples: Samples, overrides: Partial<Activity> = {}): Activity {
  return {
    sport: 'running',
    subSport: 'generic',
    startTimeS: samples.timeS[0] ?? START_TIME_S,
    utcOffsetS: 0,
    session: NO_TOTALS,
    laps: [],
    pauses: [],
    device: null,
    samples,
    ...overrides,
  };
}

/** One part after the other; a sample lies on every boundary only when the parts last whole steps. */
export function steadyRun(parts: readonly Part[], options: SteadyRunOptions = {}): Activity {
  const { everyS = 1, hasAltitude = true, startTimeS = START_TIME_S } = options;
  const corners = cornersOf(parts, options.startAltitudeM ?? 100);
  const endS = (corners.at(-1) as Corner).timeS;
  const times: number[] = [];
  for (let timeS = 0; timeS < endS - 1e-6; timeS += everyS) times.push(timeS);
  times.push(endS);
  const rows = times.map((timeS) => rowAt(corners, timeS));
  const altitude = hasAltitude ? { altitudeM: rows.map(({ altitudeM }) => altitudeM) } : {};
  return activityOf(
    samplesOf({
      timeS: times.map((timeS) => startTimeS + timeS),
      distanceM: rows.map(({ distanceM }) => distanceM),
      cadenceSpm: rows.map(({ cadenceSpm }) => cadenceSpm),
      ...altitude,
    }),
  );
}

interface Corner {
  timeS: number;
  distanceM: number;
  altitudeM: number;
  cadenceSpm: number;
}

function cornersOf(parts: readonly Part[], altitudeM: number): Corner[] {
  const first = parts[0]?.cadenceSpm ?? 170;
  const corners: Corner[] = [{ timeS: 0, distanceM: 0, altitudeM, cadenceSpm: first }];
  for (const { speedMps, distanceM, durationS, gradePercent = 0, cadenceSpm = 170 } of parts) {
    const last = corners.at(-1) as Corner;
    const metres = distanceM ?? speedMps * (durationS as number);
    corners.push({
      timeS: last.timeS + (durationS ?? metres / speedMps),
      distanceM: last.distanceM + metres,
      altitudeM: last.altitudeM + (metres * gradePercent) / 100,
      cadenceSpm,
    });
  }
  return corners;
}

function rowAt(corners: readonly Corner[], timeS: number): Corner {
  const next = Math.max(
    1,
    corners.findIndex((corner) => corner.timeS >= timeS - 1e-9),
  );
  const from = corners[next - 1] as Corner;
  const to = corners[next] as Corner;
  const share = (timeS - from.timeS) / (to.timeS - from.timeS);
  return {
    timeS,
    distanceM: from.distanceM + share * (to.distanceM - from.distanceM),
    altitudeM: from.altitudeM + share * (to.altitudeM - from.altitudeM),
    cadenceSpm: to.cadenceSpm,
  };
}
