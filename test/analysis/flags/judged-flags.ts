/** Flags of a history, in few words. */
import type { Diary } from '../../../src/analysis/diary.ts';
import type { Flag, RuleId } from '../../../src/analysis/flags/flag.ts';
import { judgeHistory } from '../../../src/analysis/history.ts';
import type { HistoryRun } from '../../../src/analysis/judged-run.ts';
import { toEpochDay } from '../../../src/analysis/local-date.ts';
import { day, FIRST_DAY } from '../history-builder.ts';

const SETTINGS = { weekStart: 1, fastThresholdMps: null } as const;

/** All flags up to the day `last` after the first; default the day of the last run. */
export function flagsOf(runs: readonly HistoryRun[], last?: number, diary?: Diary): Flag[] {
  const lastRun =
    runs
      .map(({ localDate }) => localDate)
      .sort()
      .at(-1) ?? FIRST_DAY;
  return judgeHistory(runs, SETTINGS, last === undefined ? lastRun : day(last), diary).flags;
}

export function flagsOfRule(
  rule: RuleId,
  runs: readonly HistoryRun[],
  last?: number,
  diary?: Diary,
): Flag[] {
  return flagsOf(runs, last, diary).filter((flag) => flag.rule === rule);
}

/** `day 12 speed-spike fastM above`, for scenarios with their expected flags beside them. */
export function inWords(flags: readonly Flag[]): string[] {
  const daysLater = (flag: Flag) => toEpochDay(flag.date) - toEpochDay(FIRST_DAY);
  return flags.map((flag) => `day ${daysLater(flag)} ${flag.rule} ${flag.quantity} ${flag.level}`);
}
