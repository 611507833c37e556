import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type OnStrava, stravaActivity } from '../../fixtures/strava-simulator/strava-activity.ts';
import { stravaJson } from '../../fixtures/strava-simulator/strava-json.ts';
import { type RunSpec, syntheticRun } from '../../fixtures/synthetic-run.ts';
import { localDateAt } from '../../src/analysis/local-date.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { parseWithTextIds } from '../../src/strava/strava-json.ts';
import { streamsSchema } from '../../src/strava/stream-set.ts';
import { activityFromStrava } from '../../src/strava/streams.ts';
import { summarySchema } from '../../src/strava/summary.ts';

const EASY: RunSpec = { segments: [{ speedMps: 2.75, distanceM: 2000 }] };

/** As it comes from Strava's list and streams; `changed` are fields of the summary. */
function imported(
  spec: Partial<RunSpec> = {},
  onStrava: Partial<OnStrava> = {},
  changed: Record<string, unknown> = {},
) {
  const { summary, streams } = stravaActivity(syntheticRun({ ...EASY, ...spec }), onStrava);
  return activityFromStrava(
    v.parse(summarySchema, parseWithTextIds(stravaJson({ ...summary, ...changed }))),
    streams && v.parse(streamsSchema, JSON.parse(stravaJson(streams))),
  );
}

it('is the activity that its file gives, in the same words', () => {
  const { activity, warnings } = imported();
  const original = syntheticRun(EASY);
  expect(warnings).toEqual([]);
  expect(activity).toMatchObject({
    sport: 'running',
    subSport: null,
    startTimeS: original.startTimeS,
    utcOffsetS: original.utcOffsetS,
    pauses: [],
    device: { manufacturer: null, product: 'Garmin Forerunner 255', serialNumber: null },
  });
  expect(activity.samples.timeS).toEqual(original.samples.timeS);
  expect(activity.samples.heartRateBpm).toEqual(original.samples.heartRateBpm);
});

describe('cadence', () => {
  it('of a run is of one leg at Strava, and of both here', () => {
    const { activity } = imported({
      segments: [{ speedMps: 3, distanceM: 600, cadenceSpm: 180 }],
    });
    expect(activity.samples.cadenceSpm?.at(30)).toBe(180);
    expect(activity.session.avgCadenceSpm).toBe(180);
  });

  it('of a ride is left as it is', () => {
    const { activity } = imported({
      sport: 'cycling',
      segments: [{ speedMps: 7, distanceM: 2000, cadenceSpm: 85 }],
    });
    expect(activity.sport).toBe('cycling');
    expect(activity.samples.cadenceSpm?.at(30)).toBe(85);
  });
});

describe('pauses', () => {
  const pauses = [{ afterTimerS: 300, durationS: 90 }];

  it('are found where samples stop and go on at the same place', () => {
    const { activity } = imported({ pauses });
    const stopS = activity.startTimeS + 300;
    expect(activity.pauses).toEqual([{ startTimeS: stopS, endTimeS: stopS + 90 }]);
  });

  it('are not timer time, whatever Strava calls moving', () => {
    const { activity } = imported({ pauses }, {}, { moving_time: 100 });
    const { timerS, elapsedS } = syntheticRun({ ...EASY, pauses }).session;
    expect(Math.abs((activity.session.timerS ?? 0) - (timerS ?? 0))).toBeLessThanOrEqual(1);
    expect(Math.abs((activity.session.elapsedS ?? 0) - (elapsedS ?? 0))).toBeLessThanOrEqual(1);
  });
});

describe('without streams', () => {
  it.each([
    ['typed in by hand', { isManual: true }, 'typed in by hand'],
    ['on a treadmill that Strava has no streams of', { lacksStreams: true }, 'only the totals'],
  ])('a run %s counts what is known and says what is not', (_, onStrava, words) => {
    const { activity, warnings } = imported({ subSport: 'treadmill' }, onStrava);
    expect(warnings.map(({ kind }) => kind)).toEqual(['no-samples']);
    expect(warnings[0]?.message).toContain(words);
    const run = runExposure(activity);
    expect(run.distanceM).toBe(2000);
    expect(run.timerS).toBe(727);
    expect(run.loadOrigin).toBe('session-average');
    expect(run.hills).toBeNull();
  });

  it('what Strava writes as 0 is not known', () => {
    const nothing = { distance: 0, moving_time: 0, elapsed_time: 0 };
    const { activity } = imported({}, { isManual: true }, nothing);
    expect(activity.session).toMatchObject({ distanceM: null, timerS: null, elapsedS: null });
  });
});

describe('sport', () => {
  it.each([
    ['Run', false, 'running', null],
    ['Run', true, 'running', 'treadmill'],
    ['TrailRun', false, 'running', 'trail'],
    ['VirtualRun', true, 'running', 'virtualActivity'],
    ['Hike', false, 'hiking', null],
    ['GravelRide', false, 'cycling', 'gravelCycling'],
    ['Padel', false, 'racket', 'padel'],
    ['SomethingNew', false, 'generic', null],
  ])('%s (on a machine: %s) is %s, %s', (sportType, trainer, sport, subSport) => {
    const { activity } = imported({}, { sportType }, { trainer });
    expect(activity).toMatchObject({ sport, subSport });
  });

  it('is the old type where there is no other', () => {
    expect(imported({}, {}, { sport_type: null, type: 'Walk' }).activity.sport).toBe('walking');
  });
});

describe('when it was', () => {
  it('is on the day of the clock of where it was', () => {
    const { activity } = imported({ startTimeS: 1_772_492_400, utcOffsetS: 7200 });
    expect(localDateAt(activity.startTimeS, activity.utcOffsetS ?? 0)).toBe('2026-03-03');
  });

  it('comes from the two starts when the offset is not told', () => {
    const { activity } = imported({ utcOffsetS: -12_600 }, {}, { utc_offset: null });
    expect(activity.utcOffsetS).toBe(-12_600);
  });

  it('is warned of when Strava tells neither', () => {
    const untold = { utc_offset: null, start_date_local: null };
    const { activity, warnings } = imported({}, {}, untold);
    expect(activity.utcOffsetS).toBeNull();
    expect(warnings.map(({ kind }) => kind)).toEqual(['local-time-unknown']);
  });
});

it('samples that go back in time are left out, with a word', () => {
  const { summary } = stravaActivity(syntheticRun(EASY));
  const streams = v.parse(streamsSchema, {
    time: { data: [0, 1, 1, 0, 2] },
    distance: { data: [0, 3, 4, 5, 6] },
  });
  const { activity, warnings } = activityFromStrava(
    v.parse(summarySchema, parseWithTextIds(stravaJson(summary))),
    streams,
  );
  expect(activity.samples.distanceM).toEqual(Float64Array.of(0, 3, 6));
  expect(warnings.map(({ kind }) => kind)).toEqual(['time-jump']);
});
