/**
 * The `record` messages of a segment as columns, row by row as the file has them: nothing merged, sorted or judged.
 * Units of the FIT profile (one leg's cadence), positions in degrees. A value the file does not give is `NaN`; a column
 * no record has a field for is `null`.
 */
import { type ColumnMemory, newColumns } from '../../analysis/column-memory.ts';
import {
  compressedSpeedDistanceFields,
  fillCompressedSpeedDistance,
} from './compressed-speed-distance.ts';
import { DeveloperTargets, type FieldDescription } from './developer-fields.ts';
import { fillColumn, type Scaling } from './fill-column.ts';
import { BASE_TYPE_SIZE, FIT_EPOCH_S, NO_TIME } from './fit-format.ts';
import type { MessageDefinition } from './message-definition.ts';
import type { RecordIndex } from './record-index.ts';

export const RECORD_COLUMNS = [
  'latitudeDeg',
  'longitudeDeg',
  'distanceM',
  'speedMps',
  'altitudeM',
  'heartRateBpm',
  'cadenceRpm',
  'fractionalCadenceRpm',
  'powerW',
] as const;
export type RecordColumn = (typeof RECORD_COLUMNS)[number];

export interface RecordColumns {
  count: number;
  /** Unix time in seconds; `NaN` where a record has none. */
  timeS: Float64Array;
  columns: Record<RecordColumn, Float64Array | null>;
}

const SEMICIRCLES_PER_DEGREE = 2 ** 31 / 180;

interface NativeField extends Scaling {
  number: number;
  column: RecordColumn;
}

/** In order of trust: a later field overwrites an earlier one of the same column where it has a value. */
const NATIVE_FIELDS: readonly NativeField[] = [
  { number: 0, column: 'latitudeDeg', scale: SEMICIRCLES_PER_DEGREE, offset: 0 },
  { number: 1, column: 'longitudeDeg', scale: SEMICIRCLES_PER_DEGREE, offset: 0 },
  { number: 5, column: 'distanceM', scale: 100, offset: 0 },
  { number: 6, column: 'speedMps', scale: 1000, offset: 0 },
  { number: 73, column: 'speedMps', scale: 1000, offset: 0 },
  { number: 2, column: 'altitudeM', scale: 5, offset: 500 },
  { number: 78, column: 'altitudeM', scale: 5, offset: 500 },
  { number: 3, column: 'heartRateBpm', scale: 1, offset: 0 },
  { number: 4, column: 'cadenceRpm', scale: 1, offset: 0 },
  { number: 53, column: 'fractionalCadenceRpm', scale: 128, offset: 0 },
  { number: 7, column: 'powerW', scale: 1, offset: 0 },
];

/** What one field of a definition does to one column. */
interface FieldReading extends Scaling {
  column: RecordColumn;
  at: number;
  baseType: number;
}

/** Nobody keeps it: `recordSamples` adds it to the strides. */
const ADDED_TO_ANOTHER: RecordColumn = 'fractionalCadenceRpm';

type Columns = Record<RecordColumn, Float64Array | null>;

/**
 * Columns of the records of `index`. Developer fields, as `descriptions` explain them, fill only columns for which the
 * watch itself recorded no value. The fraction of the cadence lies in `memory`, see `recordSamples`.
 */
export function readRecordColumns(
  bytes: Uint8Array,
  index: RecordIndex,
  descriptions: readonly FieldDescription[],
  memory: ColumnMemory = newColumns,
): RecordColumns {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const columns = noColumns();
  const missing = (column: RecordColumn): Float64Array =>
    (column === ADDED_TO_ANOTHER ? memory : newColumns).float64(index.count).fill(Number.NaN);
  const compressed = compressedSpeedDistanceFields(index);
  if (compressed.size > 0) {
    columns.speedMps = missing('speedMps');
    columns.distanceM = missing('distanceM');
    fillCompressedSpeedDistance(columns.speedMps, columns.distanceM, bytes, index, compressed);
  }
  readFields(columns, missing, view, index, nativeReadings);
  if (descriptions.length > 0) {
    const targets = new DeveloperTargets(descriptions);
    const lacking = new Set(RECORD_COLUMNS.filter((column) => !hasValue(columns[column])));
    readFields(columns, missing, view, index, (definition) =>
      developerReadings(definition, targets).filter(({ column }) => lacking.has(column)),
    );
  }
  return { count: index.count, timeS: unixTimes(index), columns };
}

function readFields(
  columns: Columns,
  missing: (column: RecordColumn) => Float64Array,
  view: DataView,
  index: RecordIndex,
  readingsOf: (definition: MessageDefinition) => FieldReading[],
): void {
  const plans = new Map<MessageDefinition, FieldReading[]>();
  for (const run of index.runs) {
    let plan = plans.get(run.definition);
    if (plan === undefined) {
      plan = readingsOf(run.definition);
      plans.set(run.definition, plan);
    }
    for (const reading of plan) {
      const column = columns[reading.column] ?? missing(reading.column);
      columns[reading.column] = column;
      fillColumn(column, view, index, run, reading.at, reading.baseType, reading);
    }
  }
}

function nativeReadings({ fields }: MessageDefinition): FieldReading[] {
  return NATIVE_FIELDS.flatMap((native) => {
    const field = fields.findLast(({ number }) => number === native.number);
    if (field === undefined || !isWhole(field.size, field.baseType)) return [];
    return [{ ...native, at: field.offset, baseType: field.baseType }];
  });
}

/** At most one for a column: where several apps replace the same field, the first of them. */
function developerReadings(
  { developerFields }: MessageDefinition,
  targets: DeveloperTargets,
): FieldReading[] {
  const readings = new Map<RecordColumn, FieldReading>();
  for (const field of developerFields) {
    const target = targets.of(field);
    if (target === null || readings.has(target.column)) continue;
    if (!isWhole(field.size, target.baseType)) continue;
    readings.set(target.column, { ...target, offset: 0, at: field.offset });
  }
  return [...readings.values()];
}

/** One element or a list of them, of which the first counts; anything else does not hold what it claims. */
function isWhole(size: number, baseType: number): boolean {
  const elementSize = BASE_TYPE_SIZE[baseType];
  return elementSize !== undefined && size > 0 && size % elementSize === 0;
}

// Compiled in: an imported constant is looked up again at every use.
const [MISSING, EPOCH_S] = [NO_TIME, FIT_EPOCH_S];

function unixTimes({ count, timestamp }: RecordIndex): Float64Array {
  const timeS = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const time = timestamp[row] as number;
    timeS[row] = time === MISSING ? Number.NaN : time + EPOCH_S;
  }
  return timeS;
}

function noColumns(): Columns {
  return Object.fromEntries(RECORD_COLUMNS.map((column) => [column, null])) as Columns;
}

function hasValue(column: Float64Array | null): boolean {
  return column?.some((value) => !Number.isNaN(value)) ?? false;
}
