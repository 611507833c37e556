/**
 * Where the `record` messages of a segment lie and when each was written: found by the structural pass, so that columns
 * are allocated once, at their exact length, and filled one column at a time.
 */
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
  offset = new Uint32Array(0);
  /** FIT time of each record, `NO_TIME` where it has none. At least `count` long. */
  timestamp = new Uint32Array(0);

  readonly #dataBytes: number;

  /** `dataBytes`: length of the data that holds the records, from which the room they need is guessed. */
  constructor(dataBytes: number) {
    this.#dataBytes = dataBytes;
  }

  add(definition: MessageDefinition, offset: number, timestamp: number): void {
    const row = this.count++;
    if (row === this.offset.length) {
      const capacity = this.#capacityAfter(definition);
      this.offset = resized(this.offset, capacity);
      this.timestamp = resized(this.timestamp, capacity);
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
   * Adds the records that follow the last one without anything in between, up to `end`, as far as there is room for
   * them: `start` is where the first of them starts. Returns where the next message does.
   */
  addAlike(view: DataView, start: number, end: number): number {
    const run = this.runs[this.runs.length - 1] as RecordRun;
    const { contentSize, timestampOffset, littleEndian } = run.definition;
    const { offset, timestamp } = this;
    const header = view.getUint8(start);
    const byteLength = 1 + contentSize;
    const whole = Math.floor((end - start) / byteLength);
    const most = Math.min(this.count + whole, offset.length, MOST_RECORDS);
    let row = this.count;
    let at = start;
    for (; row < most && view.getUint8(at) === header; row++) {
      offset[row] = at + 1;
      timestamp[row] =
        timestampOffset < 0 ? NO_TIME : view.getUint32(at + 1 + timestampOffset, littleEndian);
      at += byteLength;
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
}

function resized(column: Uint32Array, capacity: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(capacity);
  longer.set(column);
  return longer;
}
