/** The runs of one day, found without a search. */
import type { DailyLoad } from './daily-load.ts';
import type { JudgedRun } from './judged-run.ts';
import { type LocalDate, toEpochDay } from './local-date.ts';

/** Empty for a rest day, and for one outside the history. */
export function runsOn(
  { runs, days }: { runs: readonly JudgedRun[]; days: DailyLoad },
  date: LocalDate,
): readonly JudgedRun[] {
  const day = toEpochDay(date) - days.firstDay;
  if (day < 0 || day >= days.count) return [];
  return runs.slice(days.runsBefore[day], days.runsBefore[day + 1]);
}
