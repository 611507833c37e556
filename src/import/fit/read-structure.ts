/**
 * The structural pass over one segment of a FIT file: follows headers and definitions, notes where every `record` lies,
 * copies what describes the activity into the summary stream, and skips the rest. One step a message, nothing allocated
 * for a record. Stops at the first byte it cannot follow and says where; what came before stays.
 */
import { type ColumnMemory, newColumns } from '../../analysis/column-memory.ts';
import { MESSAGE, NO_TIME } from './fit-format.ts';
import { MOST_RECORDS } from './fit-limits.ts';
import { type MessageDefinition, readDefinition } from './message-definition.ts';
import { RecordIndex } from './record-index.ts';
import { RecordLayouts } from './record-layouts.ts';
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
   * than is read of one file; where it is the summary that is full, the records after it are found all the same.
   */
  reason: 'cut' | 'lost' | 'full';
  byteOffset: number;
}

const DEFINITION_FLAG = 0x40;
const HEADERS = 256;
const LOCAL_NUMBERS = 16;
const LOCAL_NUMBER_MASK = 0x0f;
const COMPRESSED_FLAG = 0x80;
const COMPRESSED_TIME_MASK = 0x1f;

/** Follows the messages of `bytes` from `start` up to `end`. What it notes of the records lies in `memory`. */
export function readStructure(
  bytes: Uint8Array,
  start: number,
  end: number,
  memory: ColumnMemory = newColumns,
): SegmentStructure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // By local number: the definition in force, and whether its messages describe the activity.
  const definitions: (MessageDefinition | undefined)[] = new Array(LOCAL_NUMBERS).fill(undefined);
  const isSummary: boolean[] = new Array(LOCAL_NUMBERS).fill(false);
  // By header: bytes of a message that says nothing to anybody, not even the time; 0 for all others.
  const skipBytes = new Int32Array(HEADERS);
  const records = new RecordIndex(end - start, memory);
  const layouts = new RecordLayouts();
  const summary = new SummaryStream();
  let stopped: StructureStop['reason'] | null = null;
  let summaryFullAt: number | null = null;
  let clock = NO_TIME;
  let at = start;
  while (at < end) {
    const header = bytes[at] as number;
    const isCompressed = (header & COMPRESSED_FLAG) !== 0;
    if (!isCompressed && (header & DEFINITION_FLAG) !== 0) {
      const defined = readDefinition(bytes, at, end);
      if (defined === null) {
        stopped = 'cut';
        break;
      }
      const localNumber = header & LOCAL_NUMBER_MASK;
      const isRecord = defined.globalNumber === MESSAGE.record;
      const definition = isRecord ? layouts.known(defined, bytes, at) : defined;
      if (definition === null) {
        stopped = 'full';
        break;
      }
      definitions[localNumber] = definition;
      isSummary[localNumber] = SUMMARY_FIELDS.has(defined.globalNumber);
      skipBytes[localNumber] = saysNothing(defined) ? 1 + defined.contentSize : 0;
      at += defined.byteLength;
      continue;
    }

    const localNumber = isCompressed ? (header >> 5) & 3 : header & LOCAL_NUMBER_MASK;
    const definition = definitions[localNumber];
    if (definition === undefined) {
      stopped = 'lost';
      break;
    }
    const content = at + 1;
    const next = content + definition.contentSize;
    if (next > end) {
      stopped = 'cut';
      break;
    }

    let time = NO_TIME;
    if (definition.timestampOffset >= 0) {
      time = view.getUint32(content + definition.timestampOffset, definition.littleEndian);
    }
    if (isCompressed && time === NO_TIME) {
      time = afterCompressed(clock, header & COMPRESSED_TIME_MASK);
    }
    if (time !== NO_TIME) clock = time;

    if (definition.globalNumber === MESSAGE.record) {
      if (records.count === MOST_RECORDS) {
        stopped = 'full';
        break;
      }
      records.add(definition, content, time);
      if (!isCompressed) {
        const first = records.count;
        at = records.addAlike(view, header, next, end, skipBytes);
        clock = records.lastTime(first) ?? clock;
        continue;
      }
    } else if (isSummary[localNumber]) {
      const compressedTime = isCompressed ? time : null;
      const isKept = summary.add(definition, localNumber, bytes, content, compressedTime);
      // Records may still follow.
      if (!isKept) summaryFullAt ??= at;
    }
    at = next;
  }
  if (stopped !== null) return { records, summary, stop: { reason: stopped, byteOffset: at } };
  const stop: StructureStop | null =
    summaryFullAt === null ? null : { reason: 'full', byteOffset: summaryFullAt };
  return { records, summary, stop };
}

/** Watches write more such messages than records, one or two after each record. */
function saysNothing({ globalNumber, timestampOffset }: MessageDefinition): boolean {
  return (
    globalNumber !== MESSAGE.record && !SUMMARY_FIELDS.has(globalNumber) && timestampOffset < 0
  );
}

/** A compressed header carries the low five bits of the time; they count on from the time before and roll over. */
function afterCompressed(clock: number, lowBits: number): number {
  if (clock === NO_TIME) return NO_TIME;
  return clock + ((lowBits - clock) & COMPRESSED_TIME_MASK);
}
