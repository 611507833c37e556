/**
 * The history as the dashboard shows it: one status, flags in order, weeks, the rolling load line and session spikes.
 * Numbers and names only; sentences are made in `web/words`.
 */
import type { Flag } from './flags/flag.ts';
import type { History } from './history.ts';
import type { LocalDate } from './local-date.ts';
import type { WeekLoad } from './weekly-load.ts';

export type StatusKind =
  /** No run at all. */
  | 'empty'
  /** Under four weeks with a run or eight runs: bars, no band, no level. */
  | 'not-enough-data'
  | 'usual'
  | 'above'
  | 'well-above';

export interface DashboardStatus {
  kind: StatusKind;
  /** Runs that the status rests on, and the day of the first of them. */
  runCount: number;
  firstRunDate: LocalDate | null;
  lastRunDate: LocalDate | null;
  /** The last run is more than 14 days before `today`: rest, or missing files? */
  isStale: boolean;
  /** Runs of the last 12 weeks without altitude: climb is a minimum. */
  runsWithoutAltitude: number;
}

/** Rolling 7-day Achilles load at the end of each day, oldest first. */
export interface LoadLine {
  firstDate: LocalDate;
  loadAeKm: (number | null)[];
  lowAeKm: (number | null)[];
  highAeKm: (number | null)[];
  usualLowAeKm: (number | null)[];
  usualHighAeKm: (number | null)[];
  /** Median of complete 7-day windows with a run in the last year: drawn as 100. */
  medianWeekAeKm: number | null;
}

/** A run against the longest of the 30 days before it. */
export interface SessionComparison {
  runId: string;
  date: LocalDate;
  distanceM: number;
  longestBeforeM: number | null;
  longestBeforeDate: LocalDate | null;
  /** distance ÷ longest before; `null` without a baseline. */
  ratio: number | null;
}

export interface DashboardView {
  /** The runner's day. */
  today: LocalDate;
  /** The day looked at: `today`, or the last run's day when that lies more than 12 weeks back, or a chosen past day. */
  asOf: LocalDate;
  status: DashboardStatus;
  /** Flags of the 7 days up to `asOf`, not hidden; the first three are shown first. */
  flags: Flag[];
  /** From the first run's week to the week of `asOf`. */
  weeks: WeekLoad[];
  loadLine: LoadLine | null;
  sessions: SessionComparison[];
}
export declare function dashboardView(
  history: History,
  today: LocalDate,
  asOf?: LocalDate,
): DashboardView;
