/**
 * The hot loop of the product: one field of a stretch of records of one definition, straight into a column. One small
 * loop for each base type, so that nothing is looked up, wrapped or allocated for a value.
 */
import { BASE_TYPE } from './fit-format.ts';
import type { RecordIndex, RecordRun } from './record-index.ts';

/** How a raw number becomes one in its unit, as the FIT profile states it: raw ÷ scale − offset. */
export interface Scaling {
  scale: number;
  offset: number;
}

/**
 * Writes the valid values of a field that lies `at` bytes into the content of each record of `run`. A record with the
 * invalid value of its base type leaves the column as it was; so does a base type that holds no number.
 */
export function fillColumn(
  column: Float64Array,
  view: DataView,
  index: RecordIndex,
  run: RecordRun,
  at: number,
  baseType: number,
  { scale, offset }: Scaling,
): void {
  const { offset: content } = index;
  const { littleEndian } = run.definition;
  const { from, to } = run;
  const invalid = INVALID[baseType];
  switch (baseType) {
    case BASE_TYPE.enum:
    case BASE_TYPE.uint8:
    case BASE_TYPE.uint8z:
    case BASE_TYPE.byte:
      for (let row = from; row < to; row++) {
        const raw = view.getUint8((content[row] as number) + at);
        if (raw !== invalid) column[row] = raw / scale - offset;
      }
      return;
    case BASE_TYPE.sint8:
      for (let row = from; row < to; row++) {
        const raw = view.getInt8((content[row] as number) + at);
        if (raw !== invalid) column[row] = raw / scale - offset;
      }
      return;
    case BASE_TYPE.uint16:
    case BASE_TYPE.uint16z:
      for (let row = from; row < to; row++) {
        const raw = view.getUint16((content[row] as number) + at, littleEndian);
        if (raw !== invalid) column[row] = raw / scale - offset;
      }
      return;
    case BASE_TYPE.sint16:
      for (let row = from; row < to; row++) {
        const raw = view.getInt16((content[row] as number) + at, littleEndian);
        if (raw !== invalid) column[row] = raw / scale - offset;
      }
      return;
    case BASE_TYPE.uint32:
    case BASE_TYPE.uint32z:
      for (let row = from; row < to; row++) {
        const raw = view.getUint32((content[row] as number) + at, littleEndian);
        if (raw !== invalid) column[row] = raw / scale - offset;
      }
      return;
    case BASE_TYPE.sint32:
      for (let row = from; row < to; row++) {
        const raw = view.getInt32((content[row] as number) + at, littleEndian);
        if (raw !== invalid) column[row] = raw / scale - offset;
      }
      return;
    case BASE_TYPE.float32:
      for (let row = from; row < to; row++) {
        const raw = view.getFloat32((content[row] as number) + at, littleEndian);
        if (Number.isFinite(raw)) column[row] = raw / scale - offset;
      }
      return;
    case BASE_TYPE.float64:
      for (let row = from; row < to; row++) {
        const raw = view.getFloat64((content[row] as number) + at, littleEndian);
        if (Number.isFinite(raw)) column[row] = raw / scale - offset;
      }
      return;
  }
}

/** The raw number that means "no value", by base type. */
const INVALID: readonly (number | undefined)[] = [
  0xff, // enum
  0x7f, // sint8
  0xff, // uint8
  0x7fff, // sint16
  0xffff, // uint16
  0x7fff_ffff, // sint32
  0xffff_ffff, // uint32
  undefined, // string
  undefined, // float32: all ones is a NaN
  undefined, // float64
  0, // uint8z
  0, // uint16z
  0, // uint32z
  0xff, // byte
];
