import { describe, expect, it } from 'vitest';
import { FitBytes } from '../../../fixtures/fit-bytes.ts';
import { chained } from '../../../fixtures/watch-file-variants.ts';
import {
  decoded,
  errorOf,
  FitActivity,
  kinds,
  only,
  plainRun,
  RECORD,
  START,
  START_UNIX,
  ZONE,
} from './fit-activity.ts';

describe('a sound file', () => {
  it('gives one activity without a warning', () => {
    const file = plainRun().decode();
    expect(file.warnings).toEqual([]);
    expect(file.records).toBe(11);
    const run = only(file.activities);
    expect(run).toMatchObject({ sport: 'running', startTimeS: START_UNIX, utcOffsetS: 7200 });
    expect(run.session.distanceM).toBe(1000);
    expect(run.samples.count).toBe(11);
    expect(Array.from(run.samples.timeS)).toEqual(
      Array.from({ length: 11 }, (_, i) => START_UNIX + 60 * i),
    );
    expect(run.samples.distanceM?.at(-1)).toBe(1000);
  });

  it('is read alike with the short header of old watches', () => {
    const file = plainRun().bytes.file({ headerSize: 12 });
    expect(decoded(file)).toEqual(plainRun().decode());
  });

  it('is read alike from the middle of a larger buffer', () => {
    const file = plainRun().bytes.file();
    const larger = new Uint8Array(file.length + 100);
    larger.set(file, 33);
    expect(decoded(larger.subarray(33, 33 + file.length))).toEqual(plainRun().decode());
  });

  it('is read alike whether its summary comes first or last', () => {
    const summaryFirst = new FitActivity().activity(ZONE).session({ distanceCm: 100_000 });
    summaryFirst.records(
      [RECORD.timestamp, RECORD.distance],
      Array.from({ length: 11 }, (_, i) => [START + 60 * i, 10_000 * i]),
    );
    expect(summaryFirst.decode()).toEqual(plainRun().decode());
  });

  it('is read past messages that nobody has documented', () => {
    const run = plainRun();
    run.bytes
      .define(9, 233, [{ number: 2, type: 'byte', count: 4 }])
      .message(9, [1, 2, 3, 4])
      .define(9, 0xff00, [{ number: 1, type: 'float64' }])
      .message(9, 1);
    expect(run.decode()).toEqual(plainRun().decode());
  });
});

describe('a file of something else', () => {
  it.each([
    [2, 'settings'],
    [6, 'course'],
    [5, 'workout'],
    [200, '200'],
  ])('of type %i is refused by its name, %s', (type, fileType) => {
    const course = new FitActivity(type).records([RECORD.timestamp], [[START]]);
    const error = errorOf(course.bytes.file());
    expect(error).toMatchObject({ kind: 'not-an-activity', fileType });
    expect(error.message).toContain(fileType);
  });

  it('is read as an activity when it does not say what it is, but holds records', () => {
    const unnamed = new FitActivity(null).records([RECORD.timestamp], [[START], [START + 1]]);
    expect(only(unnamed.decode().activities).samples.count).toBe(2);
  });

  it('is refused when it calls itself an activity and holds nothing', () => {
    expect(errorOf(new FitActivity().bytes.file())).toMatchObject({ kind: 'nothing-recorded' });
  });

  it('chained behind an activity does not stop the activity', () => {
    const settings = new FitActivity(2).bytes.file();
    const both = decoded(chained(plainRun().bytes.file(), settings));
    expect(both).toEqual(plainRun().decode());
  });
});

describe('chained files', () => {
  const second = new FitActivity()
    .records(
      [RECORD.timestamp, RECORD.heartRate],
      [
        [START + 9000, 150],
        [START + 9001, 151],
      ],
    )
    .session({ start: START + 9000, elapsedMs: 1000, sport: 2 })
    .activity(ZONE);

  it('give the activities of each, in order, with their own samples', () => {
    const file = decoded(chained(plainRun().bytes.file(), second.bytes.file()));
    expect(file.records).toBe(13);
    expect(file.activities.map(({ sport }) => sport)).toEqual(['running', 'cycling']);
    expect(file.activities.map(({ samples }) => samples.count)).toEqual([11, 2]);
    expect(file.activities[0]?.samples.heartRateBpm).toBeNull();
    expect(file.activities[1]?.samples.distanceM).toBeNull();
    expect(file.warnings).toEqual([]);
  });

  it('warn once of what they have in common', () => {
    const zoneless = new FitActivity().session().records([RECORD.timestamp], [[START]]);
    const file = zoneless.bytes.file();
    expect(kinds(decoded(chained(file, file, file)))).toEqual(['local-time-unknown']);
  });

  it('go on after a segment that is damaged', () => {
    const broken = plainRun();
    broken.bytes.raw(0x0d);
    const file = decoded(chained(broken.bytes.file(), second.bytes.file()));
    expect(kinds(file)).toEqual(['damaged']);
    expect(file.activities).toHaveLength(2);
  });

  it('go on after a segment with a wrong checksum', () => {
    const file = decoded(chained(plainRun().bytes.file({ crc: 1 }), second.bytes.file()));
    expect(kinds(file)).toEqual(['bad-crc']);
    expect(file.activities).toHaveLength(2);
  });

  it('cut within the second are told to keep all of the first', () => {
    const cut = second.bytes.file().slice(0, 30);
    const file = decoded(chained(plainRun().bytes.file(), cut));
    expect(kinds(file)).toEqual(['truncated']);
    expect(file.warnings[0]?.message).toContain('the first 11 samples (10 min) were kept');
  });

  it('do not share definitions: a message defined only in the segment before is damage', () => {
    const leaning = new FitBytes().raw(0x03, 0, 0, 0, 0, 0, 0, 0, 0);
    const file = decoded(chained(plainRun().bytes.file(), leaning.file()));
    expect(kinds(file)).toEqual(['damaged']);
    expect(file.records).toBe(11);
  });
});

describe('what Garmin’s own decoder stumbles over', () => {
  it('records with cycles before total_cycles are read', () => {
    const file = new FitActivity()
      .records(
        [RECORD.timestamp, RECORD.cycles, RECORD.totalCycles, RECORD.heartRate],
        [
          [START, 1, 1, 140],
          [START + 1, 2, 2, 141],
        ],
      )
      .session()
      .activity(ZONE)
      .decode();
    expect(Array.from(only(file.activities).samples.heartRateBpm ?? [])).toEqual([140, 141]);
    expect(file.warnings).toEqual([]);
  });

  it('a field description that describes nothing, which makes it throw, costs nothing', () => {
    const nothing = { index: 255, field: 255, baseType: 255, units: '', nativeField: 255 };
    const run = new FitActivity()
      .describe(nothing)
      .records([RECORD.timestamp], [[START], [START + 1]])
      .session()
      .activity(ZONE);
    expect(run.decode()).toMatchObject({ warnings: [], activities: [{ sport: 'running' }] });
  });
});

it('the time zone is that of the first activity message that has one', () => {
  const unknown = new FitActivity().activity({ timestamp: START });
  unknown.session().records([RECORD.timestamp], [[START], [START + 1]]);
  expect(only(unknown.activity(ZONE).decode().activities).utcOffsetS).toBe(7200);
});
