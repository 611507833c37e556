/** One file that its name calls an activity: known, refused, or unpacked and handed out with what it turned out to be. */
import { activityFormat } from './activity-format.ts';
import { type ArchiveEvent, entryKey } from './archive-event.ts';
import { archiveProblem, type ProblemKind } from './archive-problem.ts';
import { type EntryContent, entryContent, packedContent, refusal } from './entry-content.ts';
import { fileName } from './entry-path.ts';
import { FIT_ACTIVITY, fitFileType } from './fit-file-type.ts';
import { gunzipped, isGzip } from './unpack.ts';
import type { Walk } from './walk.ts';
import { startsLikeZip, type ZipEntry } from './zip-entry.ts';

/** The one event of this entry; its data is read only if it was not done before and may be taken. */
export async function activityEvent(
  entry: ZipEntry,
  path: string,
  walk: Walk,
): Promise<ArchiveEvent> {
  const limitBytes = walk.limits.maxFileBytes;
  const refused = refusal(entry, path, limitBytes);
  if (refused !== null) return { type: 'problem', problem: refused };
  const known = knownEvent(entry, path, walk);
  if (known !== null) return known;
  const packed = await packedContent(entry, limitBytes);
  if (!packed.ok) return problem(packed.error, path);
  // A streamed entry has its checksum only now.
  const knownByNow = knownEvent(entry, path, walk);
  if (knownByNow !== null) return knownByNow;

  const content = entryContent(packed.value, entry, limitBytes);
  walk.unpackedBytes += content.ok ? content.value.bytes.length : limitBytes;
  if (!content.ok) return problem(content.error, path);
  const raw = rawContent(content.value, walk);
  return raw === null ? problem('too-large', path) : contentEvent(entry, path, raw);
}

/** The event that says so when the entry was done before; `null` also while the archive has not said what it holds. */
export function knownEvent(entry: ZipEntry, path: string, walk: Walk): ArchiveEvent | null {
  if (entry.crc32 === null || entry.size === null) return null;
  const key = entryKey(path, entry.crc32, entry.size);
  return walk.isDone(key) ? { type: 'known', key, path } : null;
}

interface RawContent extends EntryContent {
  /** Of the entry's content before any gzip was taken off. */
  entrySize: number;
}

/** `null` when the file is too large out of its gzip. */
function rawContent(content: EntryContent, walk: Walk): RawContent | null {
  const entrySize = content.bytes.length;
  if (!isGzip(content.bytes)) return { ...content, entrySize };
  const { maxFileBytes } = walk.limits;
  const unpacked = gunzipped(content.bytes, maxFileBytes);
  walk.unpackedBytes += unpacked?.bytes.length ?? maxFileBytes;
  if (unpacked === null) return null;
  const damage = { intact: null, 'cut-off': 'incomplete', broken: 'damaged' } as const;
  return {
    ...content,
    entrySize,
    bytes: unpacked.bytes,
    damage: content.damage ?? damage[unpacked.ending],
  };
}

function contentEvent(entry: ZipEntry, path: string, content: RawContent): ArchiveEvent {
  const { bytes, damage, entrySize } = content;
  const format = activityFormat(bytes);
  if (format === null) {
    if (damage !== null) return problem('damaged', path);
    if (startsLikeZip(bytes)) return problem('hidden-archive', path);
    return problem(bytes.length === 0 ? 'empty-file' : 'not-recognised', path);
  }
  const key = entryKey(path, entry.crc32 ?? content.crc32, entry.size ?? entrySize);
  const fitType = format === 'fit' ? fitFileType(bytes) : null;
  if (fitType !== null && fitType !== FIT_ACTIVITY) {
    return { type: 'not-an-activity', key, path, fitFileType: fitType };
  }
  return { type: 'file', key, path, name: fileName(path), format, bytes, damage };
}

function problem(kind: ProblemKind, path: string): ArchiveEvent {
  return { type: 'problem', problem: archiveProblem(kind, path) };
}
