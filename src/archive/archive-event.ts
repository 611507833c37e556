/** What a walk through an archive meets, one event at a time, in the order of the archive. */
import type { ActivityFormat } from './activity-format.ts';
import type { ArchiveProblem } from './archive-problem.ts';
import type { StravaTable } from './strava-table.ts';

export type ArchiveEvent =
  | ContentsEvent
  | FileEvent
  | KnownEvent
  | NotActivityEvent
  | TableEvent
  | ArchiveDoneEvent
  | ProblemEvent
  | EndEvent;

/** What an archive announces before its first file, for progress. Not for archives that can only be streamed. */
export interface ContentsEvent {
  type: 'contents';
  /** Of the archive: empty for the outermost, else as in `FileEvent`. */
  path: string;
  /** By their names. Nested archives announce theirs when they are reached. */
  activityFiles: number;
  nestedArchives: number;
  /** Unpacked size of the activity files and nested archives together, as the archive states it. */
  bytes: number;
}

export interface FileEvent {
  type: 'file';
  /** Of this content at this place, the same in every walk: what a continued import remembers as done. */
  key: string;
  /** For display, and for finding the row of a table. `Uploads.zip/a.fit` inside a nested archive. */
  path: string;
  /** Without folders and without the runner's e-mail address, which Garmin puts before it. */
  name: string;
  format: ActivityFormat;
  /** The raw file: unpacked, and out of its gzip if it was in one. The receiver's own; nothing else refers to it. */
  bytes: Uint8Array<ArrayBuffer>;
  /** `incomplete`: the end is missing. `damaged`: checksums do not agree. The bytes are what could be read. */
  damage: 'incomplete' | 'damaged' | null;
}

/** A file, or a whole nested archive, that was done before. */
export interface KnownEvent {
  type: 'known';
  key: string;
  path: string;
}

/** A sound FIT file of another kind: monitoring, settings, a course. */
export interface NotActivityEvent {
  type: 'not-an-activity';
  key: string;
  path: string;
  /** Number from the FIT profile. */
  fitFileType: number;
}

/**
 * The table of activities of a Strava export. Comes before the files where the archive can be read in any order, else
 * where it lies.
 */
export interface TableEvent {
  type: 'table';
  path: string;
  /** Put before the `fileName` of an activity, the `path` of its file. */
  folder: string;
  table: StravaTable;
}

/** Everything in a nested archive was handed out: once all of that is done, so is this. */
export interface ArchiveDoneEvent {
  type: 'archive-done';
  key: string;
  path: string;
}

export interface ProblemEvent {
  type: 'problem';
  problem: ArchiveProblem;
}

/** Always the last event. */
export interface EndEvent {
  type: 'end';
  counts: WalkCounts;
}

/** Files by what became of them, nested archives included. */
export interface WalkCounts {
  files: number;
  known: number;
  notActivities: number;
  problems: number;
  /** Left behind by systems, such as `__MACOSX/` and `.DS_Store`. */
  hidden: number;
  /** Photos, other tables and the like. */
  other: number;
}

/** `size` and `checksum` are those of the entry's content, which may be a gzip file. */
export function entryKey(path: string, checksum: number, size: number): string {
  return `${path}|${checksum.toString(16).padStart(8, '0')}|${size}`;
}
