/** One runner's history as data frames, by the names under which they are written. SI units, nothing rounded. */
import type { History } from '../../analysis/history.ts';
import { type Cell, columnsOf, type DataFrame, frameOf, rowsOf } from './data-frame.ts';
import { dayFrame } from './day-frame.ts';
import { flagFrame } from './flag-frame.ts';
import type { FrameName } from './frame-names.ts';
import { groupedRuns, type RunKey } from './grouped-runs.ts';
import type { HistoryReport } from './history-report.ts';
import { monthFrame } from './month-frame.ts';
import { ruleFrame } from './rule-frame.ts';
import { runFrame } from './run-frame.ts';
import { weekFrame } from './week-frame.ts';

export type HistoryFrames = Record<FrameName, DataFrame>;

/** Of a history with a run in it, and of the report of it. */
export function historyFrames(
  history: History,
  report: HistoryReport,
  withTrainingLoad: boolean,
): HistoryFrames {
  const runs = runFrame(history, report.runs);
  const flags = flagFrame(report.flags, history.weekStart);
  return {
    runs,
    days: dayFrame(history, report.days, withTrainingLoad),
    weeks: weekFrame(history.weeks),
    months: monthFrame(history, runs),
    surfaces: furthestFirst(runs, 'surface'),
    shoes: furthestFirst(runs, 'shoe'),
    flags,
    rules: ruleFrame(flags, runs),
  };
}

function furthestFirst(runs: DataFrame, key: RunKey): DataFrame {
  const groups = groupedRuns(runs, key);
  const rows = rowsOf(groups).toSorted((a, b) => Number(b.distanceM) - Number(a.distanceM));
  return frameOf(
    rows,
    columnsOf(groups).map((name) => [name, (row) => row[name] as Cell]),
  );
}
