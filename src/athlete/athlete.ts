/**
 * Everything one athlete owns, behind one door: the Durable Object named by the athlete's id. Callers pass plain data and
 * get plain data; nothing here decodes a file or speaks HTTP. Each change is one synchronous transaction.
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
  insertActivity,
  insertFile,
  listActivities,
  redateActivities,
  setDeletedAt,
} from './activity-table.ts';
import type { AnalysedFile } from './analysed-file.ts';
import { type FlagKey, hideFlag, showFlag, withoutHidden } from './hidden-flags.ts';
import { HistoryCache } from './history-cache.ts';
import { runDetail } from './run-detail.ts';
import { runsOfYear } from './run-list.ts';
import type { DashboardAnswer, RunAnswer, RunsAnswer } from './runner.ts';
import { dateIn, type RequestClock, startDate, utcOffsetAt } from './runner-clock.ts';
import { migrate } from './schema.ts';
import { readSettings, type Settings, writeSettings } from './settings.ts';

/** `isNew` is false when the very same bytes were here before: then nothing has changed. */
export interface AddedFile {
  isNew: boolean;
  activities: ActivitySummary[];
}

export class Athlete extends DurableObject<Bindings> {
  readonly #storage: DurableObjectStorage;
  readonly #sql: SqlStorage;
  readonly #history: HistoryCache;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    this.#storage = ctx.storage;
    this.#sql = ctx.storage.sql;
    this.#history = new HistoryCache(this.#sql);
    migrate(ctx.storage);
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
        insertActivity(this.#sql, file.sha256, activity, localDate);
      }
    });
    this.#history.runsChanged();
    return { isNew: true, activities: activitiesOfFile(this.#sql, file.sha256) ?? [] };
  }

  /** See `Runner`, as for `runs` and `run`. */
  dashboard(clock: RequestClock, on: LocalDate | null): DashboardAnswer {
    const today = this.#today(clock);
    const view = dashboardView(this.#history.on(today), today, on ?? undefined);
    const flags = withoutHidden(this.#sql, view.flags, today);
    return { settings: this.settings(), view: { ...view, flags } };
  }

  runs(clock: RequestClock, year: number | null): RunsAnswer {
    const history = this.#history.on(this.#today(clock));
    return { settings: this.settings(), ...runsOfYear(history, year) };
  }

  run(clock: RequestClock, id: string): RunAnswer | null {
    const record = findActivity(this.#sql, id);
    const run = runDetail(this.#history.on(this.#today(clock)), id);
    if (record === null || run === null) return null;
    const { sha256, sessionIndex, fileName } = record;
    const utcOffsetS = utcOffsetAt(record, this.settings().timeZone, clock.timeZone);
    return {
      settings: this.settings(),
      run,
      source: { fileName, storedAs: sha256, sessionIndex, utcOffsetS },
    };
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
    const usualSpeedMps = this.#history.on(this.#today(clock)).runs.at(-1)?.speed?.usualSpeedMps;
    return usualSpeedMps == null ? null : FAST_RATIO * usualSpeedMps;
  }

  hideFlag(flag: FlagKey, clock: RequestClock): void {
    hideFlag(this.#sql, flag, this.#today(clock));
  }

  showFlag(flag: FlagKey): void {
    showFlag(this.#sql, flag);
  }

  #today(clock: RequestClock): LocalDate {
    return dateIn(clock.nowS, readSettings(this.#sql).timeZone, clock.timeZone);
  }

  /** Call inside a transaction: a new time zone dates again what has no offset of its own. */
  #store(settings: Settings): void {
    const { timeZone } = readSettings(this.#sql);
    writeSettings(this.#sql, settings);
    if (settings.timeZone === timeZone) {
      this.#history.settingsChanged();
      return;
    }
    redateActivities(this.#sql, (startTimeS) => dateIn(startTimeS, settings.timeZone));
    this.#history.runsChanged();
  }

  #setDeletedAt(id: string, deletedAtS: number | null): boolean {
    const isKnown = setDeletedAt(this.#sql, id, deletedAtS);
    if (isKnown) this.#history.runsChanged();
    return isKnown;
  }
}
