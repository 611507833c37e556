/** The mean speed of one cell of a run's speed × grade histogram. */
import { CELL_MPS, type SpeedGradeCells } from './speed-grade-cells.ts';

/** m/s. Single steps of distance are uneven: in a cell of few seconds their mean may leave the cell, which the speed did not. */
export function cellMeanSpeed(cells: SpeedGradeCells, cell: number): number {
  const lower = (cells.speedBin[cell] as number) * CELL_MPS;
  const mean = (cells.metres[cell] as number) / (cells.seconds[cell] as number);
  return Math.min(Math.max(mean, lower), lower + CELL_MPS);
}
