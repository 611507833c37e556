/**
 * What pages and the API ask of a runner, be it the athlete of the session or the demo runner. Every answer carries the
 * settings it was made with, so that numbers, weeks and words agree.
 */
import type { Warning } from '../analysis/activity.ts';
import type { BeforeFlare } from '../analysis/before-flare.ts';
import type { DashboardView } from '../analysis/dashboard-view.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import type { Corrections } from './corrections.ts';
import type { KeptActivity } from './kept-activity.ts';
import type { KeptList, KeptYear } from './kept-list.ts';
import type { KeptCounts } from './kept-table.ts';
import type { PlanAnswer, PlanRequest } from './plan-answer.ts';
import type { RunAbout } from './run-about.ts';
import type { RunDetail } from './run-detail.ts';
import type { RunYear } from './run-list.ts';
import type { RequestClock } from './runner-clock.ts';
import type { Settings } from './settings.ts';

export interface Runner {
  settings(): Promise<Settings>;
  /** `on`: a past day to look at instead of the latest. */
  dashboard(clock: RequestClock, on: LocalDate | null): Promise<DashboardAnswer>;
  /** The six weeks before a past day; `null` or a day to come is today. */
  beforeFlare(clock: RequestClock, on: LocalDate | null): Promise<BeforeFlareAnswer>;
  /** What can be run next. */
  plan(clock: RequestClock, request: PlanRequest): Promise<PlanAnswer>;
  /** `year`: `null` is the newest with a run. */
  runs(clock: RequestClock, year: number | null): Promise<RunsAnswer>;
  /** `null` when the runner has no run of that id. */
  run(clock: RequestClock, id: string): Promise<RunAnswer | null>;
  /** What has no run to show: another sport, or deleted. `null` when nothing of that id is here. */
  keptActivity(clock: RequestClock, id: string): Promise<KeptAnswer | null>;
  /** `year`: `null` is the newest with an activity of the list. */
  keptActivities(list: KeptList, year: number | null): Promise<KeptListAnswer>;
}

export interface DashboardAnswer {
  settings: Settings;
  /** What the runner has hidden is neither in its flags nor in its status. */
  view: DashboardView;
}

export interface BeforeFlareAnswer {
  settings: Settings;
  today: LocalDate;
  flare: BeforeFlare;
}

export interface RunsAnswer extends RunYear {
  settings: Settings;
  /** What is listed beside the runs. */
  kept: KeptCounts;
}

export interface KeptAnswer {
  settings: Settings;
  activity: KeptActivity;
}

export interface KeptListAnswer extends KeptYear {
  settings: Settings;
  kept: KeptCounts;
}

export interface RunAnswer {
  settings: Settings;
  run: RunDetail;
  source: RunSource;
  /** `null` for a run that nobody can correct: the demo's. */
  about: RunAbout | null;
}

/** Where a run came from: a file, Strava, or both. */
export interface RunSource {
  fileName: string | null;
  /** Key of the raw bytes in R2; the demo's own file name; `null` for a run from Strava, of which nothing raw is kept. */
  storedAs: string | null;
  /** Position of the run among the file's activities. */
  sessionIndex: number;
  /** Offset of the runner's clock from UTC, as used to date the run. */
  utcOffsetS: number;
  corrections: Corrections;
  /** About the file, and about the run. */
  warnings: readonly Warning[];
  /** The same run on Strava; `null` where none is known. */
  strava: RunOnStrava | null;
}

export interface RunOnStrava {
  /** Strava's number of it: digits, more than a number holds. */
  id: string;
  /** As the athlete calls it there. */
  name: string | null;
  /** As Strava has it: `Garmin Forerunner 265`. */
  deviceName: string | null;
}
