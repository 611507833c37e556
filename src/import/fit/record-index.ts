/**
 * Where the `record` messages of a segment lie and when each was written: found by the structural pass, so that columns
 * are allocated once, at their exact length, and filled one column at a time. Never longer than the bytes it indexes.
 */
import type { MessageDefinition } from './message-definition.ts';

/** Consecutive records of one definition, from row `from` up to row `to`. */
export interface RecordRun {
  definition: MessageDefinition;
  from: number;
  to: number;
}

const FIRST_CAPACITY = 4096;

export class RecordIndex {
  count = 0;
  runs: RecordRun[] = [];
  /** Where each record's content starts in the file. Longer than `count`. */
  offset = new Uint32Array(FIRST_CAPACITY);
  /** FIT time of each record, `NO_TIME` where it has none. Longer than `count`. */
  timestamp = new Uint32Array(FIRST_CAPACITY);

  add(definition: MessageDefinition, offset: number, timestamp: number): void {
    const row = this.count++;
    if (row === this.offset.length) {
      this.offset = grown(this.offset);
      this.timestamp = grown(this.timestamp);
    }
    this.offset[row] = offset;
    this.timestamp[row] = timestamp;
    const run = this.runs[this.runs.length - 1];
    if (run?.definition === definition) run.to = row + 1;
    else this.runs.push({ definition, from: row, to: row + 1 });
  }
}

function grown(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(column.length * 2);
  longer.set(column);
  return longer;
}
