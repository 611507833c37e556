/** The demo runner as pages ask for one. Knows no storage: the history is given, judged and kept in memory. */
import { beforeFlare } from '../analysis/before-flare.ts';
import { dashboardView } from '../analysis/dashboard-view.ts';
import { type History, judgeHistory } from '../analysis/history.ts';
import type { LocalDate, WeekStart } from '../analysis/local-date.ts';
import { type DemoHistory, demoDiaryFor, demoRunsFor, demoToday } from './demo-history.ts';
import { type PlanAnswer, type PlanRequest, planAnswer } from './plan-answer.ts';
import { runDetail } from './run-detail.ts';
import { runsOfYear } from './run-list.ts';
import type {
  BeforeFlareAnswer,
  DashboardAnswer,
  KeptListAnswer,
  RunAnswer,
  Runner,
  RunsAnswer,
} from './runner.ts';
import { dateIn, pastDay, type RequestClock } from './runner-clock.ts';
import type { Settings } from './settings.ts';

const NOTHING_KEPT = { otherSports: 0, deleted: 0 };

export class DemoRunner implements Runner {
  readonly #demo: DemoHistory;
  readonly #settings: Settings;

  /** `settings` are the visitor's: units and weeks are theirs, the rest is the demo's own. */
  constructor(demo: DemoHistory, settings: Settings) {
    this.#demo = demo;
    this.#settings = { ...settings, fastThresholdMps: null };
  }

  async settings(): Promise<Settings> {
    return this.#settings;
  }

  async dashboard(clock: RequestClock, on: LocalDate | null): Promise<DashboardAnswer> {
    const today = this.#today(clock);
    const view = dashboardView(this.#history(today), today, pastDay(on, today));
    return { settings: this.#settings, view };
  }

  async beforeFlare(clock: RequestClock, on: LocalDate | null): Promise<BeforeFlareAnswer> {
    const today = this.#today(clock);
    const flare = beforeFlare(this.#history(today), pastDay(on, today) ?? today);
    return { settings: this.#settings, today, flare };
  }

  async plan(clock: RequestClock, request: PlanRequest): Promise<PlanAnswer> {
    const today = this.#today(clock);
    return planAnswer(this.#history(today), this.#settings, today, request);
  }

  async runs(clock: RequestClock, year: number | null): Promise<RunsAnswer> {
    const runs = runsOfYear(this.#history(this.#today(clock)), year);
    return { settings: this.#settings, kept: NOTHING_KEPT, ...runs };
  }

  async run(clock: RequestClock, id: string): Promise<RunAnswer | null> {
    const file = this.#demo.runs.find((run) => run.id === id);
    const run = runDetail(this.#history(this.#today(clock)), id);
    if (file === undefined || run === null) return null;
    const { fileName, utcOffsetS } = file;
    const { warnings } = run.exposure;
    const origin = { fileName, storedAs: fileName, sessionIndex: 0, utcOffsetS, warnings };
    const source = { ...origin, corrections: {}, strava: null };
    return { settings: this.#settings, run, source, about: null };
  }

  /** The demo runner only runs, and nobody can delete a run of hers. */
  async keptActivity(): Promise<null> {
    return null;
  }

  async keptActivities(): Promise<KeptListAnswer> {
    const settings = this.#settings;
    return { settings, kept: NOTHING_KEPT, activities: [], year: null, years: [] };
  }

  #today({ nowS, timeZone }: RequestClock): LocalDate {
    return demoToday(this.#demo, dateIn(nowS, this.#settings.timeZone, timeZone));
  }

  #history(today: LocalDate): History {
    const { weekStart } = this.#settings;
    const known = judgedByWeekStart.get(weekStart);
    if (known?.today === today) return known.history;
    const runs = demoRunsFor(this.#demo, today);
    const history = judgeHistory(runs, this.#settings, today, demoDiaryFor(this.#demo, today));
    judgedByWeekStart.set(weekStart, { today, history });
    return history;
  }
}

/** The demo is the same for everyone who starts the week on the same day: judged once per isolate and week. */
const judgedByWeekStart = new Map<WeekStart, { today: LocalDate; history: History }>();
