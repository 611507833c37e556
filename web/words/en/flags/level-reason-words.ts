/** Why a flag stands higher than its own arithmetic. */
import type { LevelReason } from '../../../../src/analysis/flags/flag.ts';

export const LEVEL_REASON_WORDS: Record<LevelReason, string> = {
  symptoms: 'Raised to the highest: the tendon itself complained that day.',
  'recent-trouble': 'Raised one level: Achilles trouble in the last 12 months.',
};
