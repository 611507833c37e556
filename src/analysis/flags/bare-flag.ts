/** Spells out a flag that has no more to tell than what is given: the rest of its arithmetic is none. */
import type { Flag } from './flag.ts';

type Needed = 'rule' | 'date' | 'level' | 'quantity' | 'observed' | 'window' | 'runs' | 'evidence';

export function bareFlag(given: Pick<Flag, Needed> & Partial<Flag>): Flag {
  return {
    threshold: null,
    baseline: null,
    baselineLow: null,
    baselineDate: null,
    ratio: null,
    subject: null,
    raisedBy: [],
    parts: [],
    ...given,
  };
}
