/** What the page and its import worker tell each other. */
import type { ImportAnswer } from '../../words/en/import-answer.ts';

export interface ChosenFile {
  file: File;
  /** With its folder, when a folder was chosen: `export/activities/123.fit.gz`. */
  path: string;
}

/** What the runner has chosen or dropped at once. */
export interface Choice {
  files: ChosenFile[];
  /** Of the files and folders at its top; empty where the browser gives none. */
  handles: FileSystemHandle[];
}

export type ToWorker =
  | { type: 'add'; batch: string; timeZone: string; files: ChosenFile[] }
  | { type: 'pause' | 'continue' | 'cancel' | 'retry' };

export interface FromWorker {
  type: 'progress';
  progress: ImportProgress;
  /** New and changed since the last message. */
  rows: ImportRow[];
}

/** `no-runner`: it ended because the session did, be it in another tab. */
export type ImportPhase = 'running' | 'paused' | 'unreachable' | 'over' | 'cancelled' | 'no-runner';

/** It comes to no more files. */
export const hasEnded = (phase: ImportPhase): boolean =>
  phase === 'over' || phase === 'cancelled' || phase === 'no-runner';

export interface ImportProgress {
  phase: ImportPhase;
  /** Files known so far; grows when archives inside archives are opened. */
  found: number;
  done: number;
  /** Of the work, 0 to 1, by bytes. */
  fraction: number;
  /** Name of the archive that is being read; `null` for single files. */
  archive: string | null;
  /** FIT files of other kinds: sleep, settings, courses. They get no row. */
  otherFiles: number;
  /** Rows of Strava's table without a file. */
  withoutFile: number;
}

/** One file, or an archive that something is to be said of. */
export interface ImportRow {
  /** The same when the file is tried again. */
  id: string;
  /** Without folders. */
  name: string;
  /** What the runner called it, where the export says so. */
  title: string | null;
  results: ImportAnswer[];
}
