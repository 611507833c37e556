/**
 * A small FIT stream of the few messages and fields that describe the activity as a whole, copied byte by byte out of
 * the file, for the SDK to decode: it knows the profile, and its cost is per field, so nothing else is given to it.
 * Data only, without file header and checksum. Never longer than a small multiple of what was put in.
 */
import { BASE_TYPE, BASE_TYPE_SIZE, MESSAGE, TIMESTAMP_FIELD } from './fit-format.ts';
import { MOST_SUMMARY_BYTES } from './fit-limits.ts';
import type { FieldDefinition, MessageDefinition } from './message-definition.ts';

/** Fields that someone reads, by message. Everything else stays out. */
export const SUMMARY_FIELDS: ReadonlyMap<number, ReadonlySet<number>> = new Map([
  // type, manufacturer, product, serial_number, product_name
  [MESSAGE.fileId, new Set([0, 1, 2, 3, 8])],
  // sport, sub_sport
  [MESSAGE.sport, new Set([0, 1])],
  // start_time, sport, sub_sport, total_elapsed_time, total_timer_time, total_distance, avg_heart_rate, avg_cadence,
  // total_ascent, total_descent, avg_fractional_cadence, workout_rpe, timestamp
  [MESSAGE.session, new Set([2, 5, 6, 7, 8, 9, 16, 18, 22, 23, 92, 193, TIMESTAMP_FIELD])],
  // start_time, total_elapsed_time, total_timer_time, total_distance, sport, sub_sport, timestamp
  [MESSAGE.lap, new Set([2, 7, 8, 9, 25, 39, TIMESTAMP_FIELD])],
  // event, event_type, timestamp
  [MESSAGE.event, new Set([0, 1, TIMESTAMP_FIELD])],
  // local_timestamp, timestamp
  [MESSAGE.activity, new Set([5, TIMESTAMP_FIELD])],
  // developer_data_index, field_definition_number, fit_base_type_id, units, native_mesg_num, native_field_num
  [MESSAGE.fieldDescription, new Set([0, 1, 2, 8, 14, 15])],
]);

/** Field of a `field_description`, a single byte. */
const DEVELOPER_DATA_INDEX = 0;
const NO_INDEX = 0xff;
const DEFINITION_HEADER = 0x40;
const BIG_ENDIAN = 1;
const FIRST_CAPACITY = 256;
/** Base type byte of a `uint32` as files write it, with its byte-order bit. */
const TIMESTAMP_TYPE = 0x86;

export class SummaryStream {
  #bytes = new Uint8Array(FIRST_CAPACITY);
  #length = 0;
  #active: (MessageDefinition | undefined)[] = [];
  /** By local number, of the definition in force alone: a file may define as often as it has bytes. */
  #kept: ({ definition: MessageDefinition; fields: FieldDefinition[] } | undefined)[] = [];

  /** What was put in so far. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /**
   * Copies the data message whose content starts at `content`. A message with a compressed timestamp gets a plain one,
   * `compressedTime`; all others pass `null`. False, and nothing copied, when the stream is full.
   */
  add(
    definition: MessageDefinition,
    localNumber: number,
    source: Uint8Array,
    content: number,
    compressedTime: number | null,
  ): boolean {
    const fields = this.#keptFields(definition, localNumber);
    if (fields.length === 0 || describesNothing(definition, source, content)) return true;
    if (this.#length + definition.contentSize > MOST_SUMMARY_BYTES) return false;
    if (compressedTime !== null || this.#active[localNumber] !== definition) {
      this.#writeDefinition(definition, localNumber, fields, compressedTime !== null);
      this.#active[localNumber] = compressedTime === null ? definition : undefined;
    }
    this.#reserve(1 + definition.contentSize + 4);
    this.#bytes[this.#length++] = localNumber;
    if (compressedTime !== null) this.#writeTime(compressedTime, definition.littleEndian);
    for (const field of fields) {
      const from = content + field.offset;
      for (let i = 0; i < field.size; i++) this.#bytes[this.#length++] = source[from + i] as number;
    }
    return true;
  }

  #keptFields(definition: MessageDefinition, localNumber: number): FieldDefinition[] {
    const known = this.#kept[localNumber];
    if (known?.definition === definition) return known.fields;
    const wanted = SUMMARY_FIELDS.get(definition.globalNumber);
    const fields = definition.fields.filter(
      ({ number, size, baseType }) =>
        wanted?.has(number) && size > 0 && BASE_TYPE_SIZE[baseType] !== undefined,
    );
    this.#kept[localNumber] = { definition, fields };
    return fields;
  }

  #writeDefinition(
    { globalNumber, littleEndian }: MessageDefinition,
    localNumber: number,
    fields: FieldDefinition[],
    withTime: boolean,
  ): void {
    this.#reserve(9 + 3 * fields.length);
    const [low, high] = [globalNumber & 0xff, globalNumber >> 8];
    this.#put(DEFINITION_HEADER | localNumber, 0);
    if (littleEndian) this.#put(0, low, high);
    else this.#put(BIG_ENDIAN, high, low);
    this.#put(fields.length + (withTime ? 1 : 0));
    if (withTime) this.#put(TIMESTAMP_FIELD, 4, TIMESTAMP_TYPE);
    for (const field of fields) this.#put(field.number, field.size, field.baseType);
  }

  #writeTime(time: number, littleEndian: boolean): void {
    new DataView(this.#bytes.buffer).setUint32(this.#length, time, littleEndian);
    this.#length += 4;
  }

  #put(...values: number[]): void {
    for (const value of values) this.#bytes[this.#length++] = value;
  }

  #reserve(byteCount: number): void {
    const needed = this.#length + byteCount;
    if (needed <= this.#bytes.length) return;
    const longer = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    longer.set(this.bytes);
    this.#bytes = longer;
  }
}

/** The SDK throws at a field description without an index, and what comes after it would be lost. */
function describesNothing(
  { globalNumber, fields }: MessageDefinition,
  source: Uint8Array,
  content: number,
): boolean {
  if (globalNumber !== MESSAGE.fieldDescription) return false;
  const index = fields.find(({ number }) => number === DEVELOPER_DATA_INDEX);
  if (index?.size !== 1 || index.baseType !== BASE_TYPE.uint8) return true;
  return source[content + index.offset] === NO_INDEX;
}
