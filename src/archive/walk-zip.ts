/** The events of one ZIP archive and of those inside it: by its directory where it has one, else from front to back. */
import { activityEvent, knownEvent } from './activity-entry.ts';
import { type ArchiveEvent, entryKey } from './archive-event.ts';
import { archiveProblem, type ProblemKind } from './archive-problem.ts';
import { type ByteSource, chunksOf } from './byte-source.ts';
import { refusal } from './entry-content.ts';
import { type EntryRole, entryRole } from './entry-path.ts';
import { uint32 } from './little-endian.ts';
import { readAhead } from './read-ahead.ts';
import { SequentialBytes } from './sequential-bytes.ts';
import { type ArchiveEnding, streamedEntries } from './streamed-entries.ts';
import { surveyed } from './survey.ts';
import { tableEvent } from './table-entry.ts';
import { unpackedStream } from './unpacked-stream.ts';
import type { Walk } from './walk.ts';
import { directoryEntries, zipDirectory } from './zip-directory.ts';
import { SPLIT_MARKER, STORED, startsLikeZip, type ZipEntry } from './zip-entry.ts';

/** Where an archive lies. */
export interface ArchivePlace {
  path: string;
  /** Stands before the paths of its entries. */
  prefix: string;
  /** 0 for the outermost. */
  depth: number;
}

/** Events, and at their end what is to be said of the archive as a whole. */
type Events<Verdict = void> = AsyncGenerator<ArchiveEvent, Verdict>;

const HEAD_BYTES = 4;
const VERDICTS: Record<ArchiveEnding, ProblemKind | null> = {
  whole: null,
  damaged: 'damaged-archive',
  'cut-off': 'truncated',
};

/** `entry` holds the archive, stored or deflated. */
export async function* archiveEvents(entry: ZipEntry, place: ArchivePlace, walk: Walk): Events {
  const entriesBefore = walk.entries;
  const source = entry.method === STORED ? await entry.slice() : null;
  const verdict =
    source === null
      ? yield* streamEvents(unpackedStream(entry, walk), place, walk)
      : yield* sourceEvents(source, place, walk);
  if (walk.isOver) return;
  if (walk.isSpent) yield walk.stopped('expands-too-much', place.path);
  else if (verdict === 'empty-file' && entry.size) yield problem('damaged', place.path);
  else if (verdict !== null) yield problem(verdict, place.path);
  else if (walk.entries === entriesBefore) yield problem('empty-archive', place.path);
  else if (place.depth === 0 && walk.candidates === 0) {
    yield problem('no-activity-files', place.path);
  }
}

/** By random access: tables first, then everything else in the directory's order. */
async function* sourceEvents(
  source: ByteSource,
  place: ArchivePlace,
  walk: Walk,
): Events<ProblemKind | null> {
  if (source.size === 0) return 'empty-file';
  const content = readAhead(source);
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const found = await zipDirectory(source);
  if (!found.ok) {
    if (found.error === 'missing' && !startsLikeZip(head)) return 'not-a-zip';
    const verdict = yield* streamEvents(chunksOf(source), place, walk);
    const isSplit = found.error === 'split' || uint32(head, 0) === SPLIT_MARKER;
    return isSplit ? 'split-archive' : (verdict ?? 'truncated');
  }
  const entries = () => directoryEntries(readAhead(source), content, found.value);
  const survey = await surveyed(entries(), source.size, walk.limits.maxEntries);
  if (survey === null) {
    return (yield* streamEvents(chunksOf(source), place, walk)) ?? 'damaged-archive';
  }
  const { tables, ...contents } = survey;
  yield { type: 'contents', path: place.path, ...contents };
  for (const table of tables) yield await tableEvent(table, place.prefix + table.path, walk);
  yield* entriesEvents(entries(), place, walk, { skipped: 'table' });
  return null;
}

async function* streamEvents(
  chunks: AsyncGenerator<Uint8Array, void>,
  place: ArchivePlace,
  walk: Walk,
): Events<ProblemKind | null> {
  const bytes = new SequentialBytes(chunks);
  try {
    if (!(await bytes.has(1))) return 'empty-file';
    if (!(await bytes.has(HEAD_BYTES)) || !startsLikeZip(bytes.held)) return 'not-a-zip';
    const ending = yield* entriesEvents(streamedEntries(bytes), place, walk, { skipped: null });
    return ending === null ? null : VERDICTS[ending];
  } finally {
    await bytes.close();
  }
}

/** Returns how the entries ended; `null` when the walk was over before. */
async function* entriesEvents<Ending>(
  entries: AsyncGenerator<ZipEntry, Ending>,
  place: ArchivePlace,
  walk: Walk,
  { skipped }: { skipped: EntryRole | null },
): Events<Ending | null> {
  for (let step = await entries.next(); ; step = await entries.next()) {
    if (step.done) return step.value;
    if (walk.entries === walk.limits.maxEntries) {
      yield walk.stopped('too-many-entries', place.path);
      return null;
    }
    walk.entries++;
    if (entryRole(step.value.path) !== skipped) yield* entryEvents(step.value, place, walk);
    if (walk.isOver) return null;
    if (walk.isSpent) {
      yield walk.stopped('expands-too-much', place.path);
      return null;
    }
  }
}

async function* entryEvents(entry: ZipEntry, place: ArchivePlace, walk: Walk): Events {
  const path = place.prefix + entry.path;
  const role = entryRole(entry.path);
  if (role === 'hidden') walk.counts.hidden++;
  if (role === 'other') walk.counts.other++;
  if (role === 'activity' || role === 'archive') walk.candidates++;
  if (role === 'table') yield await tableEvent(entry, path, walk);
  if (role === 'activity') yield await activityEvent(entry, path, walk);
  if (role === 'archive') {
    yield* nestedEvents(entry, { path, prefix: `${path}/`, depth: place.depth + 1 }, walk);
  }
}

async function* nestedEvents(entry: ZipEntry, place: ArchivePlace, walk: Walk): Events {
  const { path } = place;
  const refused = refusal(entry, path, Number.POSITIVE_INFINITY);
  if (refused !== null) {
    yield { type: 'problem', problem: refused };
    return;
  }
  if (place.depth > walk.limits.maxDepth) {
    yield problem('nested-too-deep', path);
    return;
  }
  const known = knownEvent(entry, path, walk);
  if (known !== null) {
    yield known;
    return;
  }
  yield* archiveEvents(entry, place, walk);
  if (walk.isOver || entry.crc32 === null || entry.size === null) return;
  yield { type: 'archive-done', key: entryKey(path, entry.crc32, entry.size), path };
}

function problem(kind: ProblemKind, path: string): ArchiveEvent {
  return { type: 'problem', problem: archiveProblem(kind, path) };
}
