/** The bytes of one watch file, decoded and analysed. Keeps exposures and lets the samples go. */
import type { Activity, Warning } from '../analysis/activity.ts';
import { type LocalDate, localDateAt, utcOffsetOf } from '../analysis/local-date.ts';
import { ok, type Result } from '../analysis/result.ts';
import { type RunExposure, runExposure } from '../analysis/run-exposure.ts';
import { isCutShort, type Recording, recordingKey } from '../analysis/same-run.ts';
import { decodeFile } from '../import/decode-file.ts';
import { sniff } from '../import/sniff.ts';

export interface WatchedContent {
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
  /** What tells it from other recordings of the same run. */
  recording: Omit<Recording, 'id'>;
}

/** What is known of a file besides its bytes. */
export interface ContentContext {
  /** Of the bytes, see `sha256`. */
  sha256: string;
  /** For activities that do not say what the clock on the wall showed. */
  timeZone: string | null;
  /** The sport as the archive around the file names it. */
  sportHint: string | null;
}

export interface FileError {
  kind: string;
  message: string;
  byteOffset?: number;
}

const UTC_TAKEN =
  'The file does not say in which time zone it was recorded: UTC was taken. Name yours with --time-zone.';

/** `bytes` out of their gzip. */
export function watchedContent(
  bytes: Uint8Array,
  { sha256, timeZone, sportHint }: ContentContext,
): Result<WatchedContent, FileError> {
  const decoded = decodeFile(bytes, sportHint);
  if (!decoded.ok) return decoded;
  const { records, warnings } = decoded.value;
  const file = { format: sniff(bytes) as FileFormat, warnings, timeZone };
  const activities = decoded.value.activities.map((activity, sessionIndex) =>
    watched(activity, recordingKey(sha256, sessionIndex), file),
  );
  const aboutFile = timeZone === null ? warnings.map(inUtc) : warnings;
  const aboutRuns = activities.flatMap(({ exposure }) => exposure?.warnings ?? []);
  return ok({ activities, records, warnings: [...aboutFile, ...aboutRuns] });
}

/** The app takes the runner's own time zone where a file names none; here there is none to take. */
function inUtc(warning: Warning): Warning {
  return warning.kind === 'local-time-unknown' ? { ...warning, message: UTC_TAKEN } : warning;
}

type FileFormat = NonNullable<Recording['format']>;

interface FileFacts {
  format: FileFormat;
  warnings: readonly Warning[];
  timeZone: string | null;
}

function watched(activity: Activity, key: string, file: FileFacts): WatchedActivity {
  const { samples, ...summary } = activity;
  const { session } = summary;
  const exposure = activity.sport === 'running' ? runExposure(activity) : null;
  return {
    ...summary,
    sampleCount: samples.count,
    localDate: localDateAt(activity.startTimeS, offsetOf(activity, file.timeZone)),
    distanceM: session.distanceM ?? exposure?.distanceM ?? null,
    timerS: session.timerS ?? exposure?.timerS ?? null,
    elapsedS: session.elapsedS ?? exposure?.elapsedS ?? null,
    exposure,
    recording: recordingOf(activity, exposure, key, file),
  };
}

function recordingOf(
  { startTimeS, session, samples }: Activity,
  exposure: RunExposure | null,
  key: string,
  { format, warnings }: FileFacts,
): Omit<Recording, 'id'> {
  const { distanceM, timerS, elapsedS } = exposure ?? session;
  return {
    key,
    startTimeS,
    distanceM,
    timerS,
    elapsedS,
    sampleCount: samples.count,
    isCutShort: isCutShort([...warnings, ...(exposure?.warnings ?? [])]),
    hasAltitude: samples.altitudeM !== null,
    hasCadence: samples.cadenceSpm !== null,
    format,
    isCorrected: false,
    apartFrom: [],
  };
}

/** The watch's own offset, else that of the time zone given, else UTC. */
function offsetOf({ utcOffsetS, startTimeS }: Activity, timeZone: string | null): number {
  if (utcOffsetS !== null) return utcOffsetS;
  return (timeZone === null ? undefined : utcOffsetOf(timeZone, startTimeS)) ?? 0;
}
