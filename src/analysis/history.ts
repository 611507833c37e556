/**
 * The whole history judged at once: runs, every local day, rolling weeks, calendar weeks, flags. Pure: `today` and the
 * runner's settings are arguments. What is said of a day rests on that day and earlier ones alone, so that looking back
 * shows what was known then.
 */
import { countedRuns, type LeftOutRun } from './counted-runs.ts';
import { type DailyLoad, dailyLoad } from './daily-load.ts';
import type { Diary } from './diary.ts';
import type { Flag } from './flags/flag.ts';
import { withSymptoms } from './flags/levels.ts';
import { inOrder } from './flags/order.ts';
import type { RuleInput } from './flags/rule.ts';
import { RULES } from './flags/rules.ts';
import { type HistoryRun, type JudgedRun, judgeRuns } from './judged-run.ts';
import type { LocalDate, WeekStart } from './local-date.ts';
import { type MonthLoad, monthlyLoad } from './monthly-load.ts';
import { PAIN_CEILING } from './policy.ts';
import { type RollingWeek, rollingWeek } from './rolling-week.ts';
import { type WeekLoad, weeklyLoad } from './weekly-load.ts';

export interface AnalysisSettings {
  weekStart: WeekStart;
  /** The runner's own threshold speed; `null` means 1.25 × usual speed. */
  fastThresholdMps: number | null;
}

export interface History {
  /** Oldest first. */
  runs: JudgedRun[];
  /** What counts nowhere in this history, and why. */
  leftOut: LeftOutRun[];
  days: DailyLoad;
  /** The seven days up to each day. */
  rolling: RollingWeek;
  weekStart: WeekStart;
  /** Calendar weeks, oldest first; the last one may be partial. */
  weeks: WeekLoad[];
  /** Their averages, oldest first. */
  months: MonthLoad[];
  /** Oldest first; those of one day in the order in which they are shown. */
  flags: Flag[];
  /** As it was given. */
  diary: Diary;
}

/** Nobody has said anything. */
export const EMPTY_DIARY: Diary = {
  checkIns: [],
  signs: [],
  otherSports: [],
  profile: {
    lastTroubleDate: null,
    spot: null,
    painCeiling: PAIN_CEILING,
    isReturning: false,
    criteriaMet: {},
  },
};

/** `runs` in any order, one for each id. The history ends `today`, or a day later when a traveller's last run is dated so. */
export function judgeHistory(
  runs: readonly HistoryRun[],
  settings: AnalysisSettings,
  today: LocalDate,
  diary: Diary = EMPTY_DIARY,
): History {
  const { counted, leftOut } = countedRuns(runs, today);
  const judged = judgeRuns(counted, settings.fastThresholdMps);
  const lastRunDate = judged.at(-1)?.localDate ?? today;
  const lastDate = lastRunDate > today ? lastRunDate : today;
  const days = dailyLoad(judged, lastDate);
  const rolling = rollingWeek(days);
  const { weekStart } = settings;
  const weeks = weeklyLoad({ runs: judged, days, rolling, weekStart }, lastDate);
  return {
    runs: judged,
    leftOut,
    days,
    rolling,
    weekStart,
    weeks,
    months: monthlyLoad({ runs: judged, days, rolling, diary }, weeks, lastDate),
    flags: raiseFlags({ runs: judged, days, rolling, diary, lastDate }),
    diary,
  };
}

/** Every rule asked; oldest first, those of one day in the order in which they are shown. */
export function raiseFlags(input: Omit<RuleInput, 'raised'>): Flag[] {
  const raised: Flag[] = [];
  for (const rule of RULES) raised.push(...rule.judge({ ...input, raised }));
  const byDate = new Map<LocalDate, Flag[]>();
  for (const flag of raised) {
    // A check-in of a day to come is of no day judged.
    if (flag.date > input.lastDate) continue;
    const ofDay = byDate.get(flag.date) ?? [];
    ofDay.push(withSymptoms(flag, input.diary));
    byDate.set(flag.date, ofDay);
  }
  return [...byDate.keys()]
    .sort()
    .flatMap((date) => inOrder(byDate.get(date) as Flag[], input.diary.profile.spot));
}
