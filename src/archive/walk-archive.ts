/**
 * Walks through whatever runners have: a single activity file, a ZIP archive of them, archives inside archives; one entry
 * at a time and never a whole archive in memory. Runs in a browser's worker and in Node: bytes come through `ByteSource`
 * or a stream, and nothing here asks for a platform. Bad input never throws: it is an event, and the walk goes on.
 */
import { activityEvent } from './activity-entry.ts';
import type { ArchiveEvent } from './archive-event.ts';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './archive-limits.ts';
import { archiveProblem } from './archive-problem.ts';
import { type ByteSource, guardedChunks, guardedSource, SourceLost } from './byte-source.ts';
import { displayPath, entryRole } from './entry-path.ts';
import { looseEntry, streamedLooseEntry } from './loose-entry.ts';
import { tableEvent } from './table-entry.ts';
import { Walk } from './walk.ts';
import { archiveEvents } from './walk-zip.ts';
import { startsLikeZip } from './zip-entry.ts';

export interface WalkOptions {
  /** Of the file that is walked; with its folder, if there is one: `activities/123.fit.gz`. */
  name: string;
  limits?: Partial<ArchiveLimits>;
  /** Whether what a key stands for was done in an earlier walk: then it is not read again. */
  isDone?: (key: string) => boolean;
}

/**
 * The events of one file. Asking for the next event is asking for the next file: a reader who waits, makes the walk wait;
 * one who stops early ends it. A `ByteSource` is better than a stream: entries can be skipped unread, and the directory
 * tells their sizes and locks beforehand.
 */
export async function* walkArchive(
  source: ByteSource | AsyncIterable<Uint8Array>,
  { name, limits, isDone = () => false }: WalkOptions,
): AsyncGenerator<ArchiveEvent, void> {
  const walk = new Walk({ ...ARCHIVE_LIMITS, ...limits }, isDone);
  const path = displayPath(name);
  try {
    for await (const event of sourceEvents(source, path, walk)) {
      walk.count(event);
      yield event;
    }
  } catch (error) {
    if (!(error instanceof SourceLost)) throw error;
    walk.counts.problems++;
    yield { type: 'problem', problem: archiveProblem('source-lost', path) };
  }
  yield { type: 'end', counts: walk.counts };
}

async function* sourceEvents(
  source: ByteSource | AsyncIterable<Uint8Array>,
  path: string,
  walk: Walk,
): AsyncGenerator<ArchiveEvent, void> {
  const { entry, head } =
    Symbol.asyncIterator in source
      ? await streamedLooseEntry(guardedChunks(source), path, walk)
      : await looseEntry(guardedSource(source), path, walk);
  const role = entryRole(path);
  if (startsLikeZip(head) || role === 'archive') {
    yield* archiveEvents(entry, { path, prefix: '', depth: 0 }, walk);
  } else if (role === 'table') {
    yield await tableEvent(entry, path, walk);
  } else {
    yield await activityEvent(entry, path, walk);
  }
}
