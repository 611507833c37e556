/**
 * The structural pass over one segment of a FIT file: follows headers and definitions, notes where every `record` lies,
 * copies what describes the activity into the summary stream, and skips the rest. One step a message, nothing allocated
 * for a record. Stops at the first byte it cannot follow and says where; what came before stays.
 */
import { MESSAGE, NO_TIME } from './fit-format.ts';
import { MOST_RECORDS } from './fit-limits.ts';
import { type MessageDefinition, readDefinition } from './message-definition.ts';
import { RecordIndex } from './record-index.ts';
import { SUMMARY_FIELDS, SummaryStream } from './summary-stream.ts';

export interface SegmentStructure {
  records: RecordIndex;
  summary: SummaryStream;
  /** `null` when every byte could be followed. */
  stop: StructureStop | null;
}

export interface StructureStop {
  /**
   * `cut`: a message runs beyond the end. `lost`: a message with a local number that was never defined. `full`: more
   * than is read of one file.
   */
  reason: 'cut' | 'lost' | 'full';
  byteOffset: number;
}

const DEFINITION_FLAG = 0x40;
const LOCAL_NUMBER_MASK = 0x0f;
const COMPRESSED_FLAG = 0x80;
const COMPRESSED_TIME_MASK = 0x1f;

/** Follows the messages of `bytes` from `start` up to `end`. */
export function readStructure(bytes: Uint8Array, start: number, end: number): SegmentStructure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const definitions: (MessageDefinition | undefined)[] = new Array(16).fill(undefined);
  const records = new RecordIndex(end - start);
  const summary = new SummaryStream();
  const stopped = (reason: StructureStop['reason'], byteOffset: number): SegmentStructure => ({
    records,
    summary,
    stop: { reason, byteOffset },
  });

  let clock = NO_TIME;
  let at = start;
  while (at < end) {
    const header = bytes[at] as number;
    const isCompressed = (header & COMPRESSED_FLAG) !== 0;
    if (!isCompressed && (header & DEFINITION_FLAG) !== 0) {
      const defined = readDefinition(bytes, at, end);
      if (defined === null) return stopped('cut', at);
      definitions[header & LOCAL_NUMBER_MASK] = defined;
      at += defined.byteLength;
      continue;
    }

    const localNumber = isCompressed ? (header >> 5) & 3 : header & LOCAL_NUMBER_MASK;
    const definition = definitions[localNumber];
    if (definition === undefined) return stopped('lost', at);
    const content = at + 1;
    const next = content + definition.contentSize;
    if (next > end) return stopped('cut', at);

    let time = NO_TIME;
    if (isCompressed) time = afterCompressed(clock, header & COMPRESSED_TIME_MASK);
    else if (definition.timestampOffset >= 0) {
      time = view.getUint32(content + definition.timestampOffset, definition.littleEndian);
    }
    if (time !== NO_TIME) clock = time;

    if (definition.globalNumber === MESSAGE.record) {
      if (records.count === MOST_RECORDS) return stopped('full', at);
      records.add(definition, content, time);
    } else if (SUMMARY_FIELDS.has(definition.globalNumber)) {
      const isAdded = summary.add(
        definition,
        localNumber,
        bytes,
        content,
        isCompressed ? time : null,
      );
      if (!isAdded) return stopped('full', at);
    }
    at = next;
  }
  return { records, summary, stop: null };
}

/** A compressed header carries the low five bits of the time; they count on from the time before and roll over. */
function afterCompressed(clock: number, lowBits: number): number {
  if (clock === NO_TIME) return NO_TIME;
  return clock + ((lowBits - clock) & COMPRESSED_TIME_MASK);
}
