/**
 * Where the `record` messages of a segment lie and when each was written: found by the structural pass, so that columns
 * are allocated once, at their exact length, and filled one column at a time.
 */
import type { MessageDefinition } from './message-definition.ts';

/** Consecutive records of one definition, from row `from` up to row `to`. */
export interface RecordRun {
  definition: MessageDefinition;
  from: number;
  to: number;
}

// Small: chained files may have thousands of segments with a record or two.
const FIRST_CAPACITY = 64;

export class RecordIndex {
  count = 0;
  runs: RecordRun[] = [];
  definitions = new Set<MessageDefinition>();
  /** Where each record's content starts in the file. At least `count` long. */
  offset = new Uint32Array(0);
  /** FIT time of each record, `NO_TIME` where it has none. At least `count` long. */
  timestamp = new Uint32Array(0);

  add(definition: MessageDefinition, offset: number, timestamp: number): void {
    const row = this.count++;
    if (row === this.offset.length) {
      this.offset = grown(this.offset);
      this.timestamp = grown(this.timestamp);
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
}

function grown(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(Math.max(FIRST_CAPACITY, column.length * 2));
  longer.set(column);
  return longer;
}
