/** Every rule, as data. A new rule is one new file, one line here, and its name in `flag.ts`. */
import { hillSpike } from './hill.ts';
import { returnWithoutBaseline } from './recovery.ts';
import type { Rule } from './rule.ts';
import { sessionDistanceSpike, sessionLoadSpike } from './session.ts';
import { speedSpike } from './speed.ts';
import { stackedIncreases } from './stacked.ts';
import { weekAboveUsual } from './week.ts';

/** A rule sees the flags of those above it. */
export const RULES: readonly Rule[] = [
  sessionDistanceSpike,
  sessionLoadSpike,
  speedSpike,
  hillSpike,
  weekAboveUsual,
  returnWithoutBaseline,
  stackedIncreases,
];
