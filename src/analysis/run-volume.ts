/** A run's metres, each counted once as flat, hill, fast, or of unknown grade: the parts of a stacked bar whose height is the distance. */
import { cellMeanSpeed } from './cell-mean-speed.ts';
import { HILL_GRADE } from './policy.ts';
import { type SpeedGradeCells, UNKNOWN_GRADE } from './speed-grade-cells.ts';

export interface RunVolume {
  flatM: number;
  /** At 5 % or steeper, up or down, and not fast. */
  hillM: number;
  /** Fast wins over hill; 0 where fast is not known. */
  fastM: number;
  /** Not fast, and without a known grade: no altitude, no samples, recording gaps. */
  gradeUnknownM: number;
}

const HILL_GRADE_BIN = Math.round(HILL_GRADE * 100);

/** The parts sum to `distanceM`. `fastThresholdMps` is `null` where the runner's usual speed is not known. */
export function runVolume(
  cells: SpeedGradeCells,
  distanceM: number,
  fastThresholdMps: number | null,
): RunVolume {
  const fastMps = fastThresholdMps ?? Number.POSITIVE_INFINITY;
  let [flatM, hillM, fastM, gradeUnknownM] = [0, 0, 0, 0];
  for (let cell = 0; cell < cells.count; cell += 1) {
    const metres = cells.metres[cell] as number;
    const gradeBin = cells.gradeBin[cell] as number;
    const isFast = cells.walking[cell] === 0 && cellMeanSpeed(cells, cell) >= fastMps;
    if (isFast) fastM += metres;
    else if (gradeBin === UNKNOWN_GRADE) gradeUnknownM += metres;
    else if (gradeBin >= HILL_GRADE_BIN || gradeBin < -HILL_GRADE_BIN) hillM += metres;
    else flatM += metres;
  }
  const cellsM = flatM + hillM + fastM + gradeUnknownM;
  return cellsM > distanceM
    ? scaled({ flatM, hillM, fastM, gradeUnknownM }, distanceM / cellsM)
    : { flatM, hillM, fastM, gradeUnknownM: gradeUnknownM + distanceM - cellsM };
}

/** Windows of a few seconds can make the cells a few metres longer than the run. */
const scaled = (volume: RunVolume, factor: number): RunVolume => ({
  flatM: volume.flatM * factor,
  hillM: volume.hillM * factor,
  fastM: volume.fastM * factor,
  gradeUnknownM: volume.gradeUnknownM * factor,
});
