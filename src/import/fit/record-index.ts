/**
 * Where the `record` messages of a segment lie and when each was written: found by the structural pass, so that columns
 * are allocated once, at their exact length, and filled one column at a time.
 */
import { type ColumnMemory, newColumns } from '../../analysis/column-memory.ts';
import { NO_TIME } from './fit-format.ts';
import { MOST_RECORDS } from './fit-limits.ts';
import type { MessageDefinition } from './message-definition.ts';

/** Consecutive records of one definition, from row `from` up to row `to`. */
export interface RecordRun {
  definition: MessageDefinition;
  from: number;
  to: number;
}

const FIRST_CAPACITY = 64;

export class RecordIndex {
  count = 0;
  runs: RecordRun[] = [];
  definitions = new Set<MessageDefinition>();
  /** Where each record's content starts in the file. At least `count` long. */
  offset: Uint32Array = new Uint32Array(0);
  /** FIT time of each record, `NO_TIME` where it has none. At least `count` long. */
  timestamp: Uint32Array = new Uint32Array(0);

  readonly #dataBytes: number;
  readonly #memory: ColumnMemory;

  /** `dataBytes`: length of the data that holds the records, from which the room they need in `memory` is guessed. */
  constructor(dataBytes: number, memory: ColumnMemory = newColumns) {
    this.#dataBytes = dataBytes;
    this.#memory = memory;
  }

  add(definition: MessageDefinition, offset: number, timestamp: number): void {
    const row = this.count++;
    if (row === this.offset.length) {
      const capacity = this.#capacityAfter(definition);
      this.offset = this.#resized(this.offset, capacity);
      this.timestamp = this.#resized(this.timestamp, capacity);
    }
    this.offset[row] = offset;
    this.timestamp[row] = timestamp;
    const run = this.runs[this.runs.length - 1];
    if (run?.definition === definition) {
      run.to = row + 1;
      return;
    }
    this.runs.push({ definition, from: row, to: row + 1 });
    this.definitions.add(definition);
  }

  /**
   * Adds the records with the header of the last one, `header`, that follow from `start` on, as far as there is room for
   * them. Messages in between whose header has a length in `skipBytes` are passed over. Returns where it stopped: at the
   * first message that is neither, or does not end before `end`.
   */
  addAlike(
    view: DataView,
    header: number,
    start: number,
    end: number,
    skipBytes: Int32Array,
  ): number {
    const run = this.runs[this.runs.length - 1] as RecordRun;
    const { contentSize, timestampOffset, littleEndian } = run.definition;
    const { offset, timestamp } = this;
    const byteLength = 1 + contentSize;
    const most = Math.min(offset.length, MOST_RECORDS);
    let row = this.count;
    let at = start;
    while (row < most && at < end) {
      const found = view.getUint8(at);
      const next = at + (found === header ? byteLength : (skipBytes[found] as number));
      if (next === at || next > end) break;
      if (found === header) {
        offset[row] = at + 1;
        timestamp[row] =
          timestampOffset < 0 ? NO_TIME : view.getUint32(at + 1 + timestampOffset, littleEndian);
        row++;
      }
      at = next;
    }
    this.count = row;
    run.to = row;
    return at;
  }

  /** FIT time of the last record from row `first` on that has one; `null` when none has. */
  lastTime(first: number): number | null {
    for (let row = this.count - 1; row >= first; row--) {
      if (this.timestamp[row] !== NO_TIME) return this.timestamp[row] as number;
    }
    return null;
  }

  /** Most files hold records of the first kind and little else: one guess is enough for them. */
  #capacityAfter({ contentSize }: MessageDefinition): number {
    if (this.offset.length > 0) return this.offset.length * 2;
    const mostOfItsKind = Math.ceil(this.#dataBytes / (1 + contentSize));
    return Math.min(Math.max(mostOfItsKind, FIRST_CAPACITY), MOST_RECORDS);
  }

  #resized(column: Uint32Array, capacity: number): Uint32Array {
    const longer = this.#memory.uint32(capacity);
    longer.set(column);
    return longer;
  }
}
