/** What a rule speaks of: how the tendon feels, how much was run, or what went with it. Decides order and how levels are merged. */
import type { RuleId } from './flag.ts';

const SYMPTOM_RULES: ReadonlySet<RuleId> = new Set([
  'stiffness-rise',
  'next-day-flare',
  'pain-above-ceiling',
  'baseline-drift',
  'capacity-gap',
  'persistent-symptoms',
  'urgent-signs',
]);

/** Worth knowing beside the load; nothing in them is a rise of it. */
const CONTEXT_RULES: ReadonlySet<RuleId> = new Set([
  'surface-change',
  'shoe-change',
  'mixed-sports-week',
  'return-without-baseline',
]);

export const isSymptomRule = (rule: RuleId): boolean => SYMPTOM_RULES.has(rule);

export const isLoadRule = (rule: RuleId): boolean =>
  !SYMPTOM_RULES.has(rule) && !CONTEXT_RULES.has(rule);
