/** All activities in some sources, decoded and analysed one file at a time; of each file only what the analysis kept. */
import { createHash } from 'node:crypto';
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
      const sha256 = createHash('sha256').update(event.bytes).digest('base64');
      if (seen.has(sha256)) {
        gathered.files += 1;
        gathered.sameBytes += 1;
      } else addFile(gathered, event, timeZone);
      seen.add(sha256);
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
  timeZone: string,
): void {
  const content = watchedContent(bytes, timeZone);
  if (!content.ok) {
    const { kind, message } = content.error;
    gathered.failed.push({ path, kind, message });
    return;
  }
  gathered.files += 1;
  for (const activity of content.value.activities) {
    gathered.activities.push({ path, activity, about });
  }
}
