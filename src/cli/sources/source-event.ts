/** What is met on the way through the files, folders and archives of a command line, one event at a time. */
import type { ActivityFormat } from '../../archive/activity-format.ts';
import type { StravaTable } from '../../archive/strava-table.ts';

export type SourceEvent = FoundFile | OtherFile | FoundTable | SourceProblem;

/** One watch file, unpacked. */
export interface FoundFile {
  type: 'file';
  /** For display: `export.zip/activities/1.fit.gz`. */
  path: string;
  /** Without folders, and without the e-mail address that Garmin puts before it. */
  name: string;
  format: ActivityFormat;
  /** Raw: out of its archive and its gzip. */
  bytes: Uint8Array<ArrayBuffer>;
  /** `incomplete`: the end is missing. `damaged`: checksums do not agree. */
  damage: 'incomplete' | 'damaged' | null;
  about: AboutFile;
}

/** What a Strava export says of a file beside its bytes. */
export interface AboutFile {
  /** What the runner called the activity. */
  title: string | null;
  /** Shoe or bike. */
  gear: string | null;
  /** The sport in the runner's language: `Run`, `Lauf`. */
  sportHint: string | null;
}

/** A sound FIT file that is no activity: monitoring, settings, a course. */
export interface OtherFile {
  type: 'not-an-activity';
  path: string;
  /** Number from the FIT profile. */
  fitFileType: number;
}

/** What Strava's export says of the activities beside it. */
export interface FoundTable {
  type: 'table';
  path: string;
  /** Put before the `fileName` of an activity, the `path` of its file. */
  folder: string;
  table: StravaTable;
}

export interface SourceProblem {
  type: 'problem';
  kind: string;
  path: string;
  /** For the runner: what happened, and what to do. */
  message: string;
}
