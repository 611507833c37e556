/** Every rule, as data. A new rule is one new file, one line here, and its name in `flag.ts`. */
import { capacityGap } from './capacity.ts';
import { baselineDrift } from './drift.ts';
import { nextDayFlare } from './flare.ts';
import { hillSpike } from './hill.ts';
import { painAboveCeiling } from './pain.ts';
import { persistentSymptoms } from './persistent.ts';
import { returnWithoutBaseline } from './recovery.ts';
import type { Rule } from './rule.ts';
import { sessionDistanceSpike, sessionLoadSpike } from './session.ts';
import { speedSpike } from './speed.ts';
import { stackedIncreases } from './stacked.ts';
import { stiffnessRise } from './stiffness.ts';
import { urgentSigns } from './urgent.ts';
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
  stiffnessRise,
  nextDayFlare,
  painAboveCeiling,
  baselineDrift,
  capacityGap,
  persistentSymptoms,
  urgentSigns,
];
