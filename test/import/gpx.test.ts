import { describe, expect, it } from 'vitest';
import { encodeGpx, type GpxLayout } from '../../fixtures/encode-gpx.ts';
import { DEFAULT_START_TIME_S, type RunSpec, syntheticRun } from '../../fixtures/synthetic-run.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import type { DecodedFile } from '../../src/import/decode-file.ts';
import { decodeGpx } from '../../src/import/gpx.ts';

const AT_SEA = { latitudeDeg: -48, longitudeDeg: -123 };
const RUN: RunSpec = { segments: [{ speedMps: 2.75, durationS: 600 }], position: AT_SEA };

const run = (spec: Partial<RunSpec> = {}) => syntheticRun({ ...RUN, ...spec });

function decoded(file: Uint8Array | string): DecodedFile {
  const result = decodeGpx(typeof file === 'string' ? new TextEncoder().encode(file) : file);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const only = (file: Uint8Array | string): Activity => {
  const { activities } = decoded(file);
  expect(activities).toHaveLength(1);
  return activities[0] as Activity;
};

const through = (spec: Partial<RunSpec>, layout: GpxLayout): Activity =>
  only(encodeGpx(run(spec), layout));

function errorOf(text: string) {
  const result = decodeGpx(new TextEncoder().encode(text));
  if (result.ok) throw new Error('expected an error');
  return result.error;
}

const kinds = ({ warnings }: DecodedFile) => warnings.map(({ kind }) => kind);

/** A track of one segment. `step`: metres north from each point to the next. */
function track(
  count: number,
  { step = 2.75, spacingS = 1, head = '', inside = (_: number): string => '' } = {},
): string {
  const points = Array.from({ length: count }, (_, i) => {
    const time = new Date((DEFAULT_START_TIME_S + i * spacingS) * 1000).toISOString();
    return `<trkpt lat="${-48 + (i * step) / 111_195}" lon="-123"><time>${time}</time>${inside(i)}</trkpt>`;
  });
  return `<trk>${head}<trkseg>${points.join('')}</trkseg></trk>`;
}

const gpx = (content: string, attributes = '') => `<gpx ${attributes}>${content}</gpx>`;

describe('what a GPX file says of a run', () => {
  it('is its places, altitudes, times and sensors', () => {
    const original = run({ segments: [{ speedMps: 2.75, durationS: 60, powerW: 240 }] });
    const { samples } = only(encodeGpx(original));
    expect(samples.timeS).toEqual(original.samples.timeS);
    expect(samples.altitudeM).toEqual(original.samples.altitudeM);
    expect(samples.heartRateBpm).toEqual(original.samples.heartRateBpm);
    expect(samples.cadenceSpm).toEqual(original.samples.cadenceSpm);
    expect(samples.powerW).toEqual(original.samples.powerW);
    expect(samples.latitudeDeg?.[30]).toBeCloseTo(original.samples.latitudeDeg?.[30] as number, 6);
  });

  it('is no distance, speed, lap or total: those are left to the analysis', () => {
    const { samples, laps, session } = only(encodeGpx(run()));
    expect(samples.distanceM).toBeNull();
    expect(samples.speedMps).toBeNull();
    expect(laps).toEqual([]);
    expect(session).toMatchObject({ distanceM: null, ascentM: null, timerS: 600, elapsedS: 600 });
    expect(runExposure(only(encodeGpx(run()))).distanceM).toBeCloseTo(1650, 0);
  });

  it('starts with its first point, whatever time the file itself has', () => {
    const exported = '<metadata><time>2026-05-01T12:00:00Z</time></metadata>';
    expect(only(gpx(exported + track(30))).startTimeS).toBe(DEFAULT_START_TIME_S);
  });

  it('is read from points that lie in no segment, and from segments in no track', () => {
    const points = track(30).replace(/<\/?trkseg>/g, '');
    expect(only(gpx(points)).samples.count).toBe(30);
    expect(only(gpx(track(30).replace(/<\/?trk>/g, ''))).samples.count).toBe(30);
  });

  it('counts its track points as records', () => {
    expect(decoded(gpx(track(30))).records).toBe(30);
  });

  it('names the program that wrote it as the device', () => {
    expect(through({}, { creator: 'Movescount' }).device).toEqual({
      manufacturer: null,
      product: 'Movescount',
      serialNumber: null,
    });
    expect(only(gpx(track(30))).device).toBeNull();
  });
});

describe('sensors of a GPX point', () => {
  const withInside = (inside: string) => only(gpx(track(20, { inside: () => inside }))).samples;

  it.each([
    [
      'gpxtpx',
      '<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>151</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions>',
    ],
    [
      'ns3',
      '<extensions><ns3:TrackPointExtension><ns3:hr>151</ns3:hr></ns3:TrackPointExtension></extensions>',
    ],
    ['gpxdata', '<extensions><gpxdata:hr>151</gpxdata:hr></extensions>'],
    ['no prefix', '<extensions><heartrate>151</heartrate></extensions>'],
  ])('are read with the prefix %s', (_, inside) => {
    expect(withInside(inside).heartRateBpm?.[5]).toBe(151);
  });

  it.each(['<power>240</power>', '<pwr:PowerInWatts>240</pwr:PowerInWatts>'])(
    'give power as %s',
    (element) => {
      expect(withInside(`<extensions>${element}</extensions>`).powerW?.[5]).toBe(240);
    },
  );

  it('that lost contact give nothing, not 0', () => {
    expect(withInside('<extensions><hr>0</hr></extensions>').heartRateBpm).toBeNull();
    expect(withInside('<ele></ele><extensions/>').altitudeM).toBeNull();
    expect(withInside('<ele>nan</ele>').altitudeM).toBeNull();
  });

  it('leave a gap where a single point is without them', () => {
    const { altitudeM } = only(
      gpx(track(20, { inside: (i) => (i === 7 ? '' : '<ele>50.2</ele>') })),
    ).samples;
    expect(altitudeM?.[6]).toBe(50.2);
    expect(altitudeM?.[7]).toBeNaN();
  });

  it('do not come from summaries of the track that use the same names', () => {
    const summary = '<extensions><x><y><hr>99</hr><power>1</power></y></x></extensions>';
    const file = gpx(track(20, { head: summary }).replace('</trk>', `${summary}</trk>`));
    const { heartRateBpm, powerW } = only(file).samples;
    expect([heartRateBpm, powerW]).toEqual([null, null]);
  });

  it('may bring times of their own, which are not the point’s', () => {
    const inside = () => '<extensions><x><time>2020-01-01T00:00:00Z</time></x></extensions>';
    expect(only(gpx(track(20, { inside }))).startTimeS).toBe(DEFAULT_START_TIME_S);
  });

  it('are without a place where the receiver had none', () => {
    const lost = '<trkpt lat="0" lon="0"><time>2026-03-02T07:00:30Z</time></trkpt>';
    const far = '<trkpt lat="95" lon="-123"><time>2026-03-02T07:00:31Z</time></trkpt>';
    const { latitudeDeg, longitudeDeg } = only(
      gpx(track(30).replace('</trkseg>', `${lost}${far}</trkseg>`)),
    ).samples;
    expect(latitudeDeg?.[29]).not.toBeNaN();
    expect(longitudeDeg?.[29]).not.toBeNaN();
    expect([latitudeDeg?.[30], longitudeDeg?.[30], latitudeDeg?.[31]]).toEqual([NaN, NaN, NaN]);
  });
});

describe('cadence in GPX', () => {
  it('is doubled where the file counts the strides of one leg', () => {
    expect(through({}, { cadence: 'strides' }).samples.cadenceSpm?.[300]).toBe(170);
  });

  it('is taken as it is where the file counts steps, as Strava does', () => {
    const layout = { cadence: 'steps', creator: 'StravaGPX' } as const;
    expect(through({}, layout).samples.cadenceSpm?.[300]).toBe(170);
  });
});

describe('distance in GPX', () => {
  it('is taken from the watch where it counts on from the start', () => {
    const original = run();
    expect(only(encodeGpx(original, { distance: true })).samples.distanceM).toEqual(
      original.samples.distanceM,
    );
  });

  it('is left to the places where it is the way since the last point', () => {
    const inside = (i: number) =>
      `<extensions><distance>${i % 2 === 0 ? 2.5 : 3}</distance></extensions>`;
    expect(only(gpx(track(60, { inside }))).samples.distanceM).toBeNull();
  });

  it('and climb come from the totals of a track that has them', () => {
    const original = run({ segments: [{ speedMps: 2.5, distanceM: 1000, gradePercent: 5 }] });
    expect(only(encodeGpx(original, { totals: true })).session).toMatchObject({
      distanceM: 1000,
      ascentM: 50,
      timerS: 400,
      elapsedS: 400,
    });
  });
});

describe('totals in GPX', () => {
  it.each(['-5', '1e999', 'NaN', ''])('that are no amount, such as "%s", are none', (value) => {
    const file = new TextDecoder().decode(encodeGpx(run(), { totals: true }));
    const { session } = only(file.replace(/(<gpxtrkx:(?:Distance|Ascent)>)[\d.]+/g, `$1${value}`));
    expect(session).toMatchObject({ distanceM: null, ascentM: null });
  });
});

describe('pauses in GPX', () => {
  const paused = { pauses: [{ afterTimerS: 300, durationS: 120 }] };
  const stopS = DEFAULT_START_TIME_S + 300;
  const pause = { startTimeS: stopS, endTimeS: stopS + 120 };

  it.each(['gaps', 'segments', 'tracks'] as const)('are found between %s', (pauses) => {
    const activity = through(paused, { pauses });
    expect(activity.pauses).toEqual([pause]);
    expect(activity.session).toMatchObject({ timerS: 600, elapsedS: 720 });
  });

  const without = (from: number, to: number, between: string) => {
    const points = track(900).match(/<trkpt.*?<\/trkpt>/g) as string[];
    const parts = [points.slice(0, from), points.slice(to)].map((part) => part.join(''));
    return only(gpx(`<trk><trkseg>${parts.join(between)}</trkseg></trk>`)).pauses;
  };

  it('are not where the signal was lost and the runner ran on', () => {
    expect(without(300, 359, '')).toEqual([]);
    expect(without(300, 359, '</trkseg><trkseg>')).toEqual([]);
  });

  it('are where the file interrupts the track for more than a minute', () => {
    expect(without(300, 360, '</trkseg><trkseg>')).toEqual([
      { startTimeS: stopS - 1, endTimeS: stopS + 60 },
    ]);
  });
});

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

  it('is running where an old file from Strava has the number 9, and only there', () => {
    expect(through({}, { type: '9', creator: 'StravaGPX iPhone' }).sport).toBe('running');
    expect(through({}, { type: '9', creator: 'Somebody' }).sport).toBe('generic');
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

describe('times in GPX', () => {
  it.each(['Z', '', '+02:00', '-09:30'] as const)(
    'are the same moments with the zone "%s"',
    (zone) => {
      expect(through({}, { zone }).startTimeS).toBe(DEFAULT_START_TIME_S);
    },
  );

  it('tell the runner’s clock where they have an offset', () => {
    expect(through({}, { zone: '-09:30' }).utcOffsetS).toBe(-9.5 * 3600);
  });

  it.each(['Z', '', '+00:00'] as const)('do not tell it with "%s", and say so', (zone) => {
    const file = decoded(encodeGpx(run(), { zone }));
    expect(file.activities[0]?.utcOffsetS).toBeNull();
    expect(kinds(file)).toContain('local-time-unknown');
  });

  it('that jumble are put in order, and two points of a moment become one', () => {
    const points = track(30).match(/<trkpt.*?<\/trkpt>/g) as string[];
    const jumbled = [...points.slice(0, 10), points[4], points[9], ...points.slice(10)].join('');
    const { samples } = only(gpx(`<trk><trkseg>${jumbled}</trkseg></trk>`));
    expect(samples.count).toBe(30);
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
