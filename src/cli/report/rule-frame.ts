/**
 * How often each rule speaks, per 100 running weeks: calendar weeks that hold a run. Counted from the flags and the weeks
 * beside it, so that anyone can count again.
 */
import { type FlagLevel, RULE_IDS, type RuleId } from '../../analysis/flags/flag.ts';
import { isLoadRule } from '../../analysis/flags/rule-kind.ts';
import { type DataFrame, type FrameRow, frameOf, rowsOf } from './data-frame.ts';

/** What stands in the place of a rule: any rule of load, from the level `above` on. */
export const ANY_LOAD_RULE = 'any load rule, above or worse';

const PER = 100;

/** Of the rules that spoke, in the order in which they are judged, and of all rules of load together. */
export function ruleFrame(flags: DataFrame, runs: DataFrame): DataFrame {
  const runningWeeks = new Set(rowsOf(runs).map(({ week }) => week)).size;
  const rows = rowsOf(flags);
  const byRule = RULE_IDS.map((rule) => ({
    rule: rule as string,
    flags: rows.filter((flag) => flag.rule === rule),
  })).filter(({ flags }) => flags.length > 0);
  const loud = rows.filter(isLoud);
  const weekCount = (flags: readonly FrameRow[]) => new Set(flags.map(({ week }) => week)).size;
  return frameOf(
    [...byRule, { rule: ANY_LOAD_RULE, flags: loud }],
    [
      ['rule', ({ rule }) => rule],
      ['flagCount', ({ flags }) => flags.length],
      ['weekCount', ({ flags }) => weekCount(flags)],
      ['runningWeeks', () => runningWeeks],
      ['flagsPer100Weeks', ({ flags }) => (PER * flags.length) / runningWeeks],
      ['weeksPer100Weeks', ({ flags }) => (PER * weekCount(flags)) / runningWeeks],
    ],
  );
}

const isLoud = ({ rule, level }: FrameRow): boolean =>
  isLoadRule(rule as RuleId) && (level as FlagLevel) !== 'note';
