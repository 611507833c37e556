/**
 * Everything one athlete owns, behind one door: the Durable Object named by the athlete's id. Callers pass plain data and
 * get plain data; only a corrected run is decoded here, and it speaks no HTTP. Each change is one synchronous transaction.
 */
import { beforeFlare } from '../analysis/before-flare.ts';
import { dashboardView } from '../analysis/dashboard-view.ts';
import type { History } from '../analysis/history.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { FAST_RATIO } from '../analysis/policy.ts';
import { ok, type Result } from '../analysis/result.ts';
import type { Bindings } from '../bindings.ts';
import { findActivity } from './activity-table.ts';
import {
  addFile,
  type KnownFile,
  type Outcome,
  outcomesOfFile,
  outcomesOfFiles,
} from './add-file.ts';
import type { AnalysedFile } from './analysed-file.ts';
import { AthleteStrava } from './athlete-strava.ts';
import { type BatchCounts, countBatch, setBatchUndone } from './batches.ts';
import { besideHistory } from './beside-history.ts';
import { type CorrectionError, correct } from './correct.ts';
import type { CorrectionChange, Corrections } from './corrections.ts';
import {
  type FlagKey,
  hiddenFlags,
  hideFlag,
  type SeenFlag,
  showAllFlags,
  showFlag,
} from './hidden-flags.ts';
import { keptActivity } from './kept-activity.ts';
import { type KeptList, keptActivities } from './kept-list.ts';
import { countKept, markDeleted, restore } from './kept-table.ts';
import { type ListedActivity, listedActivities } from './listed-activities.ts';
import { type PlanAnswer, type PlanRequest, planAnswer } from './plan-answer.ts';
import { isAnalysisOutdated, reanalyseSome } from './reanalyse.ts';
import { runAbout } from './run-about.ts';
import { detailOfLeftOut, type RunDetail, runDetail } from './run-detail.ts';
import { runsOfYear } from './run-list.ts';
import { readRun } from './run-table.ts';
import type {
  BeforeFlareAnswer,
  DashboardAnswer,
  KeptAnswer,
  KeptListAnswer,
  RunAnswer,
  RunsAnswer,
} from './runner.ts';
import { pastDay, type RequestClock, startDate, utcOffsetAt } from './runner-clock.ts';
import { readSettings, type Settings } from './settings.ts';
import {
  copiesOfFiles,
  copyOnStrava,
  findStravaRun,
  findStravaSource,
  stravaIdOf,
  stravaRunId,
} from './strava-runs.ts';
import { setApart, settleTwins, twinIdsOf } from './twins.ts';

/** `isNew` is false when the very same bytes were here before: then nothing has changed. */
export interface AddedFile {
  isNew: boolean;
  outcomes: Outcome[];
}

export interface VersionedDashboard {
  version: string;
  /** `null`: as the caller knows it. */
  answer: DashboardAnswer | null;
}

export interface FastThresholds {
  usualMps: number | null;
  criticalSpeedMps: number | null;
}

/** Before what has failed for no known reason is tried again. */
const AFTER_FAILURE_MS = 60_000;

export class Athlete extends AthleteStrava {
  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    if (isAnalysisOutdated(this.sql)) ctx.waitUntil(this.scheduleAlarm());
  }

  /** Does some of what is due, and comes back for the rest: one part that fails holds up no other. */
  override async alarm(): Promise<void> {
    const parts = await Promise.allSettled([this.#reanalyse(), this.workForStrava()]);
    const failed = parts.filter((part) => part.status === 'rejected');
    for (const { reason } of failed) console.error('Part of what was due has failed:', reason);
    if (failed.length === 0) await this.scheduleAlarm();
    else await this.storage.setAlarm(Date.now() + AFTER_FAILURE_MS);
  }

  /** What became of these very bytes; `null` when they were never imported. */
  findFile(sha256: string): Outcome[] | null {
    return outcomesOfFile(this.sql, sha256);
  }

  /** Those of the files, by the SHA-256 of their raw bytes, that need not be sent again. */
  knownFiles(sha256s: readonly string[]): KnownFile[] {
    return outcomesOfFiles(this.sql, sha256s);
  }

  /**
   * Keeps a file's activities: all of them or none. `timeZone` is where the sender says the runner lives; it becomes the
   * setting when there is none yet.
   */
  addFile(file: AnalysedFile, clock: RequestClock, timeZone: string | null): AddedFile {
    const known = outcomesOfFile(this.sql, file.sha256);
    if (known !== null) return { isNew: false, outcomes: known };
    const outcomes = this.storage.transactionSync(() => {
      const settings = readSettings(this.sql);
      if (settings.timeZone === null && timeZone !== null) {
        this.storeSettings({ ...settings, timeZone });
      }
      return addFile(this.sql, file, clock.nowS, (activity) =>
        startDate(activity, settings.timeZone, timeZone, clock.timeZone),
      );
    });
    this.runsChanged();
    return { isNew: true, outcomes };
  }

  /** `null` when no file came with an upload of that id. */
  batch(batchId: string): BatchCounts | null {
    return countBatch(this.sql, batchId);
  }

  /** Takes back what the upload brought (at a time) or, with `null`, brings it again; the rest is as it was before. */
  setBatchUndone(batchId: string, undoneAtS: number | null): BatchCounts | null {
    this.storage.transactionSync(() => {
      settleTwins(this.sql, setBatchUndone(this.sql, batchId, undoneAtS));
    });
    this.runsChanged();
    return countBatch(this.sql, batchId);
  }

  /** See `Runner`. `knownVersion` is that of an answer the caller still has; it is not made again. */
  dashboard(
    clock: RequestClock,
    on: LocalDate | null,
    knownVersion: string | null,
  ): VersionedDashboard {
    const settings = this.settings();
    const today = this.today(clock, settings);
    const version = this.version(today);
    if (version === knownVersion) return { version, answer: null };
    const view = dashboardView(
      this.history(today, settings),
      today,
      pastDay(on, today),
      hiddenFlags(this.sql, today),
    );
    return { version, answer: { settings, view } };
  }

  /** See `Runner`. */
  beforeFlare(clock: RequestClock, on: LocalDate | null): BeforeFlareAnswer {
    const settings = this.settings();
    const today = this.today(clock, settings);
    const flare = beforeFlare(this.history(today, settings), pastDay(on, today) ?? today);
    return { settings, today, flare };
  }

  /** See `Runner`. */
  plan(clock: RequestClock, request: PlanRequest): PlanAnswer {
    const settings = this.settings();
    const today = this.today(clock, settings);
    return planAnswer(this.history(today, settings), settings, today, request);
  }

  /** See `Runner`. */
  runs(clock: RequestClock, year: number | null): RunsAnswer {
    const settings = this.settings();
    const history = this.history(this.today(clock, settings), settings);
    const kept = countKept(this.sql);
    return { settings, kept, ...runsOfYear(history, year, besideHistory(this.sql, history)) };
  }

  /** See `Runner`. */
  run(clock: RequestClock, id: string): RunAnswer | null {
    const settings = this.settings();
    const history = this.history(this.today(clock, settings), settings);
    const stravaId = stravaIdOf(id);
    if (stravaId !== null) return this.#runOnStrava(clock, settings, history, stravaId);
    const known = findActivity(this.sql, id);
    const run =
      runDetail(history, known?.twinOf ?? id) ?? this.#leftOut(known?.twinOf ?? id, history);
    const record = run === null ? null : findActivity(this.sql, run.id);
    if (run === null || record === null) return null;
    const { storedAs, sessionIndex, fileName } = record;
    const utcOffsetS = utcOffsetAt(record, settings.timeZone, clock.timeZone);
    const { corrections, warnings } = record;
    return {
      settings,
      run,
      source: {
        ...{ fileName, storedAs, sessionIndex, utcOffsetS, corrections, warnings },
        strava: copyOnStrava(this.sql, run.id),
      },
      about: runAbout(this.sql, record),
    };
  }

  /** See `Runner`. */
  keptActivity(clock: RequestClock, id: string): KeptAnswer | null {
    const settings = this.settings();
    const activity = keptActivity(this.sql, id, (start) =>
      utcOffsetAt(start, settings.timeZone, clock.timeZone),
    );
    return activity === null ? null : { settings, activity };
  }

  /** See `Runner`. */
  keptActivities(list: KeptList, year: number | null): KeptListAnswer {
    const kept = countKept(this.sql);
    return { settings: this.settings(), kept, ...keptActivities(this.sql, list, year) };
  }

  /** Newest first, every sport; what was deleted is left out. */
  activities(): ListedActivity[] {
    return listedActivities(this.sql);
  }

  /** Of another recording of a run: corrects the run that counts. Gives the id of the run that counts afterwards. */
  async correct(id: string, change: CorrectionChange): Promise<Result<string, CorrectionError>> {
    return this.#correct(id, () => change);
  }

  async undoCorrections(id: string): Promise<Result<string, CorrectionError>> {
    return this.#correct(id, (before) =>
      Object.fromEntries(Object.keys(before).map((key) => [key, null])),
    );
  }

  /**
   * The runner says whether two recordings are of two runs; remembered whatever is imported or analysed again. False when
   * there is no such pair.
   */
  setApart(ids: readonly [string, string], areTwo: boolean): boolean {
    const [one, other] = ids.map((id) => findActivity(this.sql, id));
    if (!one || !other || one.id === other.id) return false;
    this.storage.transactionSync(() => {
      setApart(this.sql, ids, areTwo);
      settleTwins(this.sql, [one.startTimeS, other.startTimeS]);
    });
    this.runsChanged();
    return true;
  }

  /**
   * False when there is no activity of that id. Deleting twice is deleting once. Another recording of the same run, if
   * there is one, counts in its place until it is restored.
   */
  deleteActivity(id: string, nowS: number): boolean {
    return this.#changeDeleted(id, () => markDeleted(this.sql, [id], nowS));
  }

  /** Deletes a run with every other recording of it, so that none of them counts in its place. */
  deleteRun(id: string, nowS: number): boolean {
    const keptId = findActivity(this.sql, id)?.twinOf ?? id;
    return this.#changeDeleted(keptId, () =>
      markDeleted(this.sql, [keptId, ...twinIdsOf(this.sql, keptId)], nowS),
    );
  }

  /** With the recordings that were deleted together with it. */
  restoreActivity(id: string): boolean {
    return this.#changeDeleted(id, () => restore(this.sql, id));
  }

  /** What may count as fast: 1.25 times the usual speed, and the critical speed; each `null` without enough runs. */
  fastThresholds(clock: RequestClock): FastThresholds {
    const settings = this.settings();
    const last = this.history(this.today(clock, settings), settings).runs.at(-1);
    const usualSpeedMps = last?.speed?.usualSpeedMps ?? null;
    return {
      usualMps: usualSpeedMps === null ? null : FAST_RATIO * usualSpeedMps,
      criticalSpeedMps: last?.criticalSpeedMps ?? null,
    };
  }

  hideFlag(flag: SeenFlag, clock: RequestClock): void {
    hideFlag(this.sql, flag, this.today(clock, this.settings()));
    this.flagsChanged();
  }

  showFlag(flag: FlagKey): void {
    showFlag(this.sql, flag);
    this.flagsChanged();
  }

  showAllFlags(): void {
    showAllFlags(this.sql);
    this.flagsChanged();
  }

  protected override dueTimesS(): (number | null)[] {
    return [...super.dueTimesS(), isAnalysisOutdated(this.sql) ? 0 : null];
  }

  /** Analyses a few outdated files again. */
  async #reanalyse(): Promise<void> {
    if (!isAnalysisOutdated(this.sql)) return;
    await reanalyseSome(this.storage, this.env.FILES);
    this.runsChanged();
  }

  #changeDeleted(id: string, change: () => void): boolean {
    const activity = findActivity(this.sql, id);
    if (activity === null) return false;
    this.storage.transactionSync(() => {
      change();
      settleTwins(this.sql, [activity.startTimeS]);
    });
    this.runsChanged();
    return true;
  }

  /** A run from Strava, or that of the file which it is a copy of. */
  #runOnStrava(
    clock: RequestClock,
    settings: Settings,
    history: History,
    stravaId: string,
  ): RunAnswer | null {
    const fileId = copiesOfFiles(this.sql).get(stravaRunId(stravaId));
    if (fileId !== undefined) return this.run(clock, fileId);
    const kept = findStravaRun(this.sql, stravaId);
    if (kept === null) return null;
    const run = runDetail(history, kept.id) ?? detailOfLeftOut(kept, history);
    const counted = findStravaSource(this.sql, stravaIdOf(run.id) ?? stravaId);
    if (counted === null) return null;
    const { start, strava, warnings } = counted;
    const utcOffsetS = utcOffsetAt(start, settings.timeZone, clock.timeZone);
    return {
      settings,
      run,
      source: {
        ...{ fileName: null, storedAs: null, sessionIndex: 0, utcOffsetS },
        ...{ corrections: {}, warnings, strava },
      },
      about: null,
    };
  }

  /** A run that counts in no running number: the runner says so, or its watch's clock was wrong. */
  #leftOut(id: string, history: History): RunDetail | null {
    const run = readRun(this.sql, id);
    return run === null ? null : detailOfLeftOut(run, history);
  }

  async #correct(
    id: string,
    change: (before: Corrections) => CorrectionChange,
  ): Promise<Result<string, CorrectionError>> {
    const keptId = findActivity(this.sql, id)?.twinOf ?? id;
    const result = await correct(this.storage, this.env.FILES, keptId, change);
    this.runsChanged();
    if (!result.ok) return result;
    return ok(findActivity(this.sql, keptId)?.twinOf ?? keptId);
  }
}
