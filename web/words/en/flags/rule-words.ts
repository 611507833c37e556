/** What the words of one rule are: each a function of the flag, in the runner's units. */
import type { Flag } from '../../../../src/analysis/flags/flag.ts';
import type { Units } from '../../../format.ts';

export interface RuleWords {
  /** What happened, in a few words. */
  title(flag: Flag, units: Units): string;
  /** The arithmetic: observed, baseline, change. */
  because(flag: Flag, units: Units): string;
  advice(flag: Flag, units: Units): string;
  /** How strong the evidence is, where its grades do not tell it all. */
  evidence?(flag: Flag): string;
}
