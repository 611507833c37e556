/** A first look through the directory of an archive: whether it can be believed, and what is to come. */
import { entryRole } from './entry-path.ts';
import { LOCAL_HEADER_BYTES, type ZipEntry } from './zip-entry.ts';

export interface Survey {
  activityFiles: number;
  nestedArchives: number;
  /** Of both, unpacked. */
  bytes: number;
  /** The tables of activities, to be read before the files. */
  tables: ZipEntry[];
}

/** An export has one; a runner may have packed a few exports into one archive. */
const MAX_TABLES = 16;

/**
 * `null` for a directory that cannot be followed, or whose entries would not fit side by side into the archive: damaged,
 * or made so that a few bytes unpack again and again. Stops looking after `maxEntries`.
 */
export async function surveyed(
  entries: AsyncGenerator<ZipEntry, boolean>,
  archiveBytes: number,
  maxEntries: number,
): Promise<Survey | null> {
  const survey: Survey = { activityFiles: 0, nestedArchives: 0, bytes: 0, tables: [] };
  let room = archiveBytes;
  for (let looked = 0; looked < maxEntries; looked++) {
    const { done, value } = await entries.next();
    if (done) return value ? survey : null;
    room -= LOCAL_HEADER_BYTES + (value.packedSize ?? 0);
    if (room < 0) return null;
    addEntry(survey, value);
  }
  return survey;
}

function addEntry(survey: Survey, entry: ZipEntry): void {
  const role = entryRole(entry.path);
  if (role === 'table' && survey.tables.length < MAX_TABLES) survey.tables.push(entry);
  if (role === 'activity') survey.activityFiles++;
  if (role === 'archive') survey.nestedArchives++;
  if (role === 'activity' || role === 'archive') survey.bytes += entry.size ?? 0;
}
