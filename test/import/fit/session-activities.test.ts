import { describe, expect, it } from 'vitest';
import {
  CYCLING,
  FitActivity,
  kinds,
  only,
  RECORD,
  RUNNING,
  START,
  START_UNIX,
} from './fit-activity.ts';

const ZONE = { timestamp: START, localTimestamp: START + 3600 };
const TIMED = [RECORD.timestamp, RECORD.distance];
const TRANSITION = 3;

/** A record each `stepS` from `from` to `to`, 3 m/s from `metres` on. */
function records(from: number, to: number, metres = 0, stepS = 1): number[][] {
  const rows: number[][] = [];
  for (let t = from; t <= to; t += stepS)
    rows.push([t, Math.round(100 * (metres + 3 * (t - from)))]);
  return rows;
}

const run = () => new FitActivity().records(TIMED, records(START, START + 600)).activity(ZONE);

describe('where an activity lies', () => {
  it('starts when its session started, not when the file was saved days later', () => {
    const file = new FitActivity(4, START + 4 * 86_400)
      .records(TIMED, records(START, START + 600))
      .session({ timestamp: START + 4 * 86_400 })
      .activity(ZONE)
      .decode();
    expect(only(file.activities).startTimeS).toBe(START_UNIX);
  });

  it('ends after its elapsed time, though the session is stamped with its start', () => {
    const file = new FitActivity()
      .records(TIMED, [...records(START, START + 600), ...records(START + 700, START + 900)])
      .session({ timestamp: START })
      .session({ start: START + 700, elapsedMs: 200_000, sport: CYCLING, timestamp: START })
      .activity(ZONE)
      .decode();
    expect(file.activities.map(({ samples }) => samples.count)).toEqual([601, 201]);
    expect(file.warnings).toEqual([]);
  });

  it('is placed by its end where the session does not say when it began', () => {
    const file = run()
      .session({ start: 0xffff_ffff, timestamp: START + 600 })
      .decode();
    expect(only(file.activities).startTimeS).toBe(START_UNIX);
  });

  it('in 1989, on a watch whose clock was never set, is told', () => {
    const file = new FitActivity()
      .records(TIMED, records(485, 1085))
      .session({ start: 485 })
      .decode();
    expect(kinds(file)).toEqual(['clock-not-set']);
    expect(only(file.activities).samples.count).toBe(601);
  });

  it.each([
    [0x0fff_ffff, ['clock-not-set']],
    // The SDK prints the limit itself as the word `min`.
    [0x1000_0001, ['local-time-unknown']],
  ])('counts as a date from 0x10000000 on: %i', (start, expected) => {
    expect(
      kinds(
        new FitActivity()
          .records(TIMED, records(start, start + 9))
          .session({ start })
          .decode(),
      ),
    ).toEqual(expected);
  });

  it('without a time zone is told once, with the day left to the runner’s own', () => {
    const file = new FitActivity()
      .records(TIMED, records(START, START + 600))
      .session()
      .decode();
    expect(kinds(file)).toEqual(['local-time-unknown']);
    expect(only(file.activities).utcOffsetS).toBeNull();
  });
});

describe('totals of a session', () => {
  const totals = (values: Parameters<FitActivity['session']>[0]) =>
    only(run().session(values).decode().activities).session;

  it('come in metres, seconds and both feet’s steps', () => {
    expect(
      totals({
        elapsedMs: 600_500,
        timerMs: 580_250,
        distanceCm: 180_055,
        ascent: 31,
        descent: 12,
        avgHeartRate: 151,
        avgCadence: 84,
        avgFractionalCadence: 64,
        workoutRpe: 40,
      }),
    ).toEqual({
      elapsedS: 600.5,
      timerS: 580.25,
      distanceM: 1800.55,
      ascentM: 31,
      descentM: 12,
      avgHeartRateBpm: 151,
      avgCadenceSpm: 169,
      perceivedExertion: 4,
    });
  });

  it('are null, never 0, where the watch has none', () => {
    expect(totals({ ascent: 0xffff, avgCadence: 0xff })).toEqual({
      elapsedS: 600,
      timerS: null,
      distanceM: null,
      ascentM: null,
      descentM: null,
      avgHeartRateBpm: null,
      avgCadenceSpm: null,
      perceivedExertion: null,
    });
  });

  it('keep an ascent of 0: a flat run', () => {
    expect(totals({ ascent: 0 }).ascentM).toBe(0);
  });

  it('have no heart rate where the watch wrote 0', () => {
    expect(totals({ avgHeartRate: 0 }).avgHeartRateBpm).toBeNull();
  });

  it('stay beside the samples where they differ: a treadmill calibrated by the runner', () => {
    const calibrated = only(run().session({ distanceCm: 150_000 }).decode().activities);
    expect(calibrated.session.distanceM).toBe(1500);
    expect(calibrated.samples.distanceM?.at(-1)).toBe(1800);
  });
});

describe('sport and device', () => {
  const sportOf = (sport: number, subSport?: number) => {
    const activity = only(
      run()
        .session(subSport === undefined ? { sport } : { sport, subSport })
        .decode().activities,
    );
    return [activity.sport, activity.subSport];
  };

  it('are named as the FIT profile names them', () => {
    expect(sportOf(RUNNING, 1)).toEqual(['running', 'treadmill']);
    expect(sportOf(RUNNING, 3)).toEqual(['running', 'trail']);
    expect(sportOf(CYCLING)).toEqual(['cycling', null]);
  });

  it('that the profile does not know are shown by number', () => {
    expect(sportOf(200, 250)).toEqual(['200', '250']);
  });

  it('come from the file, with a missing serial number as null', () => {
    expect(only(run().session().decode().activities).device).toEqual({
      manufacturer: 'development',
      product: '1',
      serialNumber: null,
    });
  });

  it('are null where the file does not name a device', () => {
    const unnamed = new FitActivity(null).records(TIMED, records(START, START + 9)).session();
    expect(only(unnamed.decode().activities).device).toBeNull();
  });
});

describe('several sessions', () => {
  /** Run, change, ride, with distance counted through and fractions of a second at the seams. */
  const race = () =>
    new FitActivity()
      .records(TIMED, records(START, START + 600))
      .records(TIMED, records(START + 601, START + 660, 1803))
      .records(TIMED, records(START + 661, START + 1200, 1983))
      .session({ elapsedMs: 600_700, distanceCm: 180_000 })
      .session({ start: START + 601, elapsedMs: 59_900, sport: TRANSITION })
      .session({ start: START + 661, elapsedMs: 539_500, sport: CYCLING })
      .lap({ start: START, distanceCm: 100_000 })
      .lap({ start: START + 300, distanceCm: 80_000 })
      .lap({ start: START + 601, distanceCm: 18_000 })
      .lap({ start: START + 661, elapsedMs: 539_500, timerMs: 539_000, distanceCm: 161_700 })
      .activity(ZONE);

  it('become an activity each, with the samples of their time', () => {
    const { activities, warnings } = race().decode();
    expect(activities.map(({ sport }) => sport)).toEqual(['running', 'transition', 'cycling']);
    expect(activities.map(({ samples }) => samples.count)).toEqual([601, 60, 540]);
    expect(activities.map(({ samples }) => samples.timeS[0])).toEqual([
      START_UNIX,
      START_UNIX + 601,
      START_UNIX + 661,
    ]);
    expect(warnings).toEqual([]);
  });

  it('in any order in the file become activities in order of time', () => {
    const shuffled = new FitActivity()
      .session({ start: START + 700, elapsedMs: 100_000, sport: CYCLING })
      .session({ start: START, elapsedMs: 600_000 })
      .records(TIMED, [...records(START, START + 600), ...records(START + 700, START + 800)])
      .activity(ZONE)
      .decode();
    expect(shuffled.activities.map(({ sport }) => sport)).toEqual(['running', 'cycling']);
    expect(shuffled.activities.map(({ samples }) => samples.count)).toEqual([601, 101]);
  });

  it('count their distance from where the one before ended', () => {
    const [, change, ride] = race().decode().activities;
    expect(change?.samples.distanceM?.[0]).toBeCloseTo(3, 6);
    expect(ride?.samples.distanceM?.[0]).toBeCloseTo(3, 6);
    expect(ride?.samples.distanceM?.at(-1)).toBeCloseTo(3 * 540, 6);
  });

  it('keep the distance of a watch that itself counts each from 0', () => {
    const restarted = new FitActivity()
      .records(TIMED, [...records(START, START + 600), ...records(START + 700, START + 800, 2)])
      .session()
      .session({ start: START + 700, elapsedMs: 100_000 })
      .decode();
    expect(restarted.activities[1]?.samples.distanceM?.[0]).toBe(2);
  });

  it('get the laps that began in them', () => {
    const { activities } = race().decode();
    expect(activities.map(({ laps }) => laps.map(({ distanceM }) => distanceM))).toEqual([
      [1000, 800],
      [180],
      [1617],
    ]);
    expect(activities[2]?.laps[0]).toEqual({
      startTimeS: START_UNIX + 661,
      distanceM: 1617,
      timerS: 539,
      elapsedS: 539.5,
    });
  });

  it('do not show a column that only another one recorded', () => {
    const mixed = new FitActivity()
      .records(
        [RECORD.timestamp, RECORD.heartRate],
        [
          [START, 150],
          [START + 1, 151],
        ],
      )
      .records(
        [RECORD.timestamp, RECORD.power],
        [
          [START + 10, 200],
          [START + 11, 210],
        ],
      )
      .session({ elapsedMs: 5000 })
      .session({ start: START + 10, elapsedMs: 5000, sport: CYCLING })
      .decode();
    expect(mixed.activities.map(({ samples }) => samples.heartRateBpm === null)).toEqual([
      false,
      true,
    ]);
    expect(mixed.activities.map(({ samples }) => samples.powerW === null)).toEqual([true, false]);
  });

  it('leave out samples that lie in none of them, and say how many', () => {
    const file = new FitActivity()
      .records(TIMED, records(START - 10, START + 900))
      .session()
      .session({ start: START + 700, elapsedMs: 100_000 })
      .activity(ZONE)
      .decode();
    expect(file.activities.map(({ samples }) => samples.count)).toEqual([601, 101]);
    expect(kinds(file)).toEqual(['samples-outside-sessions']);
    expect(file.warnings[0]?.message).toContain(String(911 - 601 - 101));
    expect(file.records).toBe(911);
  });
});

describe('one session', () => {
  it('gets every sample, also those just before its start and after its end', () => {
    const file = new FitActivity()
      .records(TIMED, records(START - 3, START + 640))
      .session()
      .activity(ZONE)
      .decode();
    expect(only(file.activities).samples.count).toBe(644);
    expect(file.warnings).toEqual([]);
  });

  it('without a single record keeps its totals and its lap: a manual entry', () => {
    const file = new FitActivity()
      .session({ distanceCm: 312_000, timerMs: 600_000 })
      .lap({ start: START, distanceCm: 312_000 })
      .activity(ZONE)
      .decode();
    expect(kinds(file)).toEqual(['no-samples']);
    expect(file.records).toBe(0);
    const entry = only(file.activities);
    expect(entry.session.distanceM).toBe(3120);
    expect(entry.laps).toHaveLength(1);
    expect(entry.samples).toMatchObject({ count: 0, distanceM: null, altitudeM: null });
  });
});

describe('a recording without a session', () => {
  const cutOff = () => new FitActivity().records(TIMED, records(START, START + 600)).activity(ZONE);

  it('is an activity as long as its samples, with a warning', () => {
    const file = cutOff().decode();
    expect(kinds(file)).toEqual(['summary-missing']);
    const activity = only(file.activities);
    expect(activity.startTimeS).toBe(START_UNIX);
    expect(activity.samples.count).toBe(601);
    expect(Object.values(activity.session).every((value) => value === null)).toBe(true);
  });

  it('takes its sport from its laps, else leaves it open', () => {
    const withLap = cutOff().lap({ start: START, sport: RUNNING, subSport: 3 });
    expect(only(withLap.decode().activities)).toMatchObject({
      sport: 'running',
      subSport: 'trail',
    });
    expect(only(cutOff().decode().activities)).toMatchObject({ sport: 'generic', subSport: null });
  });
});

describe('pauses', () => {
  const START_TIMER = 0;
  const STOP_ALL = 4;

  it('run from stop to start', () => {
    const file = run()
      .timer(START, START_TIMER)
      .timer(START + 100, STOP_ALL)
      .timer(START + 160, START_TIMER)
      .timer(START + 600, STOP_ALL)
      .session();
    expect(only(file.decode().activities).pauses).toEqual([
      { startTimeS: START_UNIX + 100, endTimeS: START_UNIX + 160 },
    ]);
  });

  it('have no end where samples go on after the timer was stopped for good', () => {
    const file = run()
      .timer(START + 500, STOP_ALL)
      .session({ elapsedMs: 500_000 });
    expect(only(file.decode().activities).pauses).toEqual([
      { startTimeS: START_UNIX + 500, endTimeS: Number.POSITIVE_INFINITY },
    ]);
  });

  it('belong to the session in which they lie', () => {
    const file = new FitActivity()
      .records(TIMED, [...records(START, START + 600), ...records(START + 700, START + 800)])
      .timer(START + 100, STOP_ALL)
      .timer(START + 160, START_TIMER)
      .session()
      .session({ start: START + 700, elapsedMs: 100_000 })
      .decode();
    expect(file.activities.map(({ pauses }) => pauses.length)).toEqual([1, 0]);
  });
});

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
