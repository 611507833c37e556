/** One file of the command line: read, inflated, decoded, analysed. Keeps exposures and lets the samples go. */
import { readFile } from 'node:fs/promises';
import type { Activity, Warning } from '../../analysis/activity.ts';
import { type LocalDate, localDateAt, utcOffsetOf } from '../../analysis/local-date.ts';
import { err, ok, type Result } from '../../analysis/result.ts';
import { type RunExposure, runExposure } from '../../analysis/run-exposure.ts';
import { decodeFile } from '../../import/decode-file.ts';
import { inflateGzip } from '../../import/inflate-gzip.ts';
import { sniff } from '../../import/sniff.ts';

export interface WatchFile {
  path: string;
  content: Result<WatchFileContent, FileError>;
}

export interface WatchFileContent {
  activities: WatchedActivity[];
  warnings: Warning[];
  records: number;
}

/** An activity without its samples; `exposure` is `null` for every sport but running. */
export interface WatchedActivity extends Omit<Activity, 'samples'> {
  sampleCount: number;
  localDate: LocalDate;
  /** As the session says, glitches and all; what the samples give where it says nothing. */
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  exposure: RunExposure | null;
}

export interface FileError {
  kind: string;
  message: string;
  byteOffset?: number;
}

/** More than any watch writes, and little enough to hold in memory. */
const LARGEST_FILE_BYTES = 100_000_000;

const UTC_TAKEN =
  'The file does not say in which time zone it was recorded: UTC was taken. Name yours with --time-zone.';

const READ_ERRORS: Record<string, FileError> = {
  ENOENT: { kind: 'not-found', message: 'There is no such file.' },
  EISDIR: {
    kind: 'is-a-folder',
    message: 'This is a folder. Give the files in it, like FOLDER/*.fit.',
  },
  EACCES: { kind: 'not-readable', message: 'You are not allowed to read this file.' },
};

/** `timeZone` is for activities that do not say what the clock on the wall showed. */
export async function readWatchFile(path: string, timeZone: string | null): Promise<WatchFile> {
  const bytes = await readBytes(path);
  return { path, content: bytes.ok ? contentOf(bytes.value, timeZone) : bytes };
}

async function readBytes(path: string): Promise<Result<Uint8Array, FileError>> {
  let bytes: Uint8Array;
  try {
    // A plain copy: `slice` of Node's own Buffer shares memory, unlike that of every other byte array.
    bytes = new Uint8Array(await readFile(path));
  } catch (error) {
    const { code = 'unknown', message } = error as NodeJS.ErrnoException;
    return err(READ_ERRORS[code] ?? { kind: 'not-readable', message });
  }
  return sniff(bytes) === 'gzip' ? inflateGzip(bytes, LARGEST_FILE_BYTES) : ok(bytes);
}

function contentOf(
  bytes: Uint8Array,
  timeZone: string | null,
): Result<WatchFileContent, FileError> {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return decoded;
  const { records, warnings } = decoded.value;
  const activities = decoded.value.activities.map((activity) => watched(activity, timeZone));
  const aboutFile = timeZone === null ? warnings.map(inUtc) : warnings;
  const aboutRuns = activities.flatMap(({ exposure }) => exposure?.warnings ?? []);
  return ok({ activities, records, warnings: [...aboutFile, ...aboutRuns] });
}

/** The app takes the runner's own time zone where a file names none; here there is none to take. */
function inUtc(warning: Warning): Warning {
  return warning.kind === 'local-time-unknown' ? { ...warning, message: UTC_TAKEN } : warning;
}

function watched(activity: Activity, timeZone: string | null): WatchedActivity {
  const { samples, ...summary } = activity;
  const { session } = summary;
  const exposure = activity.sport === 'running' ? runExposure(activity) : null;
  return {
    ...summary,
    sampleCount: samples.count,
    localDate: localDateAt(activity.startTimeS, offsetOf(activity, timeZone)),
    distanceM: session.distanceM ?? exposure?.distanceM ?? null,
    timerS: session.timerS ?? exposure?.timerS ?? null,
    elapsedS: session.elapsedS ?? exposure?.elapsedS ?? null,
    exposure,
  };
}

/** The watch's own offset, else that of the time zone given, else UTC. */
function offsetOf({ utcOffsetS, startTimeS }: Activity, timeZone: string | null): number {
  if (utcOffsetS !== null) return utcOffsetS;
  return (timeZone === null ? undefined : utcOffsetOf(timeZone, startTimeS)) ?? 0;
}
