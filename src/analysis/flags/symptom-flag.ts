/** Writes down what a flag about the runner's own words rests on. Clinical advice all of it; no ratio is formed of pain. */
import type { Flag } from './flag.ts';

export type SymptomFinding = Pick<
  Flag,
  'rule' | 'date' | 'level' | 'quantity' | 'observed' | 'window'
> &
  Partial<Pick<Flag, 'threshold' | 'baseline' | 'ratio' | 'runs' | 'subject' | 'parts'>>;

export function symptomFlag(finding: SymptomFinding): Flag {
  return {
    threshold: null,
    baseline: null,
    baselineLow: null,
    baselineDate: null,
    ratio: null,
    runs: [],
    evidence: ['clinical'],
    subject: null,
    raisedBy: [],
    parts: [],
    ...finding,
  };
}
