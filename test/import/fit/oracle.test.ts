/**
 * Garmin's own decoder as the judge, on every real watch file beside the checkout: each value of each record column, and
 * each field of each summary message that we read, must be the same. Where the SDK itself loses the records, the file is
 * named with the reason and another decoder judges.
 */
import { Decoder, type FitMessages, Profile, type RecordMesg, Stream } from '@garmin/fitsdk';
import FitParser from 'fit-file-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { MESSAGE } from '../../../src/import/fit/fit-format.ts';
import { readStructure, type SegmentStructure } from '../../../src/import/fit/read-structure.ts';
import {
  RECORD_COLUMNS,
  type RecordColumn,
  readRecordColumns,
} from '../../../src/import/fit/record-columns.ts';
import { segmentAt } from '../../../src/import/fit/segments.ts';
import { SUMMARY_FIELDS } from '../../../src/import/fit/summary-stream.ts';
import { hasRealFiles, type RealFile, realFile, realFiles } from './real-files.ts';

/** Files whose records the SDK loses. */
const SDK_LOSES: Record<string, string> = {
  'antfs-dump.63': 'compressed timestamps, which it does not support',
  triathlon_summary_first: 'it throws where total_cycles follows cycles',
};

const FIT_EPOCH_S = 631_065_600;
const SEMICIRCLES_PER_DEGREE = 2 ** 31 / 180;

interface SdkColumn {
  field: keyof RecordMesg;
  /** What the SDK's value is divided by to be ours. */
  per?: number;
}

const SDK_COLUMNS: Record<RecordColumn, SdkColumn> = {
  latitudeDeg: { field: 'positionLat', per: SEMICIRCLES_PER_DEGREE },
  longitudeDeg: { field: 'positionLong', per: SEMICIRCLES_PER_DEGREE },
  distanceM: { field: 'distance' },
  speedMps: { field: 'enhancedSpeed' },
  altitudeM: { field: 'enhancedAltitude' },
  heartRateBpm: { field: 'heartRate' },
  cadenceRpm: { field: 'cadence' },
  fractionalCadenceRpm: { field: 'fractionalCadence' },
  powerW: { field: 'power' },
};

const isLost = ({ name }: RealFile): boolean =>
  Object.keys(SDK_LOSES).some((part) => name.includes(part));

function sdkMessages(bytes: Uint8Array, dataOnly = false): FitMessages {
  const options = { convertDateTimesToDates: false, mergeHeartRates: false, dataOnly };
  return new Decoder(Stream.fromByteArray(bytes)).read(options).messages;
}

function structures(bytes: Uint8Array): SegmentStructure[] {
  const found: SegmentStructure[] = [];
  let at = 0;
  for (let next = segmentAt(bytes, 0); next !== null; next = segmentAt(bytes, at)) {
    found.push(readStructure(bytes, next.dataStart, next.dataEnd));
    at = next.next;
  }
  return found;
}

/** Columns of the whole file, without developer fields, which the SDK keeps apart. */
function columnsOf(bytes: Uint8Array) {
  const segments = structures(bytes).map(({ records }) => readRecordColumns(bytes, records, []));
  const missing = (count: number) => new Array<number>(count).fill(Number.NaN);
  return {
    timeS: segments.flatMap(({ timeS }) => Array.from(timeS)),
    column: (name: RecordColumn) =>
      segments.flatMap(({ columns, count }) => Array.from(columns[name] ?? missing(count))),
  };
}

function sdkColumn(records: readonly RecordMesg[], { field, per = 1 }: SdkColumn): number[] {
  return records.map((record) => {
    const value = record[field] as number | undefined;
    return value === undefined ? Number.NaN : value / per;
  });
}

/** Row of the first difference, -1 for none: `toEqual` would take minutes for all files. */
function firstDifference(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) return Math.min(ours.length, theirs.length);
  return ours.findIndex((value, row) => !Object.is(value, theirs[row]));
}

/** The messages of the summary, by their names in the SDK, and how many the real files hold at least. */
const SUMMARIES = [
  ['sessionMesgs', MESSAGE.session, 290],
  ['lapMesgs', MESSAGE.lap, 1700],
  ['eventMesgs', MESSAGE.event, 1500],
  ['activityMesgs', MESSAGE.activity, 280],
  ['sportMesgs', MESSAGE.sport, 190],
  ['fileIdMesgs', MESSAGE.fileId, 290],
  ['fieldDescriptionMesgs', MESSAGE.fieldDescription, 40],
] as const;
type SummaryName = (typeof SUMMARIES)[number][0];
type Summaries = Record<SummaryName, object[]>;

/** The summary stream has no file header, and no checksum: two bytes stand for it. */
function throughSummary({ summary }: SegmentStructure): FitMessages {
  return sdkMessages(Uint8Array.from([...summary.bytes, 0, 0]), true);
}

/** Each message reduced to the fields that we read, sub-fields included; messages without any are left out. */
function summariesOf(parts: readonly FitMessages[]): Summaries {
  const entries = SUMMARIES.map(([name, globalNumber]) => {
    const kept = SUMMARY_FIELDS.get(globalNumber);
    const fieldNames = Object.values(Profile.messages[globalNumber]?.fields ?? {})
      .filter(({ num }) => kept?.has(num))
      .flatMap((field) => [field.name, ...field.subFields.map((subField) => subField.name)]);
    const messages = parts
      .flatMap((part) => (part[name] ?? []) as object[])
      .map((message) => Object.entries(message).filter(([field]) => fieldNames.includes(field)))
      .filter((fields) => fields.length > 0)
      .map((fields) => Object.fromEntries(fields));
    return [name, messages];
  });
  return Object.fromEntries(entries) as Summaries;
}

interface Comparison {
  name: string;
  isLost: boolean;
  recordCount: number;
  /** Values that are there, by column. */
  valueCounts: Record<RecordColumn, number>;
  recordDifferences: string[];
  ours: Summaries;
  theirs: Summaries;
}

function compare(file: RealFile): Comparison {
  const messages = sdkMessages(file.bytes);
  const records = messages.recordMesgs ?? [];
  const ours = columnsOf(file.bytes);
  const differences: string[] = [];
  const differs = (what: string, row: number) => {
    if (row !== -1) differences.push(`${file.name}: ${what} of record ${row}`);
  };
  const times = records.map(({ timestamp }) => (timestamp as number) + FIT_EPOCH_S);
  differs('time', firstDifference(ours.timeS, times));
  const counts = RECORD_COLUMNS.map((column) => {
    const values = ours.column(column);
    differs(column, firstDifference(values, sdkColumn(records, SDK_COLUMNS[column])));
    return [column, values.filter((value) => !Number.isNaN(value)).length];
  });
  return {
    name: file.name,
    isLost: isLost(file),
    recordCount: ours.timeS.length,
    valueCounts: Object.fromEntries(counts) as Record<RecordColumn, number>,
    recordDifferences: differences,
    ours: summariesOf(structures(file.bytes).map(throughSummary)),
    theirs: summariesOf([messages]),
  };
}

describe.skipIf(!hasRealFiles)('real watch files, against the SDK', () => {
  let compared: Comparison[] = [];
  beforeAll(() => {
    compared = realFiles().map(compare);
  }, 120_000);

  it('give the same records, every value of every column', () => {
    const judged = compared.filter((file) => !file.isLost);
    expect(judged.flatMap(({ recordDifferences }) => recordDifferences)).toEqual([]);
    // Nothing was compared with nothing.
    const sum = (read: (file: Comparison) => number) =>
      judged.reduce((total, file) => total + read(file), 0);
    expect(judged.length).toBeGreaterThan(280);
    expect(sum(({ recordCount }) => recordCount)).toBeGreaterThan(400_000);
    for (const column of RECORD_COLUMNS) {
      expect(sum(({ valueCounts }) => valueCounts[column])).toBeGreaterThan(50_000);
    }
  });

  it.each(SUMMARIES)('give the same %s, every field that we read', (name, _, atLeast) => {
    let count = 0;
    for (const file of compared) {
      // Where the SDK stops in the middle it lacks the messages after.
      const ours = file.isLost
        ? file.ours[name].slice(0, file.theirs[name].length)
        : file.ours[name];
      expect(ours, file.name).toEqual(file.theirs[name]);
      count += ours.length;
    }
    expect(count).toBeGreaterThanOrEqual(atLeast);
  });
});

describe.skipIf(!hasRealFiles)('records that the SDK loses, against another decoder', () => {
  interface ParsedRecord {
    timestamp: Date;
    heart_rate?: number;
    distance?: number;
    cadence?: number;
    power?: number;
    enhanced_speed?: number;
    enhanced_altitude?: number;
    position_lat?: number;
    position_long?: number;
  }

  async function parsed(bytes: Uint8Array): Promise<ParsedRecord[]> {
    const parser = new FitParser({ force: true, mode: 'list', lengthUnit: 'm', speedUnit: 'm/s' });
    const { records } = await parser.parseAsync(bytes.slice().buffer);
    return records as unknown as ParsedRecord[];
  }

  function expectSame(ours: readonly number[], theirs: readonly (number | undefined)[]): void {
    expect(ours).toHaveLength(theirs.length);
    const differences = ours.filter((value, row) => {
      const other = theirs[row];
      return other === undefined ? !Number.isNaN(value) : !(Math.abs(value - other) < 1e-6);
    });
    expect(differences).toEqual([]);
  }

  it.each(Object.entries(SDK_LOSES))('%s: %s', async (name) => {
    const bytes = realFile(name);
    const records = await parsed(bytes);
    const { timeS, column } = columnsOf(bytes);
    expect(sdkMessages(bytes).recordMesgs).toEqual([]);
    expectSame(
      timeS,
      records.map(({ timestamp }) => timestamp.getTime() / 1000),
    );
    expectSame(
      column('heartRateBpm'),
      records.map((record) => record.heart_rate),
    );
    expectSame(
      column('distanceM'),
      records.map((record) => record.distance),
    );
    expectSame(
      column('speedMps'),
      records.map((record) => record.enhanced_speed),
    );
    expectSame(
      column('altitudeM'),
      records.map((record) => record.enhanced_altitude),
    );
    expectSame(
      column('cadenceRpm'),
      records.map((record) => record.cadence),
    );
    expectSame(
      column('powerW'),
      records.map((record) => record.power),
    );
    expectSame(
      column('latitudeDeg'),
      records.map((record) => record.position_lat),
    );
    expectSame(
      column('longitudeDeg'),
      records.map((record) => record.position_long),
    );
    expect(timeS.length).toBe(name.startsWith('antfs') ? 686 : 4043);
  });
});
