/**
 * What a flag says: what happened, the arithmetic, what to do, how strong the evidence is. Used by the pages, the JSON
 * API and the command line. Wording rules: number, range, action; no "safe", no percentage of risk, no diagnosis. The
 * words of a rule stand in `flags/`, in one line of `RULE_WORDS` here.
 */
import type { Flag, FlagLevel, RuleId } from '../../../src/analysis/flags/flag.ts';
import type { Units } from '../../format.ts';
import {
  mixedSportsWeekWords,
  shoeChangeWords,
  surfaceChangeWords,
} from './flags/context-words.ts';
import { evidenceWords } from './flags/evidence-words.ts';
import { LEVEL_REASON_WORDS } from './flags/level-reason-words.ts';
import type { RuleWords } from './flags/rule-words.ts';
import {
  hillSpikeWords,
  returnWithoutBaselineWords,
  sessionDistanceSpikeWords,
  sessionLoadSpikeWords,
  speedSpikeWords,
} from './flags/session-words.ts';
import { stackedIncreasesWords } from './flags/stacked-words.ts';
import {
  baselineDriftWords,
  capacityGapWords,
  nextDayFlareWords,
  painAboveCeilingWords,
  persistentSymptomsWords,
  stiffnessRiseWords,
  urgentSignsWords,
} from './flags/symptom-words.ts';
import {
  firstSpeedSessionWords,
  hillSprintsIntroducedWords,
  raceBuildRampWords,
  shortRecoveryWords,
  speedSessionsAddedWords,
} from './flags/training-words.ts';
import { weekAboveUsualWords } from './flags/week-words.ts';

export interface FlagWords {
  /** What happened, in a few words. */
  title: string;
  /** The arithmetic: observed, baseline, change. */
  because: string;
  advice: string;
  /** How strong the evidence behind the rule is. */
  evidence: string;
}

export const LEVEL_WORDS: Record<FlagLevel, string> = {
  note: 'Worth knowing',
  above: 'Above usual',
  'well-above': 'Well above usual',
  urgent: 'Urgent',
};

/**
 * The level a flag is shown with. A week beyond its usual range is flagged one level lower than it is called: alone, a
 * high week is the weaker sign. The status and the cards call it by the range.
 */
export function shownLevel({ rule, level }: Flag): FlagLevel {
  if (rule !== 'week-above-usual') return level;
  return level === 'note' ? 'above' : 'well-above';
}

const RULE_WORDS: Record<RuleId, RuleWords> = {
  'session-distance-spike': sessionDistanceSpikeWords,
  'session-load-spike': sessionLoadSpikeWords,
  'speed-spike': speedSpikeWords,
  'first-speed-session': firstSpeedSessionWords,
  'speed-sessions-added': speedSessionsAddedWords,
  'hill-spike': hillSpikeWords,
  'hill-sprints-introduced': hillSprintsIntroducedWords,
  'week-above-usual': weekAboveUsualWords,
  'race-build-ramp': raceBuildRampWords,
  'stacked-increases': stackedIncreasesWords,
  'short-recovery': shortRecoveryWords,
  'surface-change': surfaceChangeWords,
  'shoe-change': shoeChangeWords,
  'mixed-sports-week': mixedSportsWeekWords,
  'return-without-baseline': returnWithoutBaselineWords,
  'stiffness-rise': stiffnessRiseWords,
  'next-day-flare': nextDayFlareWords,
  'pain-above-ceiling': painAboveCeilingWords,
  'baseline-drift': baselineDriftWords,
  'capacity-gap': capacityGapWords,
  'persistent-symptoms': persistentSymptomsWords,
  'urgent-signs': urgentSignsWords,
};

/** The words of one flag in the runner's units. */
export function describeFlag(flag: Flag, units: Units): FlagWords {
  const words = RULE_WORDS[flag.rule];
  return {
    title: words.title(flag, units),
    because: words.because(flag, units),
    advice: words.advice(flag, units),
    evidence: words.evidence?.(flag) ?? evidenceWords(flag),
  };
}

/** Why the level is higher than the arithmetic alone gives, each a sentence. */
export const levelReasons = ({ raisedBy }: Flag): string[] =>
  raisedBy.map((reason) => LEVEL_REASON_WORDS[reason]);
