import { describe, expect, it } from 'vitest';
import { encodeTcx, type TcxLayout } from '../../fixtures/encode-tcx.ts';
import { DEFAULT_START_TIME_S, type RunSpec, syntheticRun } from '../../fixtures/synthetic-run.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { runExposure } from '../../src/analysis/run-exposure.ts';
import { decodeTcx } from '../../src/import/tcx.ts';
import { kinds, readingWith } from './reading-with.ts';

const run = (spec: Partial<RunSpec> = {}) =>
  syntheticRun({ segments: [{ speedMps: 2.5, distanceM: 3000 }], ...spec });

const { decoded, only, errorOf } = readingWith(decodeTcx);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const through = (spec: Partial<RunSpec> = {}, layout: TcxLayout = {}) =>
  only(encodeTcx(run(spec), layout));

const tcx = (content: string) => `<TrainingCenterDatabase>${content}</TrainingCenterDatabase>`;

describe('what a TCX file says of a run', () => {
  it('is its distances, altitudes, times and sensors', () => {
    const position = { latitudeDeg: -48, longitudeDeg: -123 };
    const original = run({ segments: [{ speedMps: 2.5, durationS: 60, powerW: 240 }], position });
    const { samples } = only(encodeTcx(original));
    const { latitudeDeg, longitudeDeg, ...exact } = original.samples;
    expect(samples).toMatchObject(exact);
    expect(samples.latitudeDeg?.[30]).toBeCloseTo(latitudeDeg?.[30] as number, 6);
    expect(samples.longitudeDeg?.[30]).toBeCloseTo(longitudeDeg?.[30] as number, 6);
  });

  it('is the laps and their sum', () => {
    const original = run();
    const { laps, session } = only(encodeTcx(original));
    expect(laps).toEqual(original.laps);
    expect(session).toMatchObject({ distanceM: 3000, timerS: 1200, elapsedS: 1200 });
  });

  it('is the watch and its number', () => {
    expect(through().device).toEqual({ manufacturer: null, product: '1', serialNumber: '1001' });
  });

  it('is not taken from the averages of a lap', () => {
    const file = text(
      encodeTcx(run({ segments: [{ speedMps: 2.5, distanceM: 3000, heartRateBpm: null }] })),
    );
    const averages =
      '<AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm><Cadence>85</Cadence>';
    const { samples } = only(file.replaceAll('<Intensity>', `${averages}<Intensity>`));
    expect(samples.heartRateBpm).toBeNull();
    expect(samples.cadenceSpm?.[30]).toBe(170);
  });

  it('is no sum where a lap does not say its part, or says nonsense', () => {
    const file = text(encodeTcx(run()));
    for (const part of ['', '0', '-5', '1e999', 'NaN', '42949672.95']) {
      const { session, laps } = only(
        file.replace(
          '<DistanceMeters>1000</DistanceMeters>\n',
          `<DistanceMeters>${part}</DistanceMeters>\n`,
        ),
      );
      expect(session).toMatchObject({ distanceM: null, timerS: 1200 });
      expect(laps[0]?.distanceM).toBeNull();
    }
  });

  it('is not what a converter wrote for a watch that had no value', () => {
    const file = text(encodeTcx(run()));
    const withoutValue = file.replaceAll(/(<TotalTimeSeconds>)\d+/g, '$14294967.295');
    const { session, laps } = only(withoutValue);
    expect(session).toMatchObject({ timerS: null, elapsedS: 1200 });
    expect(laps.map(({ timerS }) => timerS)).toEqual([null, null, null]);
  });

  it('has no clock time for a lap that begins after the next', () => {
    const file = text(encodeTcx(run())).replace(/(StartTime="2026-03-02T)07:06/, '$108:06');
    expect(only(file).laps.map(({ elapsedS }) => elapsedS)).toEqual([4000, null, 400]);
  });

  it('may be totals alone, as of a treadmill without sensors', () => {
    const lap =
      '<Lap StartTime="2026-03-02T07:00:00Z"><TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>5000</DistanceMeters></Lap>';
    const file = decoded(tcx(`<Activity Sport="Running">${lap}</Activity>`));
    const [activity] = file.activities as [Activity];
    expect(activity.samples.count).toBe(0);
    expect(activity.startTimeS).toBe(DEFAULT_START_TIME_S);
    expect(activity.session).toMatchObject({ distanceM: 5000, timerS: 1800, elapsedS: 1800 });
    expect(kinds(file)).toContain('no-samples');
    expect(runExposure(activity).load?.loadAeKm).toBeGreaterThan(4);
  });
});

describe('cadence in TCX', () => {
  it.each(['TPX', 'plain'] as const)('of one leg is doubled, written as %s', (cadence) => {
    expect(through({}, { cadence }).samples.cadenceSpm?.[300]).toBe(170);
  });

  it('that counts steps already is taken as it is', () => {
    expect(through({}, { cadenceCounts: 'steps' }).samples.cadenceSpm?.[300]).toBe(170);
  });
});

describe('distance in TCX', () => {
  it('counts on over laps that each begin at 0, but for the step between them', () => {
    const { samples } = through({}, { distanceByLap: true });
    expect(samples.distanceM?.at(-1)).toBe(3000 - 2 * 2.5);
    expect(runExposure(through({}, { distanceByLap: true })).distanceM).toBe(3000);
  });

  it('that falls a little from one lap to the next goes on as it is', () => {
    const file = text(encodeTcx(run())).replace(
      '<DistanceMeters>1000.00<',
      '<DistanceMeters>990.00<',
    );
    expect(only(file).samples.distanceM?.at(-1)).toBe(3000);
  });

  it('that begins late stays so where no lap says how long it was', () => {
    const file = text(encodeTcx(run(), { distanceBeforeM: 100 })).replaceAll(
      /<DistanceMeters>\d+<\/DistanceMeters>\n/g,
      '',
    );
    expect(only(file).samples.distanceM?.[0]).toBe(100);
  });

  it('of a leg of a race counts from where the leg before ended', () => {
    const { samples } = through({}, { distanceBeforeM: 40_330 });
    expect(samples.distanceM?.[0]).toBeCloseTo(0, 6);
    expect(samples.distanceM?.at(-1)).toBeCloseTo(3000, 6);
  });

  it('of a session that the runner corrected on the treadmill stays as it was counted', () => {
    const { samples, session } = only(
      text(encodeTcx(run())).replaceAll(
        '<DistanceMeters>1000</DistanceMeters>\n<Calories>',
        '<DistanceMeters>1100</DistanceMeters>\n<Calories>',
      ),
    );
    expect(session.distanceM).toBe(3300);
    expect(samples.distanceM?.at(-1)).toBe(3000);
  });

  it('that is the way since the last point is left to the places', () => {
    const file = text(encodeTcx(run())).replace(
      /<DistanceMeters>[\d.]+<\/DistanceMeters><Heart/g,
      (_, at: number) => `<DistanceMeters>${at % 3}</DistanceMeters><Heart`,
    );
    expect(only(file).samples.distanceM).toBeNull();
  });
});

describe('pauses in TCX', () => {
  it('are what a lap’s clock has more than its timer, in its longest gap', () => {
    const pauses = [
      { afterTimerS: 300, durationS: 35 },
      { afterTimerS: 700, durationS: 600 },
    ];
    const original = run({ pauses });
    const activity = only(encodeTcx(original));
    expect(activity.pauses).toEqual(original.pauses);
    expect(activity.session).toMatchObject({ timerS: 1200, elapsedS: 1835 });
  });

  it('are not where a lap’s timer ran on', () => {
    const file = text(encodeTcx(run({ pauses: [{ afterTimerS: 300, durationS: 35 }] })));
    expect(only(file.replace(/(<TotalTimeSeconds>)400/, '$1435')).pauses).toEqual([]);
  });

  it('are read from gaps where laps have no timer', () => {
    const original = run({ pauses: [{ afterTimerS: 300, durationS: 35 }] });
    const file = text(encodeTcx(original)).replaceAll(/<TotalTimeSeconds>.*/g, '');
    expect(only(file).pauses).toEqual(original.pauses);
  });
});

describe('the activities of a TCX file', () => {
  const ride = syntheticRun({
    segments: [{ speedMps: 7.5, durationS: 600 }],
    sport: 'cycling',
    startTimeS: DEFAULT_START_TIME_S + 1500,
  });

  it.each([false, true])(
    'are each on its own, in a multisport session or not (%s)',
    (multisport) => {
      const { activities } = decoded(encodeTcx([run(), ride], { multisport }));
      expect(activities.map(({ sport }) => sport)).toEqual(['running', 'cycling']);
      expect(activities.map(({ samples }) => samples.count)).toEqual([1201, 601]);
    },
  );

  it('do not hold the transition between them', () => {
    const transition =
      '<Transition StartTime="2026-03-02T07:21:00Z"><TotalTimeSeconds>60</TotalTimeSeconds><Track><Trackpoint><Time>2026-03-02T07:21:30Z</Time></Trackpoint></Track></Transition>';
    const file = text(encodeTcx([run(), ride], { multisport: true }));
    const { activities } = decoded(file.replace('<NextSport>', `<NextSport>${transition}`));
    expect(activities.map(({ samples }) => samples.count)).toEqual([1201, 601]);
    expect(activities[0]?.session.timerS).toBe(1200);
  });

  it.each([
    ['Running', 'running'],
    ['Biking', 'cycling'],
    ['Other', 'generic'],
    ['Trail Running', 'running'],
  ])('are of the sport it names: %s', (sport, expected) => {
    expect(through({}, { sport }).sport).toBe(expected);
  });

  it('of no sport at all are judged by their speed, with a warning', () => {
    const file = decoded(text(encodeTcx(run())).replace(' Sport="Running"', ''));
    expect(file.activities[0]?.sport).toBe('running');
    expect(kinds(file)).toContain('suspect-sport');
  });

  it('begin at their first sample where their laps lie elsewhere in time', () => {
    const file = text(encodeTcx(run())).replaceAll(/StartTime="2026/g, 'StartTime="2006');
    expect(only(file).startTimeS).toBe(DEFAULT_START_TIME_S);
    expect(only(file).samples.count).toBe(1201);
  });
});

describe('a TCX file without an activity', () => {
  it.each([
    [
      'course',
      '<Courses><Course><Lap><DistanceMeters>5</DistanceMeters></Lap><Track><Trackpoint><Time>2026-03-02T07:00:00Z</Time></Trackpoint></Track></Course></Courses>',
    ],
    ['workout', '<Workouts><Workout Sport="Running"><Name>5 x 1</Name></Workout></Workouts>'],
  ])('is called a %s', (fileType, content) => {
    expect(errorOf(tcx(content))).toMatchObject({ kind: 'not-an-activity', fileType });
  });

  it.each([
    '',
    '<Activities><Activity Sport="Running"><Id>2026-03-02T07:00:00Z</Id></Activity></Activities>',
  ])('is called empty: %s', (content) => {
    expect(errorOf(tcx(content))).toMatchObject({ kind: 'nothing-recorded' });
  });

  it('is called empty where nothing says when it was', () => {
    const lap = '<Lap><DistanceMeters>5000</DistanceMeters></Lap>';
    expect(errorOf(tcx(`<Activity Sport="Running">${lap}</Activity>`)).kind).toBe(
      'nothing-recorded',
    );
  });

  it('is unreadable where it ends before its first lap, and says where', () => {
    const start = '<TrainingCenterDatabase><Activities><Activity Sport="Running">';
    expect(errorOf(`${start}<Lap Start`)).toMatchObject({
      kind: 'unreadable',
      byteOffset: start.length,
    });
  });
});

describe('TCX as services write it', () => {
  const whole = text(encodeTcx(run()));

  it('is read with the ten spaces that Strava puts before it', () => {
    expect(through({}, { lead: ' '.repeat(10) })).toEqual(through());
  });

  it('is read with a byte order mark', () => {
    expect(through({}, { lead: '\ufeff' })).toEqual(through());
  });

  it('is read with line ends of Windows', () => {
    expect(only(whole.replaceAll('\n', '\r\n'))).toEqual(through());
  });

  it('is read as UTF-16, with or without a mark', () => {
    for (const content of [whole, `\ufeff${whole}`]) {
      const utf16 = new Uint8Array(Uint16Array.from(content, (c) => c.charCodeAt(0)).buffer);
      expect(only(utf16)).toEqual(through());
    }
  });

  it('is read as UTF-8 where it only says that it is UTF-16', () => {
    expect(only(whole.replace('encoding="UTF-8"', 'encoding="utf-16"'))).toEqual(through());
  });

  it('keeps the laps and points before a sudden end, with a warning', () => {
    const file = decoded(whole.slice(0, whole.length / 2));
    expect(file.records).toBeGreaterThan(580);
    expect(file.records).toBeLessThan(620);
    expect(file.activities[0]?.laps).toHaveLength(2);
    expect(kinds(file)).toContain('truncated');
  });
});
