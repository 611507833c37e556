/**
 * A run as a sparse speed × grade histogram: about a hundred cells of 0.1 m/s by 1 %. Every band, load and threshold
 * that may change later (usual speed, the runner's own threshold, model coefficients) is a sum over cells, so nothing
 * has to be decoded again.
 */
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
