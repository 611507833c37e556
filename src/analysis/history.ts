/**
 * The whole history judged at once: runs, every local day, rolling weeks, calendar weeks, flags. Pure: `today` and the
 * runner's settings are arguments. What is said of a day rests on that day and earlier ones alone, so that looking back
 * shows what was known then.
 */
import { type DailyLoad, dailyLoad } from './daily-load.ts';
import type { Flag } from './flags/flag.ts';
import { inOrder } from './flags/order.ts';
import { RULES } from './flags/rules.ts';
import { type HistoryRun, type JudgedRun, judgeRuns } from './judged-run.ts';
import { addDays, type LocalDate, type WeekStart } from './local-date.ts';
import { FUTURE_DAYS } from './policy.ts';
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
  days: DailyLoad;
  /** The seven days up to each day. */
  rolling: RollingWeek;
  weekStart: WeekStart;
  /** Calendar weeks, oldest first; the last one may be partial. */
  weeks: WeekLoad[];
  /** Oldest first; those of one day in the order in which they are shown. */
  flags: Flag[];
}

/**
 * `runs` in any order, one for each id. A run dated more than a day after `today` was recorded with a wrong clock and is left out; a run of
 * the day after happens to travellers and extends the history to it.
 */
export function judgeHistory(
  runs: readonly HistoryRun[],
  settings: AnalysisSettings,
  today: LocalDate,
): History {
  const latest = addDays(today, FUTURE_DAYS);
  const inOrderOfTime = runs.filter((run) => run.localDate <= latest).sort(byTime);
  const judged = judgeRuns(inOrderOfTime, settings.fastThresholdMps);
  const lastRunDate = judged.at(-1)?.localDate ?? today;
  const lastDate = lastRunDate > today ? lastRunDate : today;
  const days = dailyLoad(judged, lastDate);
  const rolling = rollingWeek(days);
  const { weekStart } = settings;
  return {
    runs: judged,
    days,
    rolling,
    weekStart,
    weeks: weeklyLoad({ runs: judged, days, rolling, weekStart }, lastDate),
    flags: raiseFlags(judged, days, rolling),
  };
}

/** Days first: across the date line a later run may bear an earlier date. Equal starts by id, so that order of import never matters. */
function byTime(a: HistoryRun, b: HistoryRun): number {
  if (a.localDate !== b.localDate) return a.localDate < b.localDate ? -1 : 1;
  if (a.startTimeS !== b.startTimeS) return a.startTimeS - b.startTimeS;
  return a.id < b.id ? -1 : 1;
}

function raiseFlags(runs: readonly JudgedRun[], days: DailyLoad, rolling: RollingWeek): Flag[] {
  const raised: Flag[] = [];
  for (const rule of RULES) raised.push(...rule.judge({ runs, days, rolling, raised }));
  const byDate = new Map<LocalDate, Flag[]>();
  for (const flag of raised) byDate.set(flag.date, [...(byDate.get(flag.date) ?? []), flag]);
  return [...byDate.keys()].sort().flatMap((date) => inOrder(byDate.get(date) as Flag[]));
}
