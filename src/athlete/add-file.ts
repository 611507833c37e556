/** An analysed file into the athlete's tables, and what became of each of its activities. */
import type { LocalDate } from '../analysis/local-date.ts';
import {
  type ActivitySummary,
  activitiesOfFile,
  findActivity,
  writeActivity,
} from './activity-table.ts';
import { isRun } from './analyse-activity.ts';
import type { AnalysedActivity, AnalysedFile } from './analysed-file.ts';
import { knownFiles, writeFile } from './file-table.ts';
import { noteGear } from './shoe-table.ts';
import { stravaCopiesOf } from './strava-twins.ts';
import { settleTwins, twinIdsOf } from './twins.ts';

/** What became of one activity of a file. */
export interface Outcome {
  activity: ActivitySummary;
  /** The run that counts in its place. */
  sameRunAs: RunInWords | null;
  /** Recordings of the same run, of files or from Strava, that gave way to it as it came in. */
  replaces: string[];
}

/** Enough of a run to tell which one is meant. */
export interface RunInWords {
  id: string;
  localDate: LocalDate;
  distanceM: number | null;
  /** Its name, else that of its file. */
  from: string | null;
  /** By the runner: then it counts, whatever the other recording holds. */
  isCorrected: boolean;
}

/** A file that is here, by the SHA-256 of its raw bytes, and what it holds. */
export interface KnownFile {
  sha256: string;
  outcomes: Outcome[];
}

/** Those of the files that are here. */
export function outcomesOfFiles(sql: SqlStorage, sha256s: readonly string[]): KnownFile[] {
  return knownFiles(sql, sha256s).map((sha256) => ({ sha256, outcomes: outcomes(sql, sha256) }));
}

/** `null` when these very bytes were never imported, or their upload was undone. */
export function outcomesOfFile(sql: SqlStorage, sha256: string): Outcome[] | null {
  return knownFiles(sql, [sha256]).length === 0 ? null : outcomes(sql, sha256);
}

/** Call inside a transaction. */
export function addFile(
  sql: SqlStorage,
  file: AnalysedFile,
  nowS: number,
  localDateOf: (activity: AnalysedActivity) => LocalDate,
): Outcome[] {
  writeFile(sql, file, nowS);
  for (const activity of file.activities) {
    writeActivity(sql, file.sha256, activity, localDateOf(activity));
  }
  const { gear } = file.about;
  if (gear !== null && file.activities.some(isRun)) noteGear(sql, gear);
  settleTwins(
    sql,
    file.activities.map(({ startTimeS }) => startTimeS),
  );
  return outcomes(sql, file.sha256).map((outcome) => ({
    ...outcome,
    replaces: recordingsFor(sql, outcome.activity),
  }));
}

/** Of a run: what is none has copies, too, but counts in the place of nothing. */
function recordingsFor(sql: SqlStorage, { id, startTimeS, isRun }: ActivitySummary): string[] {
  return isRun ? [...twinIdsOf(sql, id), ...stravaCopiesOf(sql, id, startTimeS)] : [];
}

function outcomes(sql: SqlStorage, sha256: string): Outcome[] {
  return activitiesOfFile(sql, sha256).map((activity) => ({
    activity,
    sameRunAs: activity.twinOf === null ? null : inWords(sql, activity.twinOf),
    replaces: [],
  }));
}

function inWords(sql: SqlStorage, id: string): RunInWords | null {
  const run = findActivity(sql, id);
  if (run === null) return null;
  const { localDate, distanceM, name, fileName, corrections } = run;
  const isCorrected = Object.keys(corrections).length > 0;
  return { id, localDate, distanceM, from: name ?? fileName, isCorrected };
}
