/**
 * One spike or caution, with the arithmetic that raised it. Wording lives in `web/words`, never here. Stacked increases
 * carry the arithmetic of their first part; the others are in `parts`.
 */
import type { LocalDate } from '../local-date.ts';

/** From the least to the most. */
export const FLAG_LEVELS = ['note', 'above', 'well-above', 'urgent'] as const;
export type FlagLevel = (typeof FLAG_LEVELS)[number];

export const RULE_IDS = [
  'session-distance-spike',
  'session-load-spike',
  'speed-spike',
  'first-speed-session',
  'speed-sessions-added',
  'hill-spike',
  'hill-sprints-introduced',
  'week-above-usual',
  'race-build-ramp',
  'stacked-increases',
  'short-recovery',
  'surface-change',
  'shoe-change',
  'mixed-sports-week',
  'return-without-baseline',
  'stiffness-rise',
  'next-day-flare',
  'pain-above-ceiling',
  'baseline-drift',
  'capacity-gap',
  'persistent-symptoms',
  'urgent-signs',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** What running adds up to. `ascentM` and `uphillM` are climb and distance at +5 % or steeper. */
export const LOAD_QUANTITIES = ['distanceM', 'fastM', 'ascentM', 'uphillM', 'loadAeKm'] as const;
export type LoadQuantity = (typeof LOAD_QUANTITIES)[number];

/**
 * What the runner says: points of 10 (`stiffness`, `firstStepsPain`, `pain`), minutes, heel raises, days with symptoms; an answer of the
 * next morning and a ticked sign count 1.
 */
export const SYMPTOM_QUANTITIES = [
  'stiffness',
  'stiffnessMin',
  'firstStepsPain',
  'pain',
  'nextDayResponse',
  'heelRaises',
  'symptomDays',
  'signs',
] as const;
export type SymptomQuantity = (typeof SYMPTOM_QUANTITIES)[number];

/** What went with the running: sessions, sprints, hours between two runs, metres on a new surface, millimetres of heel drop, new shoes. */
export const TRAINING_QUANTITIES = [
  'speedSessions',
  'hillSprints',
  'hoursApart',
  'surfaceM',
  'heelDropMm',
  'newShoes',
] as const;

/** What a flag counts. */
export const QUANTITIES = [
  ...LOAD_QUANTITIES,
  ...TRAINING_QUANTITIES,
  ...SYMPTOM_QUANTITIES,
] as const;
export type Quantity = (typeof QUANTITIES)[number];

export function isLoadQuantity(quantity: Quantity): quantity is LoadQuantity {
  return LOAD_QUANTITIES.some((known) => known === quantity);
}

/** What lifts a flag above the level its own arithmetic gives. */
export type LevelReason = 'symptoms' | 'recent-trouble';

/** How strong the evidence behind a rule is; see `src/analysis/README.md`. */
export type EvidenceGrade = 'cohort' | 'mechanics' | 'clinical' | 'heuristic' | 'logic';

export interface Flag {
  rule: RuleId;
  /** The run's day, or the last day of the rolling week judged. */
  date: LocalDate;
  level: FlagLevel;
  quantity: Quantity;
  /** In the quantity's unit. */
  observed: number;
  /** Smallest value beyond which this level begins, same unit; `null` where a rule has none. */
  threshold: number | null;
  /** What the runner was used to, same unit: 30-day longest, or largest of the last eight weeks. */
  baseline: number | null;
  /** Lower end of the usual range for weekly rules; `null` elsewhere. */
  baselineLow: number | null;
  /** The day that set the baseline (last day of its window for weekly rules). */
  baselineDate: LocalDate | null;
  /** Of a planned run: runs that were themselves flagged in the last two weeks count as no more than what came before them. */
  leavesOutSpikes?: true;
  /** observed ÷ baseline; `null` without baseline, and where the baseline is below what the rule takes for none. */
  ratio: number | null;
  /** The days the baseline was taken from, both included; for stacked increases the days in which they rose. */
  window: { from: LocalDate; to: LocalDate };
  /** Ids of the runs that make up `observed`, newest last. */
  runs: string[];
  evidence: readonly EvidenceGrade[];
  /** What the flag is about where no number tells it: a surface, a shoe, a sport, a sign, the spot that hurts, the weaker side. */
  subject: string | null;
  /** Why `level` is higher than the arithmetic alone gives; empty where it is not. */
  raisedBy: readonly LevelReason[];
  /** For stacked increases the flags that rose together, for stiffer mornings each of them, for a flare the flags of the runs before it. */
  parts: { rule: RuleId; quantity: Quantity; date: LocalDate; ratio: number | null }[];
}

const RULES_OF_ONE_RUN: ReadonlySet<RuleId> = new Set([
  'session-distance-spike',
  'session-load-spike',
  'speed-spike',
  'first-speed-session',
  'hill-spike',
  'hill-sprints-introduced',
  'surface-change',
  'shoe-change',
  'return-without-baseline',
]);

/** Whether a flag speaks of a single run, not of several, nor of how the tendon feels. */
export const isOfOneRun = ({ rule }: Flag): boolean => RULES_OF_ONE_RUN.has(rule);
