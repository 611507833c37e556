/** Every rule, as data. A new rule is one new file, one line here, and its name in `flag.ts`. */
import { capacityGap } from './capacity.ts';
import { baselineDrift } from './drift.ts';
import { firstSpeedSession } from './first-speed-session.ts';
import { nextDayFlare } from './flare.ts';
import { hillSpike } from './hill.ts';
import { hillSprintsIntroduced } from './hill-sprints.ts';
import { mixedSportsWeek } from './mixed-sports.ts';
import { painAboveCeiling } from './pain.ts';
import { persistentSymptoms } from './persistent.ts';
import { raceBuildRamp } from './race-build.ts';
import { returnWithoutBaseline } from './recovery.ts';
import type { Rule } from './rule.ts';
import { sessionDistanceSpike, sessionLoadSpike } from './session.ts';
import { shoeChange } from './shoe-change.ts';
import { shortRecovery } from './short-recovery.ts';
import { speedSpike } from './speed.ts';
import { speedSessionsAdded } from './speed-sessions.ts';
import { stackedIncreases } from './stacked.ts';
import { stiffnessRise } from './stiffness.ts';
import { surfaceChange } from './surface-change.ts';
import { urgentSigns } from './urgent.ts';
import { weekAboveUsual } from './week.ts';

/** A rule sees the flags of those above it. */
export const RULES: readonly Rule[] = [
  sessionDistanceSpike,
  sessionLoadSpike,
  speedSpike,
  firstSpeedSession,
  speedSessionsAdded,
  hillSpike,
  hillSprintsIntroduced,
  weekAboveUsual,
  raceBuildRamp,
  returnWithoutBaseline,
  surfaceChange,
  shoeChange,
  mixedSportsWeek,
  shortRecovery,
  stackedIncreases,
  stiffnessRise,
  nextDayFlare,
  painAboveCeiling,
  baselineDrift,
  capacityGap,
  persistentSymptoms,
  urgentSigns,
];
