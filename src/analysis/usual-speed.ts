/**
 * Usual speed: the time-weighted median of a runner's running speed over the 90 days before each run. Reads only the
 * speed × grade cells; walking is left out, and so is the run's own day.
 */
import { type LocalDate, toEpochDay } from './local-date.ts';
import { USUAL_SPEED_DAYS, USUAL_SPEED_MIN_RUNS } from './policy.ts';
import type { SpeedGradeCells } from './speed-grade-cells.ts';

const SPEED_BINS = 256;
const BINS_PER_MPS = 10;

/** Running time of one run by speed bin, in whole milliseconds: whole numbers add and subtract without a trace. */
type SpeedMarginal = { bin: number; ms: number }[];

/**
 * For each run, in m/s, or `null` with fewer than `USUAL_SPEED_MIN_RUNS` recorded runs in the 90 days before its day.
 * `runs` in order of their days. One pass: every run enters and leaves the window once.
 */
export function usualSpeeds(
  runs: readonly { localDate: LocalDate; exposure: { cells: SpeedGradeCells } }[],
): (number | null)[] {
  const days = runs.map((run) => toEpochDay(run.localDate));
  const marginals = runs.map((run) => speedMarginal(run.exposure.cells));
  const msByBin = new Float64Array(SPEED_BINS);
  let [entering, leaving, recordedRuns] = [0, 0, 0];
  const move = (index: number, sign: 1 | -1): void => {
    const marginal = marginals[index] as SpeedMarginal;
    for (const { bin, ms } of marginal) msByBin[bin] = (msByBin[bin] as number) + sign * ms;
    if (marginal.length > 0) recordedRuns += sign;
  };
  let usual: number | null = null;
  return days.map((day, index) => {
    if (day === days[index - 1]) return usual;
    for (; (days[entering] as number) < day; entering += 1) move(entering, 1);
    for (; (days[leaving] as number) < day - USUAL_SPEED_DAYS; leaving += 1) move(leaving, -1);
    usual = recordedRuns < USUAL_SPEED_MIN_RUNS ? null : medianSpeed(msByBin);
    return usual;
  });
}

function speedMarginal(cells: SpeedGradeCells): SpeedMarginal {
  const seconds = new Map<number, number>();
  for (let cell = 0; cell < cells.count; cell += 1) {
    if (cells.walking[cell] === 1) continue;
    const bin = cells.speedBin[cell] as number;
    seconds.set(bin, (seconds.get(bin) ?? 0) + (cells.seconds[cell] as number));
  }
  return [...seconds]
    .map(([bin, s]) => ({ bin, ms: Math.round(s * 1000) }))
    .filter(({ ms }) => ms > 0);
}

/** Within the bin that holds the middle, time is taken as evenly spread. */
function medianSpeed(msByBin: Float64Array): number {
  const half = msByBin.reduce((sum, ms) => sum + ms, 0) / 2;
  let below = 0;
  let bin = 0;
  while (below + (msByBin[bin] as number) < half) {
    below += msByBin[bin] as number;
    bin += 1;
  }
  return (bin + (half - below) / (msByBin[bin] as number)) / BINS_PER_MPS;
}
