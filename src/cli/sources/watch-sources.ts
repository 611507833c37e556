/**
 * Folders, archives and single files as one stream of watch files. One file is held at a time, and asking for the next
 * event is asking for the next file: a slow reader slows the disk. Decodes nothing; bad input is an event, never an
 * exception.
 */
import { basename } from 'node:path';
import type { ArchiveEvent } from '../../archive/archive-event.ts';
import type { ByteSource } from '../../archive/byte-source.ts';
import { displayPath, folderOf } from '../../archive/entry-path.ts';
import { walkArchive } from '../../archive/walk-archive.ts';
import { startsLikeZip } from '../../archive/zip-entry.ts';
import { type ListedFile, listedFiles, unreadable } from './listed-files.ts';
import { type OpenFile, openFileSource } from './open-file-source.ts';
import type { SourceEvent } from './source-event.ts';
import { SourceProgress } from './source-progress.ts';
import { StravaTables } from './strava-tables.ts';

const ZIP_HEAD_BYTES = 4;

export interface WatchSources {
  /** Can be walked once. */
  events: AsyncGenerator<SourceEvent, void>;
  /** Activity files by their names, so far as known; `null` while archives may hold more. */
  expectedFiles(): number | null;
  /** How much is done, 0 to 1, when so many of the events were dealt with; tables do not count. */
  doneShare(doneFiles: number): number;
}

export async function watchSources(paths: readonly string[]): Promise<WatchSources> {
  const { files, problems } = await listedFiles(paths);
  const progress = new SourceProgress(files);
  async function* events(): AsyncGenerator<SourceEvent, void> {
    for (const problem of problems) yield { type: 'problem', kind: 'not-found', ...problem };
    const tables = new StravaTables();
    for (const file of files) yield* fileEvents(file, progress, tables);
  }
  return {
    events: events(),
    expectedFiles: () => progress.expectedFiles,
    doneShare: (doneFiles) => progress.doneShare(doneFiles),
  };
}

async function* fileEvents(
  file: ListedFile,
  progress: SourceProgress,
  tables: StravaTables,
): AsyncGenerator<SourceEvent, void> {
  let open: OpenFile;
  try {
    open = await openFileSource(file.path);
  } catch (error) {
    yield { type: 'problem', kind: 'not-readable', path: file.path, message: unreadable(error) };
    progress.end(file);
    return;
  }
  progress.begin(open);
  try {
    // Without its folders, whose names say nothing of the file: `..` would make it a hidden one.
    const name = displayPath(basename(file.path));
    const holder = (await isZip(file, open.source)) ? `${file.path}/` : folderOf(file.path);
    for await (const event of walkArchive(open.source, { name })) {
      progress.hear(event, file, name);
      const pathOf = (path: string) => (path === name ? file.path : holder + path);
      const met = sourceEvent(event, pathOf, tables);
      if (met?.type === 'table') tables.add(met);
      else if (met !== null) progress.metFiles += 1;
      if (met !== null) yield met;
    }
  } finally {
    progress.end(file);
    await open.close();
  }
}

/** `pathOf` makes paths of the walk those of the command line. */
function sourceEvent(
  event: ArchiveEvent,
  pathOf: (path: string) => string,
  tables: StravaTables,
): SourceEvent | null {
  switch (event.type) {
    case 'file': {
      const { type, path, name, format, bytes, damage } = event;
      const about = tables.about(pathOf(path));
      return { type, path: pathOf(path), name, format, bytes, damage, about };
    }
    case 'not-an-activity':
      return { type: event.type, path: pathOf(event.path), fitFileType: event.fitFileType };
    case 'table': {
      const { type, path, folder, table } = event;
      return { type, path: pathOf(path), folder: pathOf(folder), table };
    }
    case 'problem': {
      const { kind, path, message } = event.problem;
      return { type: 'problem', kind, path: pathOf(path), message };
    }
    default:
      return null;
  }
}

async function isZip({ role }: ListedFile, source: ByteSource): Promise<boolean> {
  if (role === 'archive' || source.size < ZIP_HEAD_BYTES) return role === 'archive';
  // What cannot be read is for the walk to say.
  return startsLikeZip(await source.read(0, ZIP_HEAD_BYTES).catch(() => new Uint8Array(0)));
}
