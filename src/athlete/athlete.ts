/**
 * Everything one athlete owns, behind one door: the Durable Object named by the athlete's id. Callers pass plain data and
 * get plain data; no request makes it decode a file, and it speaks no HTTP. Each change is one synchronous transaction.
 */
import { DurableObject } from 'cloudflare:workers';
import { dashboardView } from '../analysis/dashboard-view.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { FAST_RATIO } from '../analysis/policy.ts';
import type { Bindings } from '../bindings.ts';
import {
  type ActivitySummary,
  activitiesOfFile,
  findActivity,
  insertFile,
  listActivities,
  redateActivities,
  setDeletedAt,
  writeActivity,
} from './activity-table.ts';
import type { AnalysedFile } from './analysed-file.ts';
import { type FlagKey, hideFlag, showFlag, withoutHidden } from './hidden-flags.ts';
import { HistoryCache } from './history-cache.ts';
import { isAnalysisOutdated, reanalyseSome } from './reanalyse.ts';
import { runDetail } from './run-detail.ts';
import { runsOfYear } from './run-list.ts';
import type { DashboardAnswer, RunAnswer, RunsAnswer } from './runner.ts';
import { dateIn, pastDay, type RequestClock, startDate, utcOffsetAt } from './runner-clock.ts';
import { migrate } from './schema.ts';
import { readSettings, type Settings, writeSettings } from './settings.ts';

/** `isNew` is false when the very same bytes were here before: then nothing has changed. */
export interface AddedFile {
  isNew: boolean;
  activities: ActivitySummary[];
}

export interface VersionedDashboard {
  version: string;
  /** `null`: as the caller knows it. */
  answer: DashboardAnswer | null;
}

export class Athlete extends DurableObject<Bindings> {
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;
  readonly #history: HistoryCache;
  /** Changes since this object came to life: together they tell one state of the athlete from every other. */
  readonly #life = crypto.randomUUID();
  #changes = 0;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    this.#storage = ctx.storage;
    this.#sql = ctx.storage.sql;
    this.#history = new HistoryCache(this.#sql);
    migrate(ctx.storage);
    if (isAnalysisOutdated(this.#sql)) ctx.waitUntil(ctx.storage.setAlarm(Date.now()));
  }

  /** Analyses a few outdated files again, and comes back for the rest. */
  override async alarm(): Promise<void> {
    const isMore = await reanalyseSome(this.#storage, this.env.FILES);
    this.#runsChanged();
    if (isMore) await this.#storage.setAlarm(Date.now());
  }

  /** The activities made from these very bytes; `null` when they were never imported. */
  findFile(sha256: string): ActivitySummary[] | null {
    return activitiesOfFile(this.#sql, sha256);
  }

  /**
   * Keeps a file's activities: all of them or none. `timeZone` is where the sender says the runner lives; it becomes the
   * setting when there is none yet.
   */
  addFile(file: AnalysedFile, clock: RequestClock, timeZone: string | null): AddedFile {
    const known = activitiesOfFile(this.#sql, file.sha256);
    if (known !== null) return { isNew: false, activities: known };
    this.#storage.transactionSync(() => {
      const settings = readSettings(this.#sql);
      if (settings.timeZone === null && timeZone !== null) {
        this.#store({ ...settings, timeZone });
      }
      insertFile(this.#sql, file, clock.nowS);
      for (const activity of file.activities) {
        const localDate = startDate(activity, settings.timeZone, timeZone, clock.timeZone);
        writeActivity(this.#sql, file.sha256, activity, localDate);
      }
    });
    this.#runsChanged();
    return { isNew: true, activities: activitiesOfFile(this.#sql, file.sha256) ?? [] };
  }

  /** See `Runner`. `knownVersion` is that of an answer the caller still has; it is not made again. */
  dashboard(
    clock: RequestClock,
    on: LocalDate | null,
    knownVersion: string | null,
  ): VersionedDashboard {
    const settings = this.settings();
    const today = this.#today(clock, settings);
    const version = `${this.#life} ${this.#changes} ${today}`;
    if (version === knownVersion) return { version, answer: null };
    const view = dashboardView(this.#history.on(today, settings), today, pastDay(on, today));
    const flags = withoutHidden(this.#sql, view.flags, today);
    return { version, answer: { settings, view: { ...view, flags } } };
  }

  /** See `Runner`. */
  runs(clock: RequestClock, year: number | null): RunsAnswer {
    const settings = this.settings();
    const history = this.#history.on(this.#today(clock, settings), settings);
    return { settings, ...runsOfYear(history, year) };
  }

  /** See `Runner`. */
  run(clock: RequestClock, id: string): RunAnswer | null {
    const settings = this.settings();
    const run = runDetail(this.#history.on(this.#today(clock, settings), settings), id);
    const record = run === null ? null : findActivity(this.#sql, run.id);
    if (run === null || record === null) return null;
    const { storedAs, sessionIndex, fileName } = record;
    const utcOffsetS = utcOffsetAt(record, settings.timeZone, clock.timeZone);
    return { settings, run, source: { fileName, storedAs, sessionIndex, utcOffsetS } };
  }

  /** Newest first, every sport; what was deleted is left out. */
  activities(): ActivitySummary[] {
    return listActivities(this.#sql);
  }

  /** False when there is no activity of that id. Deleting twice is deleting once. */
  deleteActivity(id: string, nowS: number): boolean {
    return this.#setDeletedAt(id, nowS);
  }

  restoreActivity(id: string): boolean {
    return this.#setDeletedAt(id, null);
  }

  settings(): Settings {
    return readSettings(this.#sql);
  }

  changeSettings(change: Partial<Settings>): Settings {
    const settings = { ...readSettings(this.#sql), ...change };
    this.#storage.transactionSync(() => this.#store(settings));
    return settings;
  }

  /** What counts as fast without the runner's own threshold; `null` without enough runs. */
  usualFastThresholdMps(clock: RequestClock): number | null {
    const settings = this.settings();
    const { runs } = this.#history.on(this.#today(clock, settings), settings);
    const usualSpeedMps = runs.at(-1)?.speed?.usualSpeedMps;
    return usualSpeedMps == null ? null : FAST_RATIO * usualSpeedMps;
  }

  hideFlag(flag: FlagKey, clock: RequestClock): void {
    hideFlag(this.#sql, flag, this.#today(clock, this.settings()));
    this.#changes++;
  }

  showFlag(flag: FlagKey): void {
    showFlag(this.#sql, flag);
    this.#changes++;
  }

  #today(clock: RequestClock, settings: Settings): LocalDate {
    return dateIn(clock.nowS, settings.timeZone, clock.timeZone);
  }

  /** Call inside a transaction: a new time zone dates again what has no offset of its own. */
  #store(settings: Settings): void {
    const { timeZone } = readSettings(this.#sql);
    writeSettings(this.#sql, settings);
    this.#changes++;
    if (settings.timeZone === timeZone) return;
    redateActivities(this.#sql, (startTimeS) => dateIn(startTimeS, settings.timeZone));
    this.#runsChanged();
  }

  #setDeletedAt(id: string, deletedAtS: number | null): boolean {
    const isKnown = setDeletedAt(this.#sql, id, deletedAtS);
    if (isKnown) this.#runsChanged();
    return isKnown;
  }

  #runsChanged(): void {
    this.#changes++;
    this.#history.runsChanged();
  }
}
