/**
 * Everything one athlete owns, behind one door: the Durable Object named by the athlete's id. Callers pass plain data and
 * get plain data; only a corrected run is decoded here, and it speaks no HTTP. Each change is one synchronous transaction.
 */
import { beforeFlare } from '../analysis/before-flare.ts';
import { dashboardView } from '../analysis/dashboard-view.ts';
import type { History } from '../analysis/history.ts';
import type { LocalDate } from '../analysis/local-date.ts';
import { FAST_RATIO } from '../analysis/policy.ts';
import type { Bindings } from '../bindings.ts';
import { countedId, findRecord } from './activity-record.ts';
import { AthleteActivities } from './athlete-activities.ts';
import { type AthleteExport, exportedActivity, exportedShoe } from './athlete-export.ts';
import { besideHistory } from './beside-history.ts';
import {
  type FlagKey,
  hiddenFlags,
  hideFlag,
  type SeenFlag,
  showAllFlags,
  showFlag,
} from './hidden-flags.ts';
import { keptActivity } from './kept-activity.ts';
import { countLists, type KeptList, keptActivities } from './kept-list.ts';
import { type PlanAnswer, type PlanRequest, planAnswer } from './plan-answer.ts';
import { isAnalysisOutdated, reanalyseSome } from './reanalyse.ts';
import { readReturnCriteria } from './return-criteria.ts';
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
import { pastDay, type RequestClock, utcOffsetAt } from './runner-clock.ts';
import { migrate } from './schema.ts';
import { readFarewell, wantFarewell } from './strava-farewell-table.ts';
import { shoesOfStravaAlone } from './strava-gear.ts';
import { copyOnStrava } from './strava-records.ts';
import type { DisconnectReceipt } from './strava-status.ts';

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

export class Athlete extends AthleteActivities {
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
    const kept = countLists(this.sql);
    const beside = besideHistory(this.sql, history, this.withStrava);
    return { settings, kept, ...runsOfYear(history, year, beside) };
  }

  /** See `Runner`. */
  run(clock: RequestClock, id: string): RunAnswer | null {
    const settings = this.settings();
    const history = this.history(this.today(clock, settings), settings);
    const keptId = countedId(this.sql, id);
    const run = runDetail(history, keptId) ?? this.#leftOut(keptId, history);
    const record = run === null ? null : findRecord(this.sql, run.id);
    if (run === null || record === null) return null;
    const { fileName, corrections, warnings } = record;
    const utcOffsetS = utcOffsetAt(record, settings.timeZone, clock.timeZone);
    return {
      settings,
      run,
      source: {
        ...{ fileName, utcOffsetS, corrections, warnings },
        ...(record.source === 'strava'
          ? { storedAs: null, sessionIndex: 0, strava: record.strava }
          : {
              storedAs: record.storedAs,
              sessionIndex: record.sessionIndex,
              strava: copyOnStrava(this.sql, run.id),
            }),
      },
      about: runAbout(this.sql, record, this.withStrava),
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
    const kept = countLists(this.sql);
    return { settings: this.settings(), kept, ...keptActivities(this.sql, list, year) };
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

  /** All that may be taken along. */
  exportedData(clock: RequestClock): AthleteExport {
    const settings = this.settings();
    const { runs } = this.history(this.today(clock, settings), settings);
    const runOf = new Map(runs.map((run) => [run.id, run]));
    const listed = this.shoes(clock);
    const ofStrava = shoesOfStravaAlone(this.sql);
    const shoes = [...listed.shoes, ...listed.deleted]
      .filter(({ id }) => !ofStrava.has(id))
      .map(exportedShoe);
    const { file = [], strava = [] } = Object.groupBy(this.activities(), ({ source }) => source);
    return {
      settings,
      activities: file.map((activity) => exportedActivity(activity, runOf.get(activity.id), shoes)),
      shoes,
      checkIns: this.checkIns(),
      warningSigns: this.warningSigns(),
      returnCriteria: readReturnCriteria(this.sql),
      leftOut: { stravaActivities: strava.length },
    };
  }

  /**
   * Everything that is here, after Strava's access is given up; the files' bytes are the caller's. Gives the receipt of
   * Strava, `null` where it was not connected. Again: there is nothing.
   */
  async eraseEverything(clock: RequestClock): Promise<DisconnectReceipt | null> {
    const isConnected = this.stravaStatus(clock) !== null;
    const receipt = isConnected ? await this.disconnectStrava(clock) : null;
    await this.ctx.blockConcurrencyWhile(async () => {
      const farewell = readFarewell(this.sql);
      await this.storage.deleteAll();
      // What is still on its way finds an athlete of whom nothing is known, not one without tables.
      migrate(this.storage);
      // Strava has not heard yet that our access is over.
      if (farewell?.sealed) wantFarewell(this.sql, farewell.sealed, farewell.sinceS);
    });
    this.runsChanged();
    this.diaryChanged();
    await this.scheduleAlarm();
    return receipt;
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

  /** A run that counts in no running number: the runner says so, or its watch's clock was wrong. */
  #leftOut(id: string, history: History): RunDetail | null {
    const run = readRun(this.sql, id);
    return run === null ? null : detailOfLeftOut(run, history);
  }
}
