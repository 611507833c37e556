/**
 * Critical speed before each run, from the best efforts of the 90 days before its own day. Keeps only the fastest effort
 * at each distance while runs enter and leave the window.
 */
import type { BestEffort } from './best-efforts.ts';
import { criticalSpeed } from './critical-speed.ts';
import { type EpochDay, type LocalDate, toEpochDay } from './local-date.ts';
import { BEST_EFFORT_DISTANCES_M, CRITICAL_SPEED_DAYS } from './policy.ts';
import { SlidingMaximum } from './sliding-maximum.ts';

interface Effort {
  day: EpochDay;
  /** The fastest is the largest. */
  value: number;
  run: number;
  effort: BestEffort;
}

/** For each run, in m/s, or `null` where the efforts before it give none. `runs` in order of their days. */
export function criticalSpeeds(
  runs: readonly { localDate: LocalDate; exposure: { bestEfforts: readonly BestEffort[] } }[],
): (number | null)[] {
  const days = runs.map((run) => toEpochDay(run.localDate));
  const fastest = new Map<number, SlidingMaximum<Effort>>(
    BEST_EFFORT_DISTANCES_M.map((distanceM) => [distanceM, new SlidingMaximum()]),
  );
  let entering = 0;
  let judged: { best: (Effort | null)[]; mps: number | null } = { best: [], mps: null };
  return days.map((day) => {
    for (; (days[entering] as number) < day; entering += 1) {
      for (const effort of runs[entering]?.exposure.bestEfforts ?? []) {
        fastest.get(effort.distanceM)?.add({
          day: days[entering] as number,
          value: effort.distanceM / effort.durationS,
          run: entering,
          effort,
        });
      }
    }
    const best = [...fastest.values()].map((window) => window.since(day - CRITICAL_SPEED_DAYS));
    // From one run to the next the fastest efforts are mostly the same.
    const isSame = best.every((effort, index) => effort === judged.best[index]);
    if (!isSame) judged = { best, mps: lineThrough(best) };
    return judged.mps;
  });
}

function lineThrough(best: readonly (Effort | null)[]): number | null {
  const byRun = new Map<number, BestEffort[]>();
  for (const fastest of best) {
    if (fastest === null) continue;
    byRun.set(fastest.run, [...(byRun.get(fastest.run) ?? []), fastest.effort]);
  }
  return criticalSpeed([...byRun.values()])?.criticalSpeedMps ?? null;
}
