/**
 * A definition message: how the data messages with its local number are laid out until the number is defined again.
 * Reads sizes only as far as following the file needs; what the fields mean is the business of others.
 */
import { BASE_TYPE, BASE_TYPE_MASK, TIMESTAMP_FIELD } from './fit-format.ts';

export interface FieldDefinition {
  number: number;
  /** Bytes. */
  size: number;
  /** Without its byte-order bit; not checked to be one that exists. */
  baseType: number;
  /** Bytes from the start of the message's content (after the header byte). */
  offset: number;
}

export interface DeveloperFieldDefinition {
  number: number;
  size: number;
  developerDataIndex: number;
  offset: number;
}

export interface MessageDefinition {
  /** Message number in the FIT profile. */
  globalNumber: number;
  littleEndian: boolean;
  fields: FieldDefinition[];
  developerFields: DeveloperFieldDefinition[];
  /** Bytes of a data message after its header byte. */
  contentSize: number;
  /** Where the content holds its timestamp; -1 without one. */
  timestampOffset: number;
  /** Bytes of the definition message itself. */
  byteLength: number;
}

const DEVELOPER_DATA_FLAG = 0x20;
const FIXED_BYTES = 6;
const FIELD_BYTES = 3;

/** The definition message that starts at `start`; `null` when it does not end before `end`. */
export function readDefinition(
  bytes: Uint8Array,
  start: number,
  end: number,
): MessageDefinition | null {
  if (start + FIXED_BYTES > end) return null;
  const hasDeveloperFields = ((bytes[start] as number) & DEVELOPER_DATA_FLAG) !== 0;
  const littleEndian = bytes[start + 2] === 0;
  const [first, second] = [bytes[start + 3] as number, bytes[start + 4] as number];

  const fieldsStart = start + FIXED_BYTES;
  const fieldsEnd = fieldsStart + FIELD_BYTES * (bytes[start + 5] as number);
  if (fieldsEnd + (hasDeveloperFields ? 1 : 0) > end) return null;
  const fields: FieldDefinition[] = [];
  let offset = 0;
  let timestampOffset = -1;
  for (let at = fieldsStart; at < fieldsEnd; at += FIELD_BYTES) {
    const field = {
      number: bytes[at] as number,
      size: bytes[at + 1] as number,
      baseType: (bytes[at + 2] as number) & BASE_TYPE_MASK,
      offset,
    };
    if (isTimestamp(field)) timestampOffset = offset;
    fields.push(field);
    offset += field.size;
  }

  const developerFields: DeveloperFieldDefinition[] = [];
  let definitionEnd = fieldsEnd;
  if (hasDeveloperFields) {
    definitionEnd += 1 + FIELD_BYTES * (bytes[fieldsEnd] as number);
    if (definitionEnd > end) return null;
    for (let at = fieldsEnd + 1; at < definitionEnd; at += FIELD_BYTES) {
      const size = bytes[at + 1] as number;
      developerFields.push({
        number: bytes[at] as number,
        size,
        developerDataIndex: bytes[at + 2] as number,
        offset,
      });
      offset += size;
    }
  }
  return {
    globalNumber: littleEndian ? first | (second << 8) : (first << 8) | second,
    littleEndian,
    fields,
    developerFields,
    contentSize: offset,
    timestampOffset,
    byteLength: definitionEnd - start,
  };
}

/** Four bytes, in whichever type; of a list the first counts. */
function isTimestamp({ number, baseType, size }: FieldDefinition): boolean {
  return number === TIMESTAMP_FIELD && TIMESTAMP_TYPES.has(baseType) && size > 0 && size % 4 === 0;
}

const TIMESTAMP_TYPES: ReadonlySet<number> = new Set([
  BASE_TYPE.uint32,
  BASE_TYPE.uint32z,
  BASE_TYPE.sint32,
]);
