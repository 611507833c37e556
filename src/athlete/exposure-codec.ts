/**
 * A run's exposure as the athlete's tables keep it: everything but the speed × grade cells as JSON, the cells as one
 * blob of columns. Lossless for every finite number. The layout carries its version, so a change is a new version.
 */
import type { RunExposure } from '../analysis/run-exposure.ts';
import type { SpeedGradeCells } from '../analysis/speed-grade-cells.ts';

export interface StoredExposure {
  /** JSON of the exposure without its cells. */
  summary: string;
  /** 8 bytes of header (version, 3 unused, count as u32 little-endian), then the columns, the widest first. */
  cells: Uint8Array;
}

const VERSION = 1;
const HEADER_BYTES = 8;
const BYTES_PER_CELL = 3 * Float64Array.BYTES_PER_ELEMENT + 3;

export function encodeExposure({ cells, ...summary }: RunExposure): StoredExposure {
  return { summary: JSON.stringify(summary), cells: encodeCells(cells) };
}

/** Throws when `stored` is not what `encodeExposure` made: rows are ours alone. */
export function decodeExposure(stored: {
  summary: string;
  cells: ArrayBuffer | Uint8Array;
}): RunExposure {
  const summary = JSON.parse(stored.summary) as Omit<RunExposure, 'cells'>;
  return { ...summary, cells: decodeCells(stored.cells) };
}

function encodeCells(cells: SpeedGradeCells): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + cells.count * BYTES_PER_CELL);
  const header = new DataView(bytes.buffer);
  header.setUint8(0, VERSION);
  header.setUint32(4, cells.count, true);
  const columns = columnsOver(bytes.buffer, cells.count);
  columns.seconds.set(cells.seconds.subarray(0, cells.count));
  columns.metres.set(cells.metres.subarray(0, cells.count));
  columns.riseM.set(cells.riseM.subarray(0, cells.count));
  columns.speedBin.set(cells.speedBin.subarray(0, cells.count));
  columns.gradeBin.set(cells.gradeBin.subarray(0, cells.count));
  columns.walking.set(cells.walking.subarray(0, cells.count));
  return bytes;
}

function decodeCells(stored: ArrayBuffer | Uint8Array): SpeedGradeCells {
  // A column of doubles must begin on a multiple of 8, which a view into a larger buffer need not.
  const buffer = stored instanceof ArrayBuffer ? stored : new Uint8Array(stored).buffer;
  const header = new DataView(buffer);
  const version = header.getUint8(0);
  const count = header.getUint32(4, true);
  if (version !== VERSION || buffer.byteLength !== HEADER_BYTES + count * BYTES_PER_CELL) {
    throw new Error(
      `speed × grade cells of version ${version}, ${count} cells in ${buffer.byteLength} bytes, are not readable`,
    );
  }
  return columnsOver(buffer, count);
}

function columnsOver(buffer: ArrayBuffer, count: number): SpeedGradeCells {
  const doubles = (column: number) =>
    new Float64Array(buffer, HEADER_BYTES + column * count * Float64Array.BYTES_PER_ELEMENT, count);
  const firstByteColumn = HEADER_BYTES + 3 * count * Float64Array.BYTES_PER_ELEMENT;
  return {
    count,
    seconds: doubles(0),
    metres: doubles(1),
    riseM: doubles(2),
    speedBin: new Uint8Array(buffer, firstByteColumn, count),
    gradeBin: new Int8Array(buffer, firstByteColumn + count, count),
    walking: new Uint8Array(buffer, firstByteColumn + 2 * count, count),
  };
}
