/**
 * Usual speed: the time-weighted median of a runner's running speed over the 90 days before each run. Reads only the
 * speed × grade cells; walking is left out, and so is the run's own day.
 */
import { type LocalDate, toEpochDay } from './local-date.ts';
import { USUAL_SPEED_DAYS, USUAL_SPEED_MIN_RUNS } from './policy.ts';
import { CELL_MPS, type SpeedGradeCells } from './speed-grade-cells.ts';

/** As many as `speedBin` can tell apart. */
const SPEED_BINS = 256;

/** Running time of the runs of a window by speed, in whole milliseconds: whole numbers add and subtract without a trace. */
interface RunningTime {
  msByBin: Float64Array;
  totalMs: number;
  recordedRuns: number;
}

/**
 * For each run, in m/s, or `null` with fewer than `USUAL_SPEED_MIN_RUNS` recorded runs in the 90 days before its day.
 * `runs` in order of their days. One pass: every run enters and leaves the window once.
 */
export function usualSpeeds(
  runs: readonly { localDate: LocalDate; exposure: { cells: SpeedGradeCells } }[],
): (number | null)[] {
  const days = runs.map((run) => toEpochDay(run.localDate));
  const time = { msByBin: new Float64Array(SPEED_BINS), totalMs: 0, recordedRuns: 0 };
  const move = (index: number, sign: 1 | -1) =>
    count(time, (runs[index] as (typeof runs)[number]).exposure.cells, sign);
  let [entering, leaving] = [0, 0];
  let usual: number | null = null;
  return days.map((day, index) => {
    if (day === days[index - 1]) return usual;
    for (; (days[entering] as number) < day; entering += 1) move(entering, 1);
    for (; (days[leaving] as number) < day - USUAL_SPEED_DAYS; leaving += 1) move(leaving, -1);
    usual = time.recordedRuns < USUAL_SPEED_MIN_RUNS ? null : medianSpeed(time);
    return usual;
  });
}

/** Lets a run enter (`sign` 1) or leave (−1). */
function count(time: RunningTime, cells: SpeedGradeCells, sign: 1 | -1): void {
  let runMs = 0;
  for (let cell = 0; cell < cells.count; cell += 1) {
    if (cells.walking[cell] === 1) continue;
    const bin = cells.speedBin[cell] as number;
    const ms = Math.round((cells.seconds[cell] as number) * 1000);
    time.msByBin[bin] = (time.msByBin[bin] as number) + sign * ms;
    runMs += ms;
  }
  time.totalMs += sign * runMs;
  if (runMs > 0) time.recordedRuns += sign;
}

/** Within the bin that holds the middle, time is taken as evenly spread. */
function medianSpeed({ msByBin, totalMs }: RunningTime): number {
  const half = totalMs / 2;
  let below = 0;
  let bin = 0;
  while (below + (msByBin[bin] as number) < half) {
    below += msByBin[bin] as number;
    bin += 1;
  }
  return (bin + (half - below) / (msByBin[bin] as number)) * CELL_MPS;
}
