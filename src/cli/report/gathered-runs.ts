/** All activities in some sources, decoded and analysed one file at a time; of each file only what the analysis kept. */

import { isHarmless } from '../harmless-problem.ts';
import { sha256 } from '../sha256.ts';
import type { AboutFile } from '../sources/source-event.ts';
import type { WatchSources } from '../sources/watch-sources.ts';
import { type WatchedActivity, watchedContent } from '../watched-content.ts';

export interface Gathered {
  activities: GatheredActivity[];
  /** Files and archives of which nothing, or not everything, could be read. */
  failed: FailedFile[];
  /** What costs names, not activities. */
  remarks: FailedFile[];
  files: FileCounts;
  /** Typed in by hand on Strava: its export has no file of them. */
  withoutFile: number;
}

/** Files by what became of them: with those that failed, all that were met. */
export interface FileCounts {
  /** With at least one run, whether it counts or not. */
  withRuns: number;
  /** With activities of other sports alone. */
  otherSports: number;
  /** With the same bytes as one before. */
  sameBytes: number;
  /** FIT files of watches that are no activities: monitoring, settings, courses. */
  notActivities: number;
}

export interface GatheredActivity {
  path: string;
  activity: WatchedActivity;
  about: AboutFile;
  /** It may be a run, but does not move like one, and counts as none. */
  isDoubted: boolean;
}

export interface FailedFile {
  path: string;
  kind: string;
  message: string;
}

/** `onFile` hears how many files are done. */
export async function gatheredRuns(
  { events }: WatchSources,
  timeZone: string,
  onFile: (doneFiles: number) => void,
): Promise<Gathered> {
  const files = { withRuns: 0, otherSports: 0, sameBytes: 0, notActivities: 0 };
  const gathered: Gathered = { activities: [], failed: [], remarks: [], files, withoutFile: 0 };
  const seen = new Set<string>();
  let doneFiles = 0;
  for await (const event of events) {
    if (event.type === 'file') {
      const key = sha256(event.bytes);
      if (seen.has(key)) files.sameBytes += 1;
      else if (addFile(gathered, event, key, timeZone)) seen.add(key);
    }
    if (event.type === 'not-an-activity') files.notActivities += 1;
    if (event.type === 'table') gathered.withoutFile += event.table.withoutFile;
    if (event.type === 'problem') {
      (isHarmless(event.kind) ? gathered.remarks : gathered.failed).push(event);
    }
    if (event.type !== 'table') onFile(++doneFiles);
  }
  return gathered;
}

/** Whether anything in it could be read. */
function addFile(
  gathered: Gathered,
  { path, bytes, about }: { path: string; bytes: Uint8Array; about: AboutFile },
  key: string,
  timeZone: string,
): boolean {
  const { sportHint } = about;
  const content = watchedContent(bytes, { sha256: key, timeZone, sportHint });
  if (!content.ok) {
    const { kind, message } = content.error;
    gathered.failed.push({ path, kind, message });
    return false;
  }
  const hasRun = content.value.activities.some(({ sport }) => sport === 'running');
  gathered.files[hasRun ? 'withRuns' : 'otherSports'] += 1;
  const isSuspect = content.value.warnings.some(({ kind }) => kind === 'suspect-sport');
  for (const activity of content.value.activities) {
    const isDoubted = isSuspect && activity.sport === 'generic';
    gathered.activities.push({ path, activity, about, isDoubted });
  }
  return true;
}
