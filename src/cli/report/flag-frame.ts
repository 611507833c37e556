/** A row a flag, oldest first: the arithmetic that raised it, and the words that say it. */
import type { WeekStart } from '../../analysis/local-date.ts';
import { type DataFrame, frameOf } from './data-frame.ts';
import type { ReportedFlag } from './history-report.ts';
import { weekOf } from './run-frame.ts';

const BETWEEN = '; ';

export function flagFrame(flags: readonly ReportedFlag[], weekStart: WeekStart): DataFrame {
  return frameOf(flags, [
    ['date', ({ date }) => date],
    ['week', ({ date }) => weekOf(date, weekStart)],
    ['rule', ({ rule }) => rule],
    ['level', ({ level }) => level],
    ['quantity', ({ quantity }) => quantity],
    ['observed', ({ observed }) => observed],
    ['threshold', ({ threshold }) => threshold],
    ['baseline', ({ baseline }) => baseline],
    ['baselineLow', ({ baselineLow }) => baselineLow],
    ['baselineDate', ({ baselineDate }) => baselineDate],
    ['ratio', ({ ratio }) => ratio],
    ['windowFrom', ({ window }) => window.from],
    ['windowTo', ({ window }) => window.to],
    ['subject', ({ subject }) => subject],
    ['raisedBy', ({ raisedBy }) => joined(raisedBy)],
    ['parts', ({ parts }) => joined(parts.map(({ rule, date }) => `${rule} ${date}`))],
    ['runs', ({ runs }) => joined(runs)],
    ['evidence', ({ evidence }) => joined(evidence)],
    ['title', ({ title }) => title],
    ['because', ({ because }) => because],
    ['reasons', ({ reasons }) => joined(reasons)],
    ['advice', ({ advice }) => advice],
    ['evidenceWords', ({ evidenceWords }) => evidenceWords],
  ]);
}

const joined = (items: readonly string[]): string | null =>
  items.length === 0 ? null : items.join(BETWEEN);
