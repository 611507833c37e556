/**
 * What was imported, behind the athlete's one door: files and the uploads that brought them, corrections, what is one run
 * and what are two, deleting and restoring.
 */
import { ok, type Result } from '../analysis/result.ts';
import { countedId, findRecord } from './activity-record.ts';
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
import { type CorrectionError, correct } from './correct.ts';
import { correctOnStrava } from './correct-strava.ts';
import type { CorrectionChange, Corrections } from './corrections.ts';
import { type ListedFile, listFiles } from './file-table.ts';
import { inheritSaid } from './inherit-said.ts';
import { deleteHere, restoreOnStrava } from './kept-strava.ts';
import { markDeleted, restore } from './kept-table.ts';
import { type ListedActivity, listedActivities } from './listed-activities.ts';
import { type RequestClock, startDate } from './runner-clock.ts';
import { readSettings } from './settings.ts';
import { stravaIdOf } from './strava-run-id.ts';
import { stravaTwinIdsOf } from './strava-twins.ts';
import { setApart, settleTwins, twinIdsOf } from './twins.ts';

/** `isNew` is false when the very same bytes were here before: then nothing has changed. */
export interface AddedFile {
  isNew: boolean;
  outcomes: Outcome[];
}

export abstract class AthleteActivities extends AthleteStrava {
  /** What became of these very bytes; `null` when they were never imported. */
  findFile(sha256: string): Outcome[] | null {
    return outcomesOfFile(this.sql, sha256);
  }

  /** All whose bytes are kept, those of deleted activities included. */
  keptFiles(): ListedFile[] {
    return listFiles(this.sql);
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
    const { outcomes, isOutdated } = this.storage.transactionSync(() => {
      const settings = readSettings(this.sql);
      if (settings.timeZone === null && timeZone !== null) {
        this.storeSettings({ ...settings, timeZone });
      }
      const outcomes = addFile(this.sql, file, clock.nowS, (activity) =>
        startDate(activity, settings.timeZone, timeZone, clock.timeZone),
      );
      const counted = outcomes.map(({ activity, sameRunAs }) => sameRunAs?.id ?? activity.id);
      return { outcomes, isOutdated: inheritSaid(this.sql, counted) };
    });
    this.runsChanged();
    if (isOutdated) this.ctx.waitUntil(this.scheduleAlarm());
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

  /** Newest first, every sport; what was deleted is left out. */
  activities(): ListedActivity[] {
    return listedActivities(this.sql);
  }

  /** Of another recording of a run: corrects the run that counts. Gives the id of the run that counts afterwards. */
  async correct(
    id: string,
    change: CorrectionChange,
    clock: RequestClock,
  ): Promise<Result<string, CorrectionError>> {
    return this.#correct(id, () => change, clock);
  }

  async undoCorrections(id: string, clock: RequestClock): Promise<Result<string, CorrectionError>> {
    const undo = (before: Corrections) =>
      Object.fromEntries(Object.keys(before).map((key) => [key, null]));
    return this.#correct(id, undo, clock);
  }

  /**
   * The runner says whether two recordings are of two runs; remembered whatever is imported or analysed again. False when
   * there is no such pair.
   */
  setApart(ids: readonly [string, string], areTwo: boolean): boolean {
    const [one, other] = ids.map((id) => findRecord(this.sql, id));
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
    return this.#changeDeleted(id, () => this.#markDeleted([id], nowS));
  }

  /** Deletes a run with every other recording of it, so that none of them counts in its place. */
  deleteRun(id: string, nowS: number): boolean {
    const keptId = countedId(this.sql, id);
    const twins = [...twinIdsOf(this.sql, keptId), ...stravaTwinIdsOf(this.sql, keptId)];
    return this.#changeDeleted(keptId, () => this.#markDeleted([keptId, ...twins], nowS));
  }

  /** With the recordings that were deleted together with it. */
  restoreActivity(id: string): boolean {
    return this.#changeDeleted(id, () => {
      restore(this.sql, id);
      restoreOnStrava(this.sql, id);
    });
  }

  #markDeleted(ids: readonly string[], nowS: number): void {
    markDeleted(this.sql, ids, nowS);
    deleteHere(this.sql, ids, nowS);
  }

  #changeDeleted(id: string, change: () => void): boolean {
    const activity = findRecord(this.sql, id);
    if (activity === null) return false;
    this.storage.transactionSync(() => {
      change();
      settleTwins(this.sql, [activity.startTimeS]);
    });
    this.runsChanged();
    return true;
  }

  async #correct(
    id: string,
    change: (before: Corrections) => CorrectionChange,
    { nowS }: RequestClock,
  ): Promise<Result<string, CorrectionError>> {
    const keptId = countedId(this.sql, id);
    const stravaId = stravaIdOf(keptId);
    const result =
      stravaId === null
        ? await correct(this.storage, this.env.FILES, keptId, change)
        : this.storage.transactionSync(() => correctOnStrava(this.sql, stravaId, change, nowS));
    this.runsChanged();
    if (!result.ok) return result;
    if (stravaId !== null) await this.scheduleAlarm();
    return ok(countedId(this.sql, keptId));
  }
}
