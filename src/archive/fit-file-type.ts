/**
 * What a FIT file says it holds. Of some 10,000 files in a Garmin export a few hundred are activities; the rest are the
 * watch's monitoring, sleep, settings and courses, told apart by their first message alone.
 */
import { uint16, uint32 } from './little-endian.ts';

export const FIT_ACTIVITY = 4;

const FILE_ID = 0;
const TYPE_FIELD = 0;
const CHECKSUM_BYTES = 2;
const INVALID = 0xff;
const DEFINITION_BYTES = 6;
const FIELD_BYTES = 3;

/**
 * The `type` of the file's `file_id`, or `null` when it does not begin with one or says nothing. Also `null` for files
 * chained in one: what follows the first may be an activity.
 */
export function fitFileType(bytes: Uint8Array): number | null {
  const headerBytes = bytes[0] ?? 0;
  if (headerBytes + uint32(bytes, 4) + CHECKSUM_BYTES !== bytes.length) return null;
  const definition = bytes[headerBytes] ?? 0;
  const isPlainDefinition = (definition & 0xf0) === 0x40;
  if (!isPlainDefinition || globalMessage(bytes, headerBytes) !== FILE_ID) return null;

  const fieldCount = bytes[headerBytes + DEFINITION_BYTES - 1] ?? 0;
  const fields = headerBytes + DEFINITION_BYTES;
  const message = fields + fieldCount * FIELD_BYTES;
  if (bytes[message] !== (definition & 0x0f)) return null;
  let value = message + 1;
  for (let field = fields; field < message; field += FIELD_BYTES) {
    if (bytes[field] === TYPE_FIELD) {
      const type = bytes[value] ?? INVALID;
      return type === INVALID ? null : type;
    }
    value += bytes[field + 1] ?? 0;
  }
  return null;
}

function globalMessage(bytes: Uint8Array, definitionAt: number): number {
  const isBigEndian = bytes[definitionAt + 2] === 1;
  const number = uint16(bytes, definitionAt + 3);
  return isBigEndian ? ((number & 0xff) << 8) | (number >> 8) : number;
}
