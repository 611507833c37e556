/** All activities in some sources, decoded and analysed one file at a time; of each file only what the analysis kept. */
import { sha256 } from '../sha256.ts';
import type { AboutFile } from '../sources/source-event.ts';
import type { WatchSources } from '../sources/watch-sources.ts';
import { type WatchedActivity, watchedContent } from '../watched-content.ts';

export interface Gathered {
  activities: GatheredActivity[];
  /** Files and archives of which nothing, or not everything, could be read. */
  failed: FailedFile[];
  /** Watch files that could be read, those that are there twice included. */
  files: number;
  /** Files with the same bytes as one before. */
  sameBytes: number;
  /** FIT files that are no activities. */
  otherFiles: number;
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

/** A table that is not understood costs names, not activities. */
const HARMLESS = ['unknown-table'];

/** `onFile` hears how many files are done. */
export async function gatheredRuns(
  { events }: WatchSources,
  timeZone: string,
  onFile: (doneFiles: number) => void,
): Promise<Gathered> {
  const gathered: Gathered = { activities: [], failed: [], files: 0, sameBytes: 0, otherFiles: 0 };
  const seen = new Set<string>();
  let doneFiles = 0;
  for await (const event of events) {
    if (event.type === 'file') {
      const key = sha256(event.bytes);
      if (seen.has(key)) {
        gathered.files += 1;
        gathered.sameBytes += 1;
      } else addFile(gathered, event, key, timeZone);
      seen.add(key);
    }
    if (event.type === 'not-an-activity') gathered.otherFiles += 1;
    if (event.type === 'problem' && !HARMLESS.includes(event.kind)) gathered.failed.push(event);
    if (event.type !== 'table') onFile(++doneFiles);
  }
  return gathered;
}

function addFile(
  gathered: Gathered,
  { path, bytes, about }: { path: string; bytes: Uint8Array; about: AboutFile },
  key: string,
  timeZone: string,
): void {
  const { sportHint } = about;
  const content = watchedContent(bytes, { sha256: key, timeZone, sportHint });
  if (!content.ok) {
    const { kind, message } = content.error;
    gathered.failed.push({ path, kind, message });
    return;
  }
  gathered.files += 1;
  const isSuspect = content.value.warnings.some(({ kind }) => kind === 'suspect-sport');
  for (const activity of content.value.activities) {
    const isDoubted = isSuspect && activity.sport === 'generic';
    gathered.activities.push({ path, activity, about, isDoubted });
  }
}
