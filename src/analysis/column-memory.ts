/**
 * Where columns come from: memory of their own, or memory that is lent for the length of one piece of work and used again
 * by the next. Most columns of an analysis are read once and dropped; made anew for every run they would cost more than
 * what is computed in them, for the engine collects garbage by their bytes. Everything here is synchronous, so that the
 * last piece of work to begin is the first to end.
 */

/** Columns of zeros. */
export interface ColumnMemory {
  float64(length: number): Float64Array;
  uint32(length: number): Uint32Array;
}

/** Columns that live as long as someone holds them. */
export const newColumns: ColumnMemory = {
  float64: (length) => new Float64Array(length),
  uint32: (length) => new Uint32Array(length),
};

/** Bytes kept for the next piece of work: 20 hours at 1 Hz. Longer recordings get memory of their own. */
const MOST_KEPT_BYTES = 6_000_000;
const ALIGNMENT = 8;

let block = new Uint8Array(0);
/** Bytes of `block` that are lent, and all that would have been, had it been long enough. */
let lent = 0;
let wanted = 0;
/** How many pieces of work are under way, one inside the other. */
let depth = 0;

/** Lends columns to `work`. What it returns must hold none of them: they are overwritten once it is done. */
export function withLentColumns<T>(work: (memory: ColumnMemory) => T): T {
  const lentBefore = lent;
  depth++;
  try {
    return work(lender(depth));
  } finally {
    depth--;
    lent = lentBefore;
    if (depth === 0 && wanted > block.length) block = new Uint8Array(wanted);
  }
}

function lender(ownDepth: number): ColumnMemory {
  const take = (byteLength: number): number | null => {
    if (depth !== ownDepth) throw new Error('columns are lent to the innermost piece of work only');
    const at = lent;
    const end = at + Math.ceil(byteLength / ALIGNMENT) * ALIGNMENT;
    if (end <= MOST_KEPT_BYTES) wanted = Math.max(wanted, end);
    if (end > block.length) return null;
    block.fill(0, at, end);
    lent = end;
    return at;
  };
  return {
    float64(length) {
      const at = take(length * Float64Array.BYTES_PER_ELEMENT);
      return at === null ? new Float64Array(length) : new Float64Array(block.buffer, at, length);
    },
    uint32(length) {
      const at = take(length * Uint32Array.BYTES_PER_ELEMENT);
      return at === null ? new Uint32Array(length) : new Uint32Array(block.buffer, at, length);
    },
  };
}
