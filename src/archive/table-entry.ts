/** `activities.csv`: read whole, for the names and the gear of the files beside it. */
import type { ArchiveEvent } from './archive-event.ts';
import { archiveProblem } from './archive-problem.ts';
import { entryContent, packedContent, refusal } from './entry-content.ts';
import { folderOf } from './entry-path.ts';
import { stravaTable } from './strava-table.ts';
import type { Walk } from './walk.ts';
import type { ZipEntry } from './zip-entry.ts';

export async function tableEvent(entry: ZipEntry, path: string, walk: Walk): Promise<ArchiveEvent> {
  const limitBytes = walk.limits.maxTableBytes;
  const refused = refusal(entry, path, limitBytes);
  if (refused !== null) return { type: 'problem', problem: refused };
  const packed = await packedContent(entry, limitBytes);
  const content = packed.ok ? entryContent(packed.value, entry, limitBytes) : packed;
  if (!content.ok) return { type: 'problem', problem: archiveProblem(content.error, path) };
  walk.unpackedBytes += content.value.bytes.length;
  const table = stravaTable(new TextDecoder().decode(content.value.bytes));
  if (table === null) return { type: 'problem', problem: archiveProblem('unknown-table', path) };
  return { type: 'table', path, folder: folderOf(path), table };
}
