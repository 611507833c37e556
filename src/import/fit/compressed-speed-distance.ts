/**
 * `compressed_speed_distance`, three bytes in records of older watches: speed in the low twelve bits (1/100 m/s), then
 * twelve bits of a distance (1/16 m) that rolls over every 256 m and is added up from record to record.
 */
import { BASE_TYPE } from './fit-format.ts';
import type { FieldDefinition, MessageDefinition } from './message-definition.ts';
import type { RecordIndex } from './record-index.ts';

const FIELD_NUMBER = 8;
const BYTES = 3;
const TWELVE_BITS = 0xfff;
const SPEED_SCALE = 100;
const DISTANCE_SCALE = 16;

/** The field in those definitions of `index` that have it. */
export function compressedSpeedDistanceFields(index: RecordIndex): CompressedFields {
  const fields = new Map<MessageDefinition, FieldDefinition>();
  for (const definition of index.definitions) {
    const field = definition.fields.find(isCompressedSpeedDistance);
    if (field !== undefined) fields.set(definition, field);
  }
  return fields;
}

export type CompressedFields = ReadonlyMap<MessageDefinition, FieldDefinition>;

/** Fills both columns; a record without a valid value leaves them as they were. */
export function fillCompressedSpeedDistance(
  speedMps: Float64Array,
  distanceM: Float64Array,
  bytes: Uint8Array,
  index: RecordIndex,
  fields: CompressedFields,
): void {
  let total = 0;
  let last: number | null = null;
  for (const { definition, from, to } of index.runs) {
    const field = fields.get(definition);
    if (field === undefined) continue;
    for (let row = from; row < to; row++) {
      const at = (index.offset[row] as number) + field.offset;
      const [low, middle, high] = [bytes[at], bytes[at + 1], bytes[at + 2]] as [
        number,
        number,
        number,
      ];
      if ((low & middle & high) === 0xff) continue;
      const distance = (middle >> 4) | (high << 4);
      total += last === null ? distance : (distance - last) & TWELVE_BITS;
      last = distance;
      speedMps[row] = (low | ((middle & 0x0f) << 8)) / SPEED_SCALE;
      distanceM[row] = total / DISTANCE_SCALE;
    }
  }
}

function isCompressedSpeedDistance({ number, size, baseType }: FieldDefinition): boolean {
  return number === FIELD_NUMBER && size === BYTES && baseType === BASE_TYPE.byte;
}
