import { describe, expect, it } from 'vitest';
import { type FieldSpec, FitBytes } from '../../../fixtures/fit-bytes.ts';
import type { FieldDescription } from '../../../src/import/fit/developer-fields.ts';
import { readStructure } from '../../../src/import/fit/read-structure.ts';
import {
  type RecordColumn,
  type RecordColumns,
  readRecordColumns,
} from '../../../src/import/fit/record-columns.ts';
import { RECORD } from './fit-activity.ts';

function columnsOf(
  messages: FitBytes,
  descriptions: readonly FieldDescription[] = [],
): RecordColumns {
  const bytes = messages.file();
  const { records, stop } = readStructure(bytes, 14, bytes.length - 2);
  expect(stop).toBeNull();
  return readRecordColumns(bytes, records, descriptions);
}

describe('developer fields', () => {
  const description = (fields: Partial<FieldDescription>): FieldDescription => ({
    developerDataIndex: 0,
    fieldNumber: 0,
    baseType: 4,
    units: 'Watts',
    nativeMessage: 20,
    nativeField: 7,
    ...fields,
  });
  const developer: FieldSpec = { number: 0, type: 'uint16', developerDataIndex: 0 };

  function read(
    column: RecordColumn,
    described: Partial<FieldDescription>,
    raw = 250,
    native: [FieldSpec, number] | null = null,
  ): number[] | null {
    const fields = native === null ? [developer] : [native[0], developer];
    const values = native === null ? [raw] : [native[1], raw];
    const bytes = new FitBytes().define(0, 20, fields).message(0, ...values);
    const read = columnsOf(bytes, [description(described)]).columns[column];
    return read && Array.from(read);
  }

  it('power of a foot pod is the power where the watch has none', () => {
    expect(read('powerW', {})).toEqual([250]);
  });

  it('the watch’s own power wins over that of a foot pod', () => {
    expect(read('powerW', {}, 250, [RECORD.power, 300])).toEqual([300]);
  });

  it('power of a foot pod is used where the watch’s own field stays empty', () => {
    expect(read('powerW', {}, 250, [RECORD.power, 0xffff])).toEqual([250]);
  });

  it('a field without a name or unit for its message counts by what it replaces', () => {
    expect(read('powerW', { units: null, nativeMessage: null })).toEqual([250]);
  });

  it('cadence in steps is halved to strides, in strides taken as it is', () => {
    expect(read('cadenceRpm', { nativeField: 4, units: 'SPM' }, 170)).toEqual([85]);
    expect(read('cadenceRpm', { nativeField: 4, units: 'RPM' }, 85)).toEqual([85]);
  });

  it('cadence without a unit is left out: nobody can tell steps from strides', () => {
    expect(read('cadenceRpm', { nativeField: 4, units: null }, 85)).toBeNull();
  });

  it.each<[string, Partial<FieldDescription>]>([
    ['kilowatts', { units: 'kW' }],
    ['vertical oscillation in centimetres', { nativeField: 39, units: 'Centimeters' }],
    ['ground time, on whichever number', { nativeField: 40, units: 'Milliseconds' }],
    ['what replaces a field of sessions', { nativeMessage: 18 }],
    ['what replaces nothing', { nativeField: null }],
    ['another field of the same app', { fieldNumber: 1 }],
    ['the same field of another app', { developerDataIndex: 1 }],
  ])('%s changes no column', (_, described) => {
    const bytes = new FitBytes().define(0, 20, [developer]).message(0, 250);
    const { columns } = columnsOf(bytes, [description(described)]);
    expect(Object.values(columns).every((column) => column === null)).toBe(true);
  });

  it('distance in feet is not distance in metres', () => {
    expect(read('distanceM', { nativeField: 5, units: 'ft' })).toBeNull();
    expect(read('distanceM', { nativeField: 5, units: 'Meters' })).toEqual([250]);
  });

  it('the first of two apps that replace one field is used', () => {
    const both: FieldSpec[] = [developer, { ...developer, developerDataIndex: 1 }];
    const bytes = new FitBytes().define(0, 20, both).message(0, 250, 260);
    const described = [description({}), description({ developerDataIndex: 1 })];
    expect(Array.from(columnsOf(bytes, described).columns.powerW ?? [])).toEqual([250]);
  });

  it('are stepped over where nothing describes them', () => {
    const bytes = new FitBytes()
      .define(0, 20, [RECORD.heartRate, developer])
      .message(0, 150, 1)
      .message(0, 151, 2);
    const { columns } = columnsOf(bytes);
    expect(Array.from(columns.heartRateBpm ?? [])).toEqual([150, 151]);
  });
});
