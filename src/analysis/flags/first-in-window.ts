/** Finds what a runner does for the first time in 30 days: hard to call an increase, since nothing is there to compare with. */
import type { JudgedRun } from '../judged-run.ts';
import { toEpochDay } from '../local-date.ts';
import { NONE_BEFORE_MIN_RUNS, SESSION_WINDOW_DAYS } from '../policy.ts';
import { runsOfDays } from '../runs-of-days.ts';
import type { RuleInput } from './rule.ts';

/**
 * Runs with at least `least` of something, after 30 days in which no run had any: the first of its day. `countOf` is `null` where a run
 * does not tell; without four runs that do, "none" is not known.
 */
export function firstInWindow(
  { runs, days }: Pick<RuleInput, 'runs' | 'days'>,
  countOf: (run: JudgedRun) => number | null,
  least: number,
): JudgedRun[] {
  const found: JudgedRun[] = [];
  for (const run of runs) {
    if ((countOf(run) ?? 0) < least || found.at(-1)?.localDate === run.localDate) continue;
    const day = toEpochDay(run.localDate) - days.firstDay;
    const counts = runsOfDays(runs, days, day - SESSION_WINDOW_DAYS, day - 1)
      .map(countOf)
      .filter((count) => count !== null);
    if (counts.length < NONE_BEFORE_MIN_RUNS) continue;
    if (counts.every((count) => count === 0)) found.push(run);
  }
  return found;
}
