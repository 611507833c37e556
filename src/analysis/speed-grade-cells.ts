/**
 * A run as a sparse speed × grade histogram: about a hundred cells of 0.1 m/s by 1 %. Every band, load and threshold
 * that may change later (usual speed, the runner's own threshold, model coefficients) is a sum over cells, so nothing
 * has to be decoded again.
 */
import { type ColumnMemory, withLentColumns } from './column-memory.ts';
import { INTERVAL_KIND, type Intervals } from './intervals.ts';
import { GRADE_LIMIT, SPEED_GLITCH_MPS } from './policy.ts';

export interface SpeedGradeCells {
  count: number;
  /** Lower edge of the cell's speed in tenths of m/s: 27 is 2.7–2.8 m/s. */
  speedBin: Uint8Array;
  /** Lower edge of the cell's grade in percent: −3 is −3…−2 %; `UNKNOWN_GRADE` where there is no altitude. */
  gradeBin: Int8Array;
  /** 1 where the cell holds walking, 0 for running: the two never share a cell. */
  walking: Uint8Array;
  seconds: Float64Array;
  metres: Float64Array;
  /** Metres climbed (negative: descended) in the cell, so that its mean grade stays exact; 0 where grade is unknown. */
  riseM: Float64Array;
}

/** `gradeBin` of an interval without altitude. */
export const UNKNOWN_GRADE = -128;

/** Width of a cell in m/s, and in grade as fraction. */
export const CELL_MPS = 0.1;
export const CELL_GRADE = 0.01;

// Compiled in: an imported constant is looked up again at every use.
const WALKING = INTERVAL_KIND.walking;

const SPEED_BINS_PER_MPS = 10;
const SPEED_BINS = SPEED_GLITCH_MPS * SPEED_BINS_PER_MPS + 1;
const STEEPEST_BIN = Math.round(GRADE_LIMIT * 100);
/** One for each percent, one for the upper edge of the steepest, one for unknown. */
const GRADE_BINS = 2 * STEEPEST_BIN + 2;
/** 0.29 × 100 is 28.999…: a value on an edge belongs above it. */
const EDGE = 1e-9;

/**
 * Every walking and running second and metre once, in cells by order of first occurrence. `gradeFraction` has one value
 * per interval; `null`, or `NaN` inside, is unknown grade.
 */
export function speedGradeCells(
  intervals: Intervals,
  gradeFraction: Float64Array | null,
): SpeedGradeCells {
  // Nobody knows how many cells a run fills before they are filled: what is returned is a copy of as many as there are.
  return withLentColumns((memory) => cellsOf(intervals, gradeFraction, memory));
}

function cellsOf(
  { count, kind, timerS, distanceM, speedMps }: Intervals,
  gradeFraction: Float64Array | null,
  memory: ColumnMemory,
): SpeedGradeCells {
  // Each slot holds its cell's index plus one, so that 0 is "none yet".
  const cellAt = memory.uint32(SLOTS);
  const capacity = Math.min(count, SLOTS);
  const slotOf = memory.uint32(capacity);
  const seconds = memory.float64(capacity);
  const metres = memory.float64(capacity);
  const riseM = memory.float64(capacity);
  let cells = 0;
  for (let i = 0; i < count; i++) {
    const kindOf = kind[i] as number;
    if (kindOf < WALKING) continue;
    const walking = kindOf === WALKING ? 1 : 0;
    const grade = gradeFraction === null ? Number.NaN : (gradeFraction[i] as number);
    const isKnown = !Number.isNaN(grade);
    const slot = slotAt(speedMps[i] as number, grade, walking);
    let cell = (cellAt[slot] as number) - 1;
    if (cell < 0) {
      cell = cells++;
      cellAt[slot] = cells;
      slotOf[cell] = slot;
    }
    const stepM = distanceM[i] as number;
    seconds[cell] = (seconds[cell] as number) + (timerS[i] as number);
    metres[cell] = (metres[cell] as number) + stepM;
    if (isKnown) riseM[cell] = (riseM[cell] as number) + stepM * grade;
  }
  return {
    count: cells,
    ...binsOf(slotOf.subarray(0, cells)),
    seconds: seconds.slice(0, cells),
    metres: metres.slice(0, cells),
    riseM: riseM.slice(0, cells),
  };
}

/** One for each cell there could be: by speed, then grade, then running and walking. */
const SLOTS = SPEED_BINS * GRADE_BINS * 2;

function slotAt(speedMps: number, grade: number, walking: number): number {
  const speedBin = Math.floor(speedMps * SPEED_BINS_PER_MPS + EDGE);
  const gradeIndex = Number.isNaN(grade)
    ? GRADE_BINS - 1
    : Math.floor(grade * 100 + EDGE) + STEEPEST_BIN;
  return (speedBin * GRADE_BINS + gradeIndex) * 2 + walking;
}

function binsOf(slots: Uint32Array): Pick<SpeedGradeCells, 'speedBin' | 'gradeBin' | 'walking'> {
  const speedBin = new Uint8Array(slots.length);
  const gradeBin = new Int8Array(slots.length);
  const walking = new Uint8Array(slots.length);
  slots.forEach((slot, cell) => {
    const gradeIndex = (slot >> 1) % GRADE_BINS;
    speedBin[cell] = (slot >> 1) / GRADE_BINS;
    gradeBin[cell] = gradeIndex === GRADE_BINS - 1 ? UNKNOWN_GRADE : gradeIndex - STEEPEST_BIN;
    walking[cell] = slot & 1;
  });
  return { speedBin, gradeBin, walking };
}

/** A histogram without cells, with room for `capacity`. */
export function emptyCells(capacity = 0): SpeedGradeCells {
  return {
    count: 0,
    speedBin: new Uint8Array(capacity),
    gradeBin: new Int8Array(capacity),
    walking: new Uint8Array(capacity),
    seconds: new Float64Array(capacity),
    metres: new Float64Array(capacity),
    riseM: new Float64Array(capacity),
  };
}
