import { describe, expect, it } from 'vitest';
import { CYCLING, FitActivity, kinds, RECORD, START, START_UNIX } from './fit-activity.ts';

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
