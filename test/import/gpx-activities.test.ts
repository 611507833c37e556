import { describe, expect, it } from 'vitest';
import { encodeGpx, type GpxLayout } from '../../fixtures/encode-gpx.ts';
import { DEFAULT_START_TIME_S, type RunSpec } from '../../fixtures/synthetic-run.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { decoded, errorOf, gpx, only, run, through, track } from './gpx-files.ts';
import { kinds } from './reading-with.ts';

describe('activities of a GPX file', () => {
  const HOUR_S = 3600;
  const later = (seconds: number, spec: Partial<RunSpec> = {}) =>
    run({ startTimeS: DEFAULT_START_TIME_S + seconds, ...spec });
  const sports = (activities: Activity[], layout: GpxLayout = {}) =>
    decoded(encodeGpx(activities, layout)).activities.map(({ sport }) => sport);

  it('are one where its tracks follow each other within the hour', () => {
    expect(sports([run(), later(600 + HOUR_S)])).toEqual(['running']);
  });

  it('are two where more than an hour lies between its tracks', () => {
    expect(sports([run(), later(600 + HOUR_S + 1)])).toEqual(['running', 'running']);
  });

  it('are two where its tracks are of two sports', () => {
    expect(sports([run(), later(700, { sport: 'cycling' })])).toEqual(['running', 'cycling']);
  });

  it('are one where a short track lies within a long one, and the next follows the long one', () => {
    const tracks = [
      later(0, { segments: [{ speedMps: 2.75, durationS: 2 * HOUR_S }] }),
      later(60, { segments: [{ speedMps: 2.75, durationS: 60 }] }),
      later(2.5 * HOUR_S),
    ];
    expect(sports(tracks)).toEqual(['running']);
  });

  it('come in order of time', () => {
    const { activities } = decoded(encodeGpx([later(9 * HOUR_S), run()]));
    expect(activities.map(({ startTimeS }) => startTimeS - DEFAULT_START_TIME_S)).toEqual([
      0,
      9 * HOUR_S,
    ]);
  });

  it('are one where a long pause lies within a track, and two where a night does', () => {
    const segments = (gapS: number) => {
      const second = later(600 + gapS);
      const file = new TextDecoder().decode(encodeGpx([run(), second]));
      return decoded(file.replace(/<\/trk>\s*<trk>\s*<type>running<\/type>/, '')).activities;
    };
    expect(segments(6 * HOUR_S)).toHaveLength(1);
    expect(segments(6 * HOUR_S + 1)).toHaveLength(2);
  });

  it('do not each take the totals of the track they share', () => {
    const file = new TextDecoder()
      .decode(encodeGpx([run(), later(8 * HOUR_S)], { totals: true }))
      .replace(/<\/trk>\s*<trk>\s*<type>running<\/type>/, '');
    const { activities } = decoded(file);
    expect(activities.map(({ session }) => session.distanceM)).toEqual([null, null]);
  });

  it('are one where the file holds the same track twice', () => {
    const { activities, warnings } = decoded(encodeGpx([run(), run()]));
    expect(activities).toHaveLength(1);
    expect(activities[0]?.samples.count).toBe(run().samples.count);
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'time-jump' }));
  });

  it('end at 500, with a word about it', () => {
    const many = Array.from({ length: 501 }, (_, i) => track(1).replace('2026', String(1500 + i)));
    const file = decoded(gpx(many.join('')));
    expect(file.activities).toHaveLength(500);
    expect(kinds(file)).toContain('damaged');
  });
});

describe('the sport of a GPX track', () => {
  const untyped = (spec: Partial<RunSpec>, name: string | null = null) =>
    decoded(encodeGpx(run(spec), { type: null, name }));

  it.each([
    ['running', 'running', null],
    ['trail_running', 'running', 'trail'],
    ['Laufen', 'running', null],
    ['casual_walking', 'walking', null],
    ['Other', 'generic', null],
  ])('is what its type says: %s', (type, sport, subSport) => {
    expect(through({}, { type })).toMatchObject({ sport, subSport });
  });

  it('is running where an old file from Strava has the number 9; elsewhere its speed tells', () => {
    expect(through({}, { type: '9', creator: 'StravaGPX iPhone' }).sport).toBe('running');
    const passedOn = encodeGpx(run(), { type: '9', creator: 'Somebody' });
    expect(only(passedOn).sport).toBe('running');
    expect(kinds(decoded(passedOn))).toContain('suspect-sport');
  });

  it('is what its name says where it has no type', () => {
    const file = untyped({ segments: [{ speedMps: 6, durationS: 600 }] }, 'Morning Run');
    expect(file.activities[0]?.sport).toBe('running');
    expect(kinds(file)).not.toContain('suspect-sport');
  });

  it('is running, with a warning, where only its speed is that of a run', () => {
    const file = untyped({}, 'Move');
    expect(file.activities[0]?.sport).toBe('running');
    expect(kinds(file)).toContain('suspect-sport');
  });

  it.each([1.5, 7])('stays unknown, with a warning, at %d m/s', (speedMps) => {
    const file = untyped({ segments: [{ speedMps, durationS: 600 }] });
    expect(file.activities[0]?.sport).toBe('generic');
    expect(kinds(file)).toContain('suspect-sport');
  });
});

describe('a GPX file without an activity', () => {
  it.each([
    ['a route', '<rte><rtept lat="1" lon="1"/></rte>'],
    ['waypoints', '<wpt lat="1" lon="1"><time>2026-03-02T07:00:00Z</time></wpt>'],
    ['a track whose points have no times', '<trk><trkseg><trkpt lat="1" lon="1"/></trkseg></trk>'],
    [
      'a track whose times are no times',
      '<trk><trkseg><trkpt lat="1" lon="1"><time>7:00</time></trkpt></trkseg></trk>',
    ],
  ])('is called a route: %s', (_, content) => {
    expect(errorOf(gpx(content))).toMatchObject({ kind: 'not-an-activity', fileType: 'route' });
  });

  it('is called empty where it has nothing at all', () => {
    expect(errorOf(gpx('<trk><name>Run</name><trkseg/></trk>'))).toMatchObject({
      kind: 'nothing-recorded',
    });
  });

  it('is unreadable where it ends before its first point, and says where', () => {
    expect(errorOf('<gpx><trk><trkseg><trkp')).toMatchObject({
      kind: 'unreadable',
      byteOffset: 18,
    });
  });
});

describe('a damaged GPX file', () => {
  const whole = new TextDecoder().decode(encodeGpx(run()));

  it('that ends too early keeps the points before, with a warning', () => {
    const file = decoded(whole.slice(0, whole.length / 2));
    expect(file.records).toBeGreaterThan(290);
    expect(file.records).toBeLessThan(310);
    expect(kinds(file)).toContain('truncated');
  });

  it('loses only what is broken, with a warning that says where', () => {
    const at = whole.indexOf('<trkpt', whole.length / 2);
    const file = decoded(`${whole.slice(0, at)}<trkpt lat="1${whole.slice(at + 11)}`);
    expect(file.activities[0]?.samples.count).toBe(600);
    expect(file.warnings).toContainEqual({
      kind: 'damaged',
      message: `The file is damaged, first at byte ${at}; the 600 samples (10 min) that could be read were kept.`,
    });
  });

  it('is read without a warning where somebody forgot to escape a name', () => {
    const file = decoded(whole.replace('<type>', '<name>Fun & sun <3</name><type>'));
    expect(file.activities[0]?.samples.count).toBe(601);
    expect(kinds(file)).toEqual(['local-time-unknown']);
  });
});
