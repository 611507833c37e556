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

/** A record each `stepS` from `from` to `to`, 3 m/s from `metres` on. */
function records(from: number, to: number, metres = 0, stepS = 1): number[][] {
  const rows: number[][] = [];
  for (let t = from; t <= to; t += stepS)
    rows.push([t, Math.round(100 * (metres + 3 * (t - from)))]);
  return rows;
}

const run = () => new FitActivity().records(TIMED, records(START, START + 600)).activity(ZONE);

const GYM_EQUIPMENT = 4;

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

  it('have no duration where a program wrote 0', () => {
    const { session } = only(run().session({ elapsedMs: 0, timerMs: 0 }).decode().activities);
    expect(session).toMatchObject({ elapsedS: null, timerS: null });
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

  it('are running on a treadmill, also where that is called gym equipment', () => {
    expect(sportOf(GYM_EQUIPMENT, 1)).toEqual(['running', 'treadmill']);
    expect(sportOf(GYM_EQUIPMENT, 16)).toEqual(['fitnessEquipment', 'stairClimbing']);
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

  it('end where a session begins, also without an event of the timer', () => {
    const second = { start: START + 700, elapsedMs: 100_000 };
    const [, run] = new FitActivity()
      .records(TIMED, [...records(START, START + 600), ...records(START + 700, START + 800)])
      .timer(START, START_TIMER)
      .timer(START + 600, STOP_ALL)
      .session()
      .session(second)
      .decode().activities;
    expect(run?.pauses).toEqual([]);
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
