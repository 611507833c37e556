/** How the runner runs, from the 90 days before: the pace and length that a planned run takes where nothing else is said. */
import type { History } from '../history.ts';
import type { JudgedRun } from '../judged-run.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import { medianOf } from '../median.ts';
import {
  FAST_RATIO,
  PLANNED_FAST_MARGIN,
  SESSION_WINDOW_DAYS,
  USUAL_SPEED_DAYS,
} from '../policy.ts';
import type { RunHabits } from './planned-run.ts';

/** `null` without a usual speed, or without a run of known distance in the 30 days before `date`. */
export function runHabits(history: History, date: LocalDate): RunHabits | null {
  const before = history.runs.filter(({ localDate }) => localDate < date);
  const lengths = since(before, addDays(date, -SESSION_WINDOW_DAYS)).flatMap(
    ({ exposure }) => exposure.distanceM ?? [],
  );
  const recent = since(before, addDays(date, -USUAL_SPEED_DAYS));
  const speed = recent.flatMap((run) => run.speed ?? []).at(-1);
  if (speed === undefined || lengths.length === 0) return null;
  return {
    easyMps: easySpeed(recent) ?? speed.fastThresholdMps / FAST_RATIO,
    fastMps: Math.max(fastSpeed(recent) ?? 0, PLANNED_FAST_MARGIN * speed.fastThresholdMps),
    distanceM: medianOf(lengths),
  };
}

const since = (runs: readonly JudgedRun[], from: LocalDate): JudgedRun[] =>
  runs.filter(({ localDate }) => localDate >= from);

/** Mean speed of all running below the fast band: usual speed itself is known to a tenth of a m/s only. */
function easySpeed(runs: readonly JudgedRun[]): number | null {
  const bands = runs.flatMap(({ speed }) => (speed ? [speed.bands.easy, speed.bands.steady] : []));
  const seconds = bands.reduce((sum, band) => sum + band.seconds, 0);
  return seconds === 0 ? null : bands.reduce((sum, band) => sum + band.metres, 0) / seconds;
}

/** Mean speed of the fast running of these runs; `null` where there was none. */
function fastSpeed(runs: readonly JudgedRun[]): number | null {
  const speeds = runs.flatMap(({ speed }) => speed ?? []);
  const seconds = speeds.reduce((sum, { fastS }) => sum + fastS, 0);
  return seconds === 0 ? null : speeds.reduce((sum, { fastM }) => sum + fastM, 0) / seconds;
}
