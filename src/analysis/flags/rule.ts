/** What a rule is: a name and one function from the judged history to the flags it raises. A rule knows nothing of wording or order. */
import type { DailyLoad } from '../daily-load.ts';
import type { Diary } from '../diary.ts';
import type { JudgedRun } from '../judged-run.ts';
import type { LocalDate } from '../local-date.ts';
import type { RollingWeek } from '../rolling-week.ts';
import type { Flag, RuleId } from './flag.ts';

/** What a rule may look at. For a flag of one day it must look at nothing later than that day. */
export interface RuleInput {
  /** In order of their days. */
  runs: readonly JudgedRun[];
  days: DailyLoad;
  rolling: RollingWeek;
  /** Of later days too: a rule takes of it what the day it judges knew. */
  diary: Diary;
  /** The last day judged. */
  lastDate: LocalDate;
  /** Flags of the rules before it, for rules about flags. */
  raised: readonly Flag[];
}

export interface Rule {
  id: RuleId;
  /** The flags of the whole history, in any order. */
  judge(input: RuleInput): Flag[];
}
