import { describe, expect, it } from 'vitest';
import { type BaseTypeName, type FieldSpec, FitBytes } from '../../../fixtures/fit-bytes.ts';
import { readStructure } from '../../../src/import/fit/read-structure.ts';
import {
  type RecordColumn,
  type RecordColumns,
  readRecordColumns,
} from '../../../src/import/fit/record-columns.ts';
import { RECORD, START, START_UNIX } from './fit-activity.ts';

function columnsOf(messages: FitBytes): RecordColumns {
  const bytes = messages.file();
  const { records, stop } = readStructure(bytes, 14, bytes.length - 2);
  expect(stop).toBeNull();
  return readRecordColumns(bytes, records, []);
}

function columnOf(
  fields: readonly FieldSpec[],
  rows: readonly (readonly (number | readonly number[])[])[],
  column: RecordColumn,
  byteOrder: 'little' | 'big' = 'little',
): number[] | null {
  const bytes = new FitBytes().define(0, 20, fields, byteOrder);
  for (const row of rows) bytes.message(0, ...row);
  const values = columnsOf(bytes).columns[column];
  return values && Array.from(values);
}

describe('fields of a record', () => {
  it.each<[string, FieldSpec, number, RecordColumn, number]>([
    ['position_lat', RECORD.latitude, 2 ** 30, 'latitudeDeg', 90],
    ['position_long', RECORD.longitude, -(2 ** 30), 'longitudeDeg', -90],
    ['distance', RECORD.distance, 123_456, 'distanceM', 1234.56],
    ['speed', RECORD.speed, 2780, 'speedMps', 2.78],
    ['enhanced_speed', RECORD.enhancedSpeed, 2780, 'speedMps', 2.78],
    ['altitude', RECORD.altitude, 2501, 'altitudeM', 0.2],
    ['enhanced_altitude', RECORD.enhancedAltitude, 2499, 'altitudeM', -0.2],
    ['heart_rate', RECORD.heartRate, 151, 'heartRateBpm', 151],
    ['cadence', RECORD.cadence, 85, 'cadenceRpm', 85],
    ['fractional_cadence', RECORD.fractionalCadence, 64, 'fractionalCadenceRpm', 0.5],
    ['power', RECORD.power, 250, 'powerW', 250],
  ])('%s comes in its unit, in both byte orders', (_, field, raw, column, value) => {
    for (const byteOrder of ['little', 'big'] as const) {
      const [read] = columnOf([field], [[raw]], column, byteOrder) ?? [];
      expect(read).toBeCloseTo(value, 9);
    }
  });

  it('a column that no record has a field for is null', () => {
    expect(columnOf([RECORD.heartRate], [[150]], 'altitudeM')).toBeNull();
  });

  it('enhanced values win over plain ones, whichever stands first', () => {
    const orders = [
      [RECORD.speed, RECORD.enhancedSpeed],
      [RECORD.enhancedSpeed, RECORD.speed],
    ];
    const rows = [
      [2780, 3000],
      [3000, 2780],
    ] as const;
    orders.forEach((fields, i) => {
      expect(columnOf(fields, [rows[i] as readonly number[]], 'speedMps')).toEqual([3]);
    });
  });

  it('a plain value stays where the enhanced one is invalid', () => {
    const rows = [[2780, 0xffff_ffff]];
    expect(columnOf([RECORD.speed, RECORD.enhancedSpeed], rows, 'speedMps')).toEqual([2.78]);
  });

  it('records of several definitions, in turn, fill one column', () => {
    const bytes = new FitBytes()
      .define(0, 20, [RECORD.timestamp, RECORD.heartRate])
      .define(1, 20, [RECORD.power, RECORD.timestamp], 'big')
      .message(0, START, 150)
      .message(1, 300, START + 1)
      .message(0, START + 2, 152);
    const { timeS, columns } = columnsOf(bytes);
    expect(Array.from(timeS)).toEqual([START_UNIX, START_UNIX + 1, START_UNIX + 2]);
    expect(Array.from(columns.heartRateBpm ?? [])).toEqual([150, Number.NaN, 152]);
    expect(Array.from(columns.powerW ?? [])).toEqual([Number.NaN, 300, Number.NaN]);
  });

  it('a record without a timestamp has no time', () => {
    const bytes = new FitBytes().define(0, 20, [RECORD.heartRate]).message(0, 150);
    expect(Array.from(columnsOf(bytes).timeS)).toEqual([Number.NaN]);
  });

  it('an invalid timestamp is no time', () => {
    const bytes = new FitBytes().define(0, 20, [RECORD.timestamp]).message(0, 0xffff_ffff);
    expect(Array.from(columnsOf(bytes).timeS)).toEqual([Number.NaN]);
  });
});

describe('the invalid value of each base type is no value', () => {
  const invalid: [BaseTypeName, number, number][] = [
    ['enum', 0xff, 1],
    ['sint8', 0x7f, -1],
    ['uint8', 0xff, 0],
    ['sint16', 0x7fff, -1],
    ['uint16', 0xffff, 0],
    ['sint32', 0x7fff_ffff, -1],
    ['uint32', 0xffff_ffff, 0],
    ['float32', Number.NaN, 1.5],
    ['float64', Number.NaN, 1.5],
    ['uint8z', 0, 0xff],
    ['uint16z', 0, 0xffff],
    ['uint32z', 0, 0xffff_ffff],
    ['byte', 0xff, 0],
  ];

  it.each(invalid)('%s: %d is none, %d is one', (type, none, some) => {
    const power: FieldSpec = { number: 7, type };
    for (const byteOrder of ['little', 'big'] as const) {
      expect(columnOf([power], [[none], [some]], 'powerW', byteOrder)).toEqual([Number.NaN, some]);
    }
  });

  it('a float that is infinite is none', () => {
    const power: FieldSpec = { number: 7, type: 'float32' };
    expect(columnOf([power], [[Number.POSITIVE_INFINITY]], 'powerW')).toEqual([Number.NaN]);
  });

  it('a text in place of a number is none', () => {
    const power: FieldSpec = { number: 7, type: 'string', count: 2 };
    expect(columnOf([power], [[[0x31, 0]]], 'powerW')).toEqual([Number.NaN]);
  });

  it('the first element of an array counts, also when only it is invalid', () => {
    const power: FieldSpec = { number: 7, type: 'uint16', count: 2 };
    expect(columnOf([power], [[[250, 260]], [[0xffff, 260]]], 'powerW')).toEqual([250, Number.NaN]);
  });

  it('a size that is no multiple of the type holds nothing', () => {
    const bytes = new FitBytes();
    // Definition by hand: power, three bytes of uint16.
    bytes.raw(0x40, 0, 0, 20, 0, 1, 7, 3, 0x84).raw(0, 250, 0, 0);
    expect(columnsOf(bytes).columns.powerW).toBeNull();
  });
});

describe('compressed timestamps', () => {
  it('count on from the last full timestamp and roll over every 32 s', () => {
    const bytes = new FitBytes()
      .define(0, 20, [RECORD.timestamp])
      .define(1, 20, [RECORD.heartRate])
      .message(0, START);
    const steps = [0, 1, 5, 31, 33, 64, 90];
    for (const step of steps) bytes.compressed(1, START + step, 100);
    const expected = [0, 0, 1, 5, 31, 33, 64, 90].map((step) => START_UNIX + step);
    expect(Array.from(columnsOf(bytes).timeS)).toEqual(expected);
  });

  it('count on from the timestamp of any message, not only of records', () => {
    const bytes = new FitBytes()
      .define(0, 21, [RECORD.timestamp])
      .define(1, 20, [RECORD.heartRate])
      .message(0, START)
      .compressed(1, START + 7, 100);
    expect(Array.from(columnsOf(bytes).timeS)).toEqual([START_UNIX + 7]);
  });

  it('count on from the last of several records in a row that has a time', () => {
    const bytes = new FitBytes()
      .define(0, 20, [RECORD.timestamp])
      .define(1, 20, [RECORD.heartRate])
      .message(0, START)
      .message(0, START + 40)
      .message(0, 0xffff_ffff)
      .compressed(1, START + 50, 100);
    const expected = [0, 40, Number.NaN, 50].map((step) => START_UNIX + step);
    expect(Array.from(columnsOf(bytes).timeS)).toEqual(expected);
  });

  it('give way to a full one in the same message', () => {
    const bytes = new FitBytes()
      .define(1, 20, [RECORD.timestamp, RECORD.heartRate])
      .compressed(1, START, START, 100)
      .compressed(1, START + 40, START + 40, 100)
      .compressed(1, START + 45, 0xffff_ffff, 100);
    const expected = [0, 40, 45].map((step) => START_UNIX + step);
    expect(Array.from(columnsOf(bytes).timeS)).toEqual(expected);
  });

  it('without any timestamp before them are no time', () => {
    const bytes = new FitBytes().define(1, 20, [RECORD.heartRate]).compressed(1, START, 100);
    expect(Array.from(columnsOf(bytes).timeS)).toEqual([Number.NaN]);
  });
});

describe('compressed speed and distance', () => {
  /** Twelve bits of speed in 1/100 m/s, then twelve of distance in 1/16 m. */
  const packed = (speedMps: number, distanceM: number): number[] => {
    const [speed, distance] = [Math.round(speedMps * 100), Math.round(distanceM * 16) & 0xfff];
    return [speed & 0xff, (speed >> 8) | ((distance & 0x0f) << 4), distance >> 4];
  };
  const read = (rows: number[][], column: RecordColumn) =>
    columnOf(
      [RECORD.compressedSpeedDistance],
      rows.map((row) => [row]),
      column,
    );

  it('come as speed, and as distance added up beyond its 256 m', () => {
    const metres = [10, 100, 250, 300, 511, 600];
    const rows = metres.map((metre) => packed(2.78, metre));
    expect(read(rows, 'distanceM')).toEqual(metres);
    expect(read(rows, 'speedMps')).toEqual(metres.map(() => 2.78));
  });

  it('leave out an invalid value and go on', () => {
    const rows = [packed(3, 100), [0xff, 0xff, 0xff], packed(3, 106)];
    expect(read(rows, 'distanceM')).toEqual([100, Number.NaN, 106]);
  });

  it('give way to a plain distance in the same record', () => {
    const rows = [[packed(3, 100), 77_700]];
    expect(columnOf([RECORD.compressedSpeedDistance, RECORD.distance], rows, 'distanceM')).toEqual([
      777,
    ]);
  });
});
