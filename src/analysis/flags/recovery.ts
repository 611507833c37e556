/** The first run after 30 days without one. Nothing recent to compare with, so no ratio is formed: a note and nothing else (logic). */
import type { JudgedRun } from '../judged-run.ts';
import { bareFlag } from './bare-flag.ts';
import type { Flag } from './flag.ts';
import type { Rule } from './rule.ts';
import { sessionWindow } from './session-flag.ts';

export const returnWithoutBaseline: Rule = {
  id: 'return-without-baseline',
  judge: ({ runs }) =>
    runs.flatMap((run, index) =>
      run.localDate === runs[index - 1]?.localDate ? [] : returnFlags(run),
    ),
};

/** A history's first run is a start, not a return. */
function returnFlags(run: JudgedRun): Flag[] {
  const { distanceM } = run.exposure;
  if (run.before.runCount > 0 || run.before.lastRunDate === null || distanceM === null) return [];
  return [
    bareFlag({
      rule: 'return-without-baseline',
      date: run.localDate,
      level: 'note',
      quantity: 'distanceM',
      observed: distanceM,
      window: sessionWindow(run),
      runs: [run.id],
      evidence: ['logic'],
    }),
  ];
}
