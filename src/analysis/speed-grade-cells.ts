/**
 * A run as a sparse speed × grade histogram: about a hundred cells of 0.1 m/s by 1 %. Every band, load and threshold
 * that may change later (usual speed, the runner's own threshold, model coefficients) is a sum over cells, so nothing
 * has to be decoded again.
 */
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
  const { count, kind, timerS, distanceM, speedMps } = intervals;
  const slots = new Int16Array(SPEED_BINS * GRADE_BINS * 2);
  const cells = emptyCells(Math.min(count, slots.length));
  for (let i = 0; i < count; i++) {
    const walking = kind[i] === INTERVAL_KIND.walking ? 1 : 0;
    if (walking === 0 && kind[i] !== INTERVAL_KIND.running) continue;
    const speedBin = Math.floor((speedMps[i] as number) * SPEED_BINS_PER_MPS + EDGE);
    const grade = gradeFraction === null ? Number.NaN : (gradeFraction[i] as number);
    const isKnown = !Number.isNaN(grade);
    const gradeBin = isKnown ? Math.floor(grade * 100 + EDGE) : UNKNOWN_GRADE;
    const gradeIndex = isKnown ? gradeBin + STEEPEST_BIN : GRADE_BINS - 1;
    const slot = (speedBin * GRADE_BINS + gradeIndex) * 2 + walking;
    // Slots hold the cell's index plus one, so that 0 is "none yet".
    const known = slots[slot] as number;
    const cell = known > 0 ? known - 1 : cells.count++;
    if (known === 0) {
      slots[slot] = cell + 1;
      cells.speedBin[cell] = speedBin;
      cells.gradeBin[cell] = gradeBin;
      cells.walking[cell] = walking;
    }
    const metres = distanceM[i] as number;
    cells.seconds[cell] = (cells.seconds[cell] as number) + (timerS[i] as number);
    cells.metres[cell] = (cells.metres[cell] as number) + metres;
    if (isKnown) cells.riseM[cell] = (cells.riseM[cell] as number) + metres * grade;
  }
  return trimmed(cells);
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

function trimmed({ count, ...columns }: SpeedGradeCells): SpeedGradeCells {
  return {
    count,
    speedBin: columns.speedBin.slice(0, count),
    gradeBin: columns.gradeBin.slice(0, count),
    walking: columns.walking.slice(0, count),
    seconds: columns.seconds.slice(0, count),
    metres: columns.metres.slice(0, count),
    riseM: columns.riseM.slice(0, count),
  };
}
