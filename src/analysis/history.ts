/**
 * The whole history judged at once: runs, every local day, rolling weeks, calendar weeks, flags. Pure: `today` and the
 * runner's settings are arguments.
 */
import type { DailyLoad } from './daily-load.ts';
import type { Flag } from './flags/flag.ts';
import type { HistoryRun, JudgedRun } from './judged-run.ts';
import type { LocalDate, WeekStart } from './local-date.ts';
import type { WeekLoad } from './weekly-load.ts';

export interface AnalysisSettings {
  weekStart: WeekStart;
  /** The runner's own threshold speed; `null` means 1.25 × usual speed. */
  fastThresholdMps: number | null;
}

export interface History {
  /** Oldest first. */
  runs: JudgedRun[];
  days: DailyLoad;
  /** Calendar weeks, oldest first; the last one may be partial. */
  weeks: WeekLoad[];
  /** Oldest first. */
  flags: Flag[];
}
export declare function judgeHistory(
  runs: readonly HistoryRun[],
  settings: AnalysisSettings,
  today: LocalDate,
): History;
