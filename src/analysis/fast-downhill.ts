/**
 * Running down −5 % or steeper and faster than easy: reported beside the load, never credited in it (clinicians hear of
 * pain after it, mechanics measure less tendon force in it). Sums over the speed × grade cells.
 */
import { cellMeanSpeed } from './cell-mean-speed.ts';
import { FAST_RATIO, HILL_GRADE, STEADY_RATIO } from './policy.ts';
import { type SpeedGradeCells, UNKNOWN_GRADE } from './speed-grade-cells.ts';

/** The lowest grade bin, in percent, that is still flat: all of the bin below it is at −5 % or steeper. */
const LOWEST_FLAT_GRADE_BIN = -Math.round(HILL_GRADE * 100);

/** `null` when no running cell knows its grade. `fastThresholdMps` as in `SpeedExposure`. */
export function fastDownhill(
  cells: SpeedGradeCells,
  fastThresholdMps: number,
): { seconds: number; metres: number } | null {
  const steadyMps = (fastThresholdMps / FAST_RATIO) * STEADY_RATIO;
  const sum = { seconds: 0, metres: 0 };
  let isGradeKnown = false;
  for (let cell = 0; cell < cells.count; cell += 1) {
    const gradeBin = cells.gradeBin[cell] as number;
    if (cells.walking[cell] === 1 || gradeBin === UNKNOWN_GRADE) continue;
    isGradeKnown = true;
    const seconds = cells.seconds[cell] as number;
    const metres = cells.metres[cell] as number;
    if (gradeBin >= LOWEST_FLAT_GRADE_BIN || cellMeanSpeed(cells, cell) < steadyMps) continue;
    sum.seconds += seconds;
    sum.metres += metres;
  }
  return isGradeKnown ? sum : null;
}
