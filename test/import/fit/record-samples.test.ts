import { describe, expect, it } from 'vitest';
import { FitActivity, kinds, only, RECORD, START, START_UNIX } from './fit-activity.ts';

const ZONE = { timestamp: START, localTimestamp: START + 3600 };
const TIMED = [RECORD.timestamp, RECORD.distance];

/** A record each `stepS` from `from` to `to`, 3 m/s from `metres` on. */
function records(from: number, to: number, metres = 0, stepS = 1): number[][] {
  const rows: number[][] = [];
  for (let t = from; t <= to; t += stepS)
    rows.push([t, Math.round(100 * (metres + 3 * (t - from)))]);
  return rows;
}

const run = () => new FitActivity().records(TIMED, records(START, START + 600)).activity(ZONE);

describe('samples', () => {
  it('keep the times the watch chose: smart recording is not filled in', () => {
    const times = [0, 1, 8, 9, 40, 100];
    const file = new FitActivity()
      .records(
        [RECORD.timestamp],
        times.map((t) => [START + t]),
      )
      .session()
      .activity(ZONE)
      .decode();
    expect(Array.from(only(file.activities).samples.timeS, (t) => t - START_UNIX)).toEqual(times);
    expect(file.warnings).toEqual([]);
  });

  it('of one second in two records become one', () => {
    const file = new FitActivity()
      .records([RECORD.timestamp, RECORD.latitude], [[START, 2 ** 29]])
      .records([RECORD.timestamp, RECORD.heartRate], [[START, 150]])
      .records([RECORD.timestamp, RECORD.latitude], [[START + 1, 2 ** 29]])
      .session()
      .activity(ZONE)
      .decode();
    const { samples } = only(file.activities);
    expect(file.records).toBe(3);
    expect(samples.count).toBe(2);
    expect(Array.from(samples.latitudeDeg ?? [])).toEqual([45, 45]);
    expect(Array.from(samples.heartRateBpm ?? [])).toEqual([150, Number.NaN]);
    expect(file.warnings).toEqual([]);
  });

  it('after a leap of 20 days are left out, with a warning', () => {
    const leap = 20 * 86_400;
    const file = new FitActivity()
      .records(TIMED, [
        ...records(START, START + 400),
        ...records(START + leap, START + leap + 100),
      ])
      .session()
      .activity(ZONE)
      .decode();
    expect(kinds(file)).toEqual(['time-jump']);
    expect(only(file.activities).samples.count).toBe(401);
  });

  it('without a time are left out', () => {
    const file = new FitActivity()
      .records([RECORD.heartRate], [[150], [151]])
      .session()
      .activity(ZONE)
      .decode();
    expect(file.records).toBe(2);
    expect(kinds(file)).toEqual(['no-samples']);
  });

  it('count both feet: two steps to a stride, with its fraction where there is one', () => {
    const file = new FitActivity()
      .records(
        [RECORD.timestamp, RECORD.cadence, RECORD.fractionalCadence],
        [
          [START, 85, 64],
          [START + 1, 85, 0xff],
          [START + 2, 0xff, 64],
          [START + 3, 0, 0],
        ],
      )
      .session();
    expect(Array.from(only(file.decode().activities).samples.cadenceSpm ?? [])).toEqual([
      171,
      170,
      Number.NaN,
      0,
    ]);
  });

  it('of a strap that was not worn have no heart rate', () => {
    const rows = [
      [START, 0],
      [START + 1, 0],
    ];
    const file = new FitActivity().records([RECORD.timestamp, RECORD.heartRate], rows).session();
    expect(only(file.decode().activities).samples.heartRateBpm).toBeNull();
  });

  it('written at 0° N 0° E while the watch looked for satellites have no position', () => {
    const rows = [
      [START, 0, 0],
      [START + 1, 0, 2 ** 30],
      [START + 2, 2 ** 29, 2 ** 30],
    ];
    const file = new FitActivity()
      .records([RECORD.timestamp, RECORD.latitude, RECORD.longitude], rows)
      .session();
    const { samples } = only(file.decode().activities);
    expect(Array.from(samples.latitudeDeg ?? [])).toEqual([Number.NaN, 0, 45]);
    expect(Array.from(samples.longitudeDeg ?? [])).toEqual([Number.NaN, 90, 90]);
  });

  it('have an altitude where the watch writes only the enhanced one, and none where it writes none', () => {
    const high = new FitActivity()
      .records(
        [RECORD.timestamp, RECORD.enhancedAltitude],
        [
          [START, 3000],
          [START + 1, 3005],
        ],
      )
      .session();
    expect(Array.from(only(high.decode().activities).samples.altitudeM ?? [])).toEqual([100, 101]);
    expect(only(run().session().decode().activities).samples.altitudeM).toBeNull();
  });

  it('take the power of a foot pod through its own description in the file', () => {
    const pod = { number: 0, type: 'uint16', developerDataIndex: 0 } as const;
    const file = new FitActivity()
      .describe({ index: 0, field: 0, baseType: 0x84, units: 'Watts', nativeField: 7 })
      .records(
        [RECORD.timestamp, pod],
        [
          [START, 240],
          [START + 1, 0xffff],
        ],
      )
      .session();
    expect(Array.from(only(file.decode().activities).samples.powerW ?? [])).toEqual([
      240,
      Number.NaN,
    ]);
  });
});
