import { describe, expect, it } from 'vitest';
import { MOST_SESSIONS } from '../../../src/import/fit/fit-limits.ts';
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
const INVALID = 0xffff_ffff;
const NO_SPORT = 0xff;
const TRAIL = 3;
/** Seconds since the watch was switched on, as it counts them until it knows the date. */
const SWITCHED_ON = 50;

const steady = (from: number, to: number): number[][] =>
  Array.from({ length: to - from + 1 }, (_, i) => [from + i, 300 * i]);

const recorded = (from = START, to = START + 600) =>
  new FitActivity().records([RECORD.timestamp, RECORD.distance], steady(from, to)).activity(ZONE);

describe('a session that does not name its sport', () => {
  const unnamed = { sport: NO_SPORT, subSport: NO_SPORT };

  it('has that which the watch was set to', () => {
    const run = recorded().session(unnamed);
    run.bytes
      .define(6, 12, [
        { number: 0, type: 'enum' },
        { number: 1, type: 'enum' },
      ])
      .message(6, RUNNING, TRAIL);
    expect(only(run.decode().activities)).toMatchObject({ sport: 'running', subSport: 'trail' });
  });

  it('has that of its laps', () => {
    const run = recorded().session(unnamed).lap({ start: START, sport: RUNNING, subSport: TRAIL });
    expect(only(run.decode().activities)).toMatchObject({ sport: 'running', subSport: 'trail' });
  });

  it('has that of the laps begun in it, where there are several', () => {
    const race = recorded(START, START + 1200)
      .session(unnamed)
      .session({ ...unnamed, start: START + 601, elapsedMs: 599_000 })
      .lap({ start: START, sport: NO_SPORT })
      .lap({ start: START + 300, sport: RUNNING })
      .lap({ start: START + 601, sport: CYCLING });
    expect(race.decode().activities.map(({ sport }) => sport)).toEqual(['running', 'cycling']);
  });

  it('is of an open sport where nothing else names one', () => {
    expect(only(recorded().session(unnamed).decode().activities).sport).toBe('generic');
  });
});

describe('a session that was written again as it went on', () => {
  const soFar = { elapsedMs: 300_000, timerMs: 300_000, distanceCm: 90_000 };

  it('is one activity with every sample and the totals of its end', () => {
    const { activities } = recorded().session(soFar).session().decode();
    const again = recorded().session().session(soFar).decode();
    expect(only(activities).samples.count).toBe(601);
    expect(only(activities).session).toEqual(
      only(recorded().session().decode().activities).session,
    );
    expect(again.activities).toEqual(activities);
  });

  it('is as long as it was in the end, however often that was', () => {
    const run = recorded();
    for (let times = 1; times <= MOST_SESSIONS + 50; times++) {
      run.session({ elapsedMs: 4_000 * times, distanceCm: 1_200 * times });
    }
    expect(only(run.decode().activities).session).toMatchObject({ elapsedS: 600, distanceM: 1800 });
  });

  it('keeps its totals where a stub without any is stamped later', () => {
    const stub = { elapsedMs: 0, timerMs: 0, distanceCm: 0, timestamp: START + 900 };
    const { activities } = recorded().session().session(stub).decode();
    expect(only(activities).session).toEqual(
      only(recorded().session().decode().activities).session,
    );
  });

  it('is two where another sport begins in the same second', () => {
    const { activities } = recorded().session({ sport: CYCLING, elapsedMs: 0 }).session().decode();
    expect(activities.map(({ sport }) => sport)).toEqual(['cycling', 'running']);
  });
});

describe('a session that does not say when it was', () => {
  const timeless = { start: INVALID, timestamp: INVALID, distanceCm: 180_000 };

  it('lies where its samples are and keeps its totals', () => {
    const file = recorded().session(timeless).decode();
    expect(only(file.activities)).toMatchObject({
      sport: 'running',
      startTimeS: START_UNIX,
      session: { distanceM: 1800, elapsedS: 600 },
    });
    expect(file.warnings).toEqual([]);
  });

  it('and has no totals either is no summary', () => {
    const file = recorded().session({ ...timeless, elapsedMs: INVALID, distanceCm: INVALID });
    expect(kinds(file.decode())).toEqual(['summary-missing']);
  });
});

describe('several sessions that do not say how long they were', () => {
  const endless = { elapsedMs: INVALID, timerMs: INVALID };
  const race = (ends: readonly [number, number]) =>
    recorded(START, START + 1200)
      .session({ ...endless, timestamp: ends[0] })
      .session({ ...endless, timestamp: ends[1], start: START + 700, sport: CYCLING })
      .decode();

  it('last until their stamps', () => {
    const { activities } = race([START + 600, START + 1200]);
    expect(activities.map(({ samples }) => samples.count)).toEqual([601, 501]);
  });

  it.each([
    ['invalid', [INVALID, INVALID]],
    ['those of their starts', [START, START + 700]],
  ] as const)(
    'last until the next where their stamps are %s, the last one to the end',
    (_, ends) => {
      const { activities, warnings } = race(ends);
      expect(activities.map(({ samples }) => samples.count)).toEqual([700, 501]);
      expect(warnings).toEqual([]);
    },
  );
});

describe('a session that lies elsewhere than its samples', () => {
  it('of a clock that satellites set on the way is dated by the samples, and told', () => {
    const file = recorded(START + 30, START + 630)
      .session({ start: SWITCHED_ON, distanceCm: 190_000 })
      .decode();
    expect(only(file.activities)).toMatchObject({
      startTimeS: START_UNIX + 30,
      session: { distanceM: 1900, elapsedS: 600 },
    });
    expect(kinds(file)).toEqual(['time-jump']);
    expect(file.warnings[0]?.message).toContain('summary');
  });

  it.each([
    ['is believed', 3600, START_UNIX + 600 + 3600, []],
    ['is not believed', 3601, START_UNIX, ['time-jump']],
  ])('%s %i s after their end', (_, apartS, startTimeS, told) => {
    const file = recorded()
      .session({ start: START + 600 + apartS })
      .decode();
    expect(only(file.activities).startTimeS).toBe(startTimeS);
    expect(kinds(file)).toEqual(told);
  });

  it('is believed against a single sample: a moment is no course of an activity', () => {
    const file = recorded(START + 90_000, START + 90_000).session();
    expect(only(file.decode().activities).startTimeS).toBe(START_UNIX);
  });

  it('is believed where it is the samples that do not know the date', () => {
    const file = recorded(SWITCHED_ON, SWITCHED_ON + 600)
      .session()
      .decode();
    expect(only(file.activities).startTimeS).toBe(START_UNIX);
    expect(only(file.activities).samples.count).toBe(601);
  });
});

describe('a recording without a session', () => {
  it('is an activity as long as its samples, with a warning', () => {
    const file = recorded().decode();
    expect(kinds(file)).toEqual(['summary-missing']);
    const activity = only(file.activities);
    expect(activity.startTimeS).toBe(START_UNIX);
    expect(activity.samples.count).toBe(601);
    expect(Object.values(activity.session).every((value) => value === null)).toBe(true);
  });

  it('takes its sport from its laps, else leaves it open', () => {
    const withLap = recorded().lap({ start: START, sport: RUNNING, subSport: 3 });
    expect(only(withLap.decode().activities)).toMatchObject({
      sport: 'running',
      subSport: 'trail',
    });
    expect(only(recorded().decode().activities)).toMatchObject({
      sport: 'generic',
      subSport: null,
    });
  });
});

describe('a recording of laps alone', () => {
  const laps = () =>
    new FitActivity()
      .lap({
        start: START,
        elapsedMs: 310_000,
        timerMs: 300_000,
        distanceCm: 90_000,
        sport: RUNNING,
      })
      .lap({ timestamp: START + 600, elapsedMs: 290_000, timerMs: 290_000, distanceCm: 88_000 })
      .activity(ZONE);

  it('is an activity of their totals, with a warning', () => {
    const file = laps().decode();
    const activity = only(file.activities);
    expect(activity).toMatchObject({
      sport: 'running',
      startTimeS: START_UNIX,
      session: { distanceM: 1780, timerS: 590, elapsedS: 600, ascentM: null },
    });
    expect(activity.laps.map(({ startTimeS }) => startTimeS - START_UNIX)).toEqual([0, 310]);
    expect(kinds(file)).toEqual(['summary-missing', 'no-samples']);
    expect(file.warnings[0]?.message).toContain('laps');
  });

  it('has no total of what one of them lacks', () => {
    const { session } = only(
      laps()
        .lap({ start: START + 600, distanceCm: 1000 })
        .decode().activities,
    );
    expect(session).toMatchObject({ distanceM: 1790, timerS: null });
  });
});
