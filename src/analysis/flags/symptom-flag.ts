/** Writes down what a flag about the runner's own words rests on. Clinical advice all of it; no ratio is formed of pain. */
import { bareFlag } from './bare-flag.ts';
import type { Flag } from './flag.ts';

export type SymptomFinding = Pick<
  Flag,
  'rule' | 'date' | 'level' | 'quantity' | 'observed' | 'window'
> &
  Partial<Pick<Flag, 'threshold' | 'baseline' | 'ratio' | 'runs' | 'subject' | 'parts'>>;

export function symptomFlag(finding: SymptomFinding): Flag {
  return bareFlag({ runs: [], evidence: ['clinical'], ...finding });
}
