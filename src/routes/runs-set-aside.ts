/** Why there is nothing to judge though runs are here. */
import type { RunListItem } from '../athlete/run-list.ts';
import type { Runner } from '../athlete/runner.ts';
import type { RequestClock } from '../athlete/runner-clock.ts';

export type RunsSetAside = Record<NonNullable<RunListItem['leftOut']>, number>;

/** How many runs of all years count nowhere, by reason. */
export async function runsSetAside(runner: Runner, clock: RequestClock): Promise<RunsSetAside> {
  const { years } = await runner.runs(clock, null);
  const ofYears = await Promise.all(years.map((year) => runner.runs(clock, year)));
  const setAside: RunsSetAside = { excluded: 0, 'wrong-clock': 0, 'not-analysed': 0 };
  for (const { leftOut } of ofYears.flatMap(({ runs }) => runs)) {
    if (leftOut !== null) setAside[leftOut] += 1;
  }
  return setAside;
}
