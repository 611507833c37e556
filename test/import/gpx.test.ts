import { describe, expect, it } from 'vitest';
import { encodeGpx } from '../../fixtures/encode-gpx.ts';
import { DEFAULT_START_TIME_S } from '../../fixtures/synthetic-run.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { decoded, gpx, only, run, through, track } from './gpx-files.ts';
import { kinds } from './reading-with.ts';

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

  it('that a converter copied from a FIT file without a value give nothing', () => {
    const copied = withInside(
      '<extensions><hr>255</hr><cad>255</cad><power>65535</power></extensions>',
    );
    expect(copied).toMatchObject({ heartRateBpm: null, cadenceSpm: null, powerW: null });
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
  it.each(['-5', '1e999', 'NaN', '', '42949672.95'])(
    'that are no amount, such as "%s", are none',
    (value) => {
      const file = new TextDecoder().decode(encodeGpx(run(), { totals: true }));
      const { session } = only(
        file.replace(/(<gpxtrkx:(?:Distance|Ascent)>)[\d.]+/g, `$1${value}`),
      );
      expect(session).toMatchObject({ distanceM: null, ascentM: null });
    },
  );

  it('are no times that a converter wrote for a watch that had none', () => {
    const file = new TextDecoder().decode(encodeGpx(run(), { totals: true }));
    const { session } = only(file.replace(/(<gpxtrkx:\w+Time>)[\d.]+/g, '$14294967.295'));
    expect(session).toMatchObject({ timerS: 600, elapsedS: 600 });
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
