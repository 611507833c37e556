/** Which sport an activity is taken for, in every format alike. */
import { describe, expect, it } from 'vitest';
import { encodeGpx } from '../../fixtures/encode-gpx.ts';
import { encodeTcx } from '../../fixtures/encode-tcx.ts';
import { encodeFit, type Segment, syntheticRun } from '../../fixtures/synthetic-run.ts';
import { severalSessions } from '../../fixtures/watch-file-variants.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { decodeFile } from '../../src/import/decode-file.ts';

/** 22 minutes at 2:27/km. */
const RIDE: Segment = { speedMps: 6.8, durationS: 1320 };
const RUN: Segment = { speedMps: 4.5, durationS: 1320 };
const POSITION = { latitudeDeg: 0, longitudeDeg: -30 };

const calledRun = (segment: Segment): Activity =>
  syntheticRun({ segments: [segment], position: POSITION });

const FORMATS: [string, (activity: Activity) => Uint8Array][] = [
  ['FIT', (activity) => encodeFit(activity)],
  ['TCX', (activity) => encodeTcx(activity)],
  ['GPX', (activity) => encodeGpx(activity)],
];

function sportsOf(bytes: Uint8Array, sportHint: string | null = null) {
  const decoded = decodeFile(bytes, sportHint);
  if (!decoded.ok) throw new Error(decoded.error.message);
  const { activities, warnings } = decoded.value;
  return {
    sports: activities.map(({ sport }) => sport),
    suspicions: warnings.filter(({ kind }) => kind === 'suspect-sport').length,
  };
}

describe.each(FORMATS)('%s', (_, encode) => {
  it('that calls a ride a run is kept as another sport, with a warning', () => {
    expect(sportsOf(encode(calledRun(RIDE)))).toEqual({ sports: ['generic'], suspicions: 1 });
  });

  it('that calls a fast run a run is believed', () => {
    expect(sportsOf(encode(calledRun(RUN)))).toEqual({ sports: ['running'], suspicions: 0 });
  });

  it('is of the sport of its archive where that knows better, and no run for its sake', () => {
    const bytes = encode(calledRun(RIDE));
    expect(sportsOf(bytes, 'Ride')).toEqual({ sports: ['cycling'], suspicions: 1 });
    expect(sportsOf(bytes, 'Run')).toEqual({ sports: ['generic'], suspicions: 1 });
    expect(sportsOf(encode(calledRun(RUN)), 'Ride')).toEqual({
      sports: ['running'],
      suspicions: 0,
    });
  });
});

describe('"another sport"', () => {
  const other = (segment: Segment): Activity => ({ ...calledRun(segment), sport: 'generic' });

  it.each<[string, (activity: Activity) => Uint8Array]>([
    ['FIT', (activity) => encodeFit(activity)],
    ['TCX', (activity) => encodeTcx(activity)],
    ['GPX', (activity) => encodeGpx(activity, { type: 'Other' })],
  ])('is all that a file says, in %s: then it is what its archive calls it', (_, encode) => {
    const run = encode(other(RUN));
    expect(sportsOf(run)).toEqual({ sports: ['generic'], suspicions: 0 });
    expect(sportsOf(run, 'Trail Run')).toEqual({ sports: ['running'], suspicions: 0 });
    expect(sportsOf(run, 'Workout')).toEqual({ sports: ['generic'], suspicions: 0 });
    expect(sportsOf(encode(other(RIDE)), 'Run')).toEqual({ sports: ['generic'], suspicions: 1 });
  });
});

describe('a track without a sport', () => {
  const untyped = (segment: Segment) => encodeGpx(calledRun(segment), { type: null, name: null });

  it('is of the sport that its archive names', () => {
    expect(sportsOf(untyped(RUN), 'Lauf')).toEqual({ sports: ['running'], suspicions: 0 });
    expect(sportsOf(untyped(RUN), 'Ride')).toEqual({ sports: ['cycling'], suspicions: 0 });
    expect(sportsOf(untyped(RUN), 'Activity')).toEqual({ sports: ['running'], suspicions: 1 });
  });

  it('is no run for the word of the archive where it moves like a ride', () => {
    expect(sportsOf(untyped(RIDE), 'Run')).toEqual({ sports: ['generic'], suspicions: 1 });
  });
});

it('asks about a run as fast as the fastest without a step, and believes it', () => {
  // 22 km/h for 25 minutes, from a phone.
  const fast = calledRun({ speedMps: 6.1, durationS: 1500 });
  const { samples, session } = fast;
  const noSteps = {
    ...fast,
    samples: { ...samples, cadenceSpm: null },
    session: { ...session, avgCadenceSpm: null },
  };
  for (const encode of [encodeTcx, encodeGpx]) {
    expect(sportsOf(encode(noSteps))).toEqual({ sports: ['running'], suspicions: 1 });
    expect(sportsOf(encode(fast))).toEqual({ sports: ['running'], suspicions: 0 });
  }
});

it('leaves the other sessions of a file as they are', () => {
  expect(sportsOf(severalSessions())).toEqual({
    sports: ['running', 'cycling', 'running'],
    suspicions: 0,
  });
  const both = encodeFit([
    calledRun(RUN),
    syntheticRun({ segments: [RIDE], startTimeS: calledRun(RUN).startTimeS + 1400 }),
  ]);
  expect(sportsOf(both)).toEqual({ sports: ['running', 'generic'], suspicions: 1 });
});
