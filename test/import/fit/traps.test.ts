/**
 * What real watches were seen to write that no real file at hand shows, from its bytes to the numbers of the run: each file
 * here is honest but for one thing.
 */
import { describe, expect, it } from 'vitest';
import { type RunExposure, runExposure } from '../../../src/analysis/run-exposure.ts';
import { FitActivity, only, RECORD, START, START_UNIX } from './fit-activity.ts';

const SECONDS = 600;
const SPEED_MPS = 3;
const DEGREES_PER_METRE = 1 / 111_195;
const semicircles = (degrees: number): number => Math.round((degrees * 2 ** 31) / 180) >>> 0;
const altitudeRaw = (metres: number): number => 5 * (metres + 500);

type Row = Readonly<
  Record<'distance' | 'latitude' | 'longitude' | 'altitude' | 'heartRate' | 'cadence', number>
>;

/** Ten minutes at 3 m/s on level ground, northward from the equator; `odd` changes the fields of a record. */
function recorded(odd: (second: number) => Partial<Row> = () => ({})): FitActivity {
  const rows = Array.from({ length: SECONDS + 1 }, (_, second) => {
    const metres = SPEED_MPS * second;
    const row: Row = {
      distance: 100 * metres,
      latitude: semicircles(0.5 + metres * DEGREES_PER_METRE),
      longitude: semicircles(0.5),
      altitude: altitudeRaw(100),
      heartRate: 150,
      cadence: 85,
      ...odd(second),
    };
    return [
      START + second,
      row.distance,
      row.latitude,
      row.longitude,
      row.altitude,
      row.heartRate,
      row.cadence,
    ];
  });
  const { timestamp, distance, latitude, longitude, altitude, heartRate, cadence } = RECORD;
  return new FitActivity()
    .records([timestamp, distance, latitude, longitude, altitude, heartRate, cadence], rows)
    .activity({ timestamp: START, localTimestamp: START + 3600 });
}

const TOTALS = { elapsedMs: SECONDS * 1000, timerMs: SECONDS * 1000, distanceCm: 180_000 };
const exposureOf = (file: FitActivity, totals = TOTALS): RunExposure =>
  runExposure(only(file.session(totals).decode().activities));
const honest = exposureOf(recorded());

/** Everything but what is said of the heart rate itself. */
const withoutHeartRate = ({ avgHeartRateBpm: _, warnings, ...exposure }: RunExposure) => ({
  ...exposure,
  warnings: warnings.filter(({ kind }) => kind !== 'heart-rate-like-cadence'),
});

describe('a run', () => {
  it('whose positions jump by 131 m in a second is as long and as fast as its watch counted', () => {
    const jumping = recorded((second) =>
      second === 300 ? { longitude: semicircles(0.5 + 131 * DEGREES_PER_METRE) } : {},
    );
    expect(exposureOf(jumping)).toEqual(honest);
    expect(honest).toMatchObject({ distanceM: 1800, warnings: [] });
  });

  it('whose positions add up to a third more is as long as its watch counted', () => {
    const zigzag = recorded((second) => ({
      longitude: semicircles(0.5 + (second % 2) * 2.6 * DEGREES_PER_METRE),
    }));
    expect(exposureOf(zigzag)).toEqual(honest);
  });

  it('that leaps by 31.8 m in second 6 was never as fast as that, and says so', () => {
    const leap = recorded((second) => ({
      distance: 100 * (3 * second + (second >= 6 ? 28.8 : 0)),
    }));
    const exposure = exposureOf(leap, { ...TOTALS, distanceCm: 182_880 });
    expect(exposure.top10sSpeedMps).toBeCloseTo(SPEED_MPS, 1);
    expect(exposure.warnings.map(({ kind }) => kind)).toContain('speed-glitch');
  });

  it('without satellites that is on no treadmill has its distance and speed from the watch', () => {
    const { timestamp, distance } = RECORD;
    const rows = Array.from({ length: SECONDS + 1 }, (_, t) => [START + t, 300 * t]);
    const exposure = exposureOf(new FitActivity().records([timestamp, distance], rows));
    expect(exposure).toMatchObject({ distanceM: 1800, loadOrigin: 'samples' });
    expect(exposure.top10sSpeedMps).toBeCloseTo(SPEED_MPS, 6);
    expect(exposure.warnings.map(({ kind }) => kind)).toEqual(['grade-unknown']);
  });

  it('at 2:27 min/km is kept as another sport, for the runner to correct', () => {
    const ride = recorded((second) => ({ distance: 680 * second }));
    const { activities, warnings } = ride.session({ ...TOTALS, distanceCm: 408_000 }).decode();
    expect(only(activities).sport).toBe('generic');
    expect(warnings.map(({ kind }) => kind)).toEqual(['suspect-sport']);
  });

  it('of a watch that writes −500 m until it knows better, then 300 m, climbs nothing by it', () => {
    const late = recorded((second) => ({ altitude: altitudeRaw(second < 200 ? -500 : 300) }));
    const exposure = exposureOf(late);
    expect(exposure).toMatchObject({ derivedAscentM: 0, derivedDescentM: 0, ascentM: 0 });
    expect(exposure.hills?.uphillM).toBe(0);
  });

  it('has the same exposure however its heart rate flickers, or if it follows the cadence', () => {
    const flickering = recorded((second) => ({ heartRate: 150 + 15 * (second % 2) }));
    const locked = recorded(() => ({ heartRate: 170 }));
    for (const file of [flickering, locked]) {
      expect(withoutHeartRate(exposureOf(file))).toEqual(withoutHeartRate(honest));
    }
  });
});

describe('developer fields that measure what is not a column here', () => {
  // stance_time_percent, stance_time, vertical_oscillation.
  it.each([40, 41, 39])('end in none, whatever their unit: native field %i', (nativeField) => {
    const { timestamp, distance } = RECORD;
    const file = new FitActivity().describe({
      index: 0,
      field: 9,
      baseType: 0x84,
      units: 'cm',
      nativeField,
    });
    const developer = { number: 9, type: 'uint16', developerDataIndex: 0 } as const;
    file.records(
      [timestamp, distance, developer],
      Array.from({ length: 10 }, (_, t) => [START + t, 300 * t, 240]),
    );
    const { samples } = only(file.session().decode().activities);
    const { timeS, distanceM, count, ...others } = samples;
    expect(count).toBe(10);
    expect(Object.values(others).every((column) => column === null)).toBe(true);
    expect(distanceM?.at(-1)).toBe(27);
    expect(timeS[0]).toBe(START_UNIX);
  });
});

describe('two sessions of running in one file', () => {
  it('are two runs, each with its own distance, time and load', () => {
    const half = SECONDS / 2;
    const file = recorded()
      .session({ elapsedMs: half * 1000, timerMs: half * 1000, distanceCm: 90_000 })
      .session({
        start: START + half,
        elapsedMs: half * 1000,
        timerMs: half * 1000,
        distanceCm: 90_000,
      });
    const runs = file.decode().activities.map((activity) => runExposure(activity));
    expect(runs.map(({ distanceM, timerS }) => [distanceM, timerS])).toEqual([
      [900, half],
      [900, half],
    ]);
    const load = runs.reduce((sum, run) => sum + (run.load?.loadAeKm ?? 0), 0);
    expect(load).toBeCloseTo(honest.load?.loadAeKm as number, 1);
  });
});
