/** Writes down the arithmetic of a flag about one run against the 30 days before it. */
import type { JudgedRun } from '../judged-run.ts';
import { addDays } from '../local-date.ts';
import { SESSION_WINDOW_DAYS } from '../policy.ts';
import type { SessionBaseline, SessionQuantity } from '../session-baseline.ts';
import type { EvidenceGrade, Flag, FlagLevel, RuleId } from './flag.ts';

export interface SessionFinding {
  rule: RuleId;
  level: FlagLevel;
  quantity: SessionQuantity;
  observed: number;
  baseline: SessionBaseline;
  /** Times the baseline where the level begins. */
  limitRatio: number;
  /** Below it the rule takes a quantity for none at all; a baseline there gives no ratio. */
  floor?: number;
  evidence: readonly EvidenceGrade[];
}

export function sessionFlag(run: JudgedRun, finding: SessionFinding): Flag {
  const { rule, level, quantity, observed, limitRatio, floor = 0, evidence } = finding;
  const { largest, date } = finding.baseline;
  return {
    rule,
    date: run.localDate,
    level,
    quantity,
    observed,
    threshold: Math.max(limitRatio * largest, floor),
    baseline: largest,
    baselineLow: null,
    baselineDate: date,
    ratio: largest === 0 || largest < floor ? null : observed / largest,
    window: sessionWindow(run),
    runs: [run.id],
    evidence: [...evidence],
    ...(finding.baseline.isCapped && { leavesOutSpikes: true as const }),
    subject: null,
    raisedBy: [],
    parts: [],
  };
}

/** The 30 days before the run's own day. */
export function sessionWindow(run: JudgedRun): Flag['window'] {
  return { from: addDays(run.localDate, -SESSION_WINDOW_DAYS), to: addDays(run.localDate, -1) };
}
