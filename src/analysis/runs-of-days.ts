/** The runs of some days of the history. */
import type { DailyLoad } from './daily-load.ts';

/** From the day `firstIndex` of the history to the day `lastIndex`, both included; days outside the history have none. */
export function runsOfDays<Run>(
  runs: readonly Run[],
  { runsBefore, count }: DailyLoad,
  firstIndex: number,
  lastIndex: number,
): Run[] {
  const within = (index: number) => Math.min(Math.max(index, 0), count);
  return runs.slice(runsBefore[within(firstIndex)], runsBefore[within(lastIndex + 1)]);
}
