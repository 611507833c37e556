/**
 * What the paths of a command line stand for: files as they are given, folders searched to their depths for activities,
 * archives and Strava's table. In the order of their names, so that two runs meet the same files in the same order.
 */
import type { Dirent, Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type EntryRole, entryRole } from '../../archive/entry-path.ts';

export interface ListedFile {
  path: string;
  role: EntryRole;
  sizeBytes: number;
}

/** A path that could not be followed, and why, for the runner. */
export interface UnlistedPath {
  path: string;
  message: string;
}

export interface Listing {
  files: ListedFile[];
  problems: UnlistedPath[];
}

/** In a folder everything else, photos and notes, is passed over without a word. */
const WANTED: readonly EntryRole[] = ['table', 'activity', 'archive'];

const REASONS: Record<string, string> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'You are not allowed to read this.',
  EPERM: 'You are not allowed to read this.',
  ELOOP: 'This link leads back to itself.',
};

/** Stands for bytes of a name that are no letters, as in names from archives of another system: they lead nowhere. */
const UNKNOWN_LETTER = '\uFFFD';
const STRANGE_NAME =
  'This name has letters that are none on this computer. Rename it, then choose it again.';

export async function listedFiles(paths: readonly string[]): Promise<Listing> {
  const listing: Listing = { files: [], problems: [] };
  for (const path of paths) await listPath(path, listing);
  return listing;
}

/** The sentence for a failed call of the file system. */
export function unreadable(error: unknown): string {
  const { code = '', message, path = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && path.includes(UNKNOWN_LETTER)) return STRANGE_NAME;
  return REASONS[code] ?? `This could not be read (${message}).`;
}

async function listPath(path: string, listing: Listing): Promise<void> {
  const found = await stats(path, listing);
  if (found === null) return;
  if (found.isDirectory()) await listFolder(path, listing);
  else if (found.isFile()) {
    listing.files.push({ path, role: entryRole(basename(path)), sizeBytes: found.size });
  } else {
    listing.problems.push({ path, message: 'This is neither a file nor a folder.' });
  }
}

async function listFolder(folder: string, listing: Listing): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    listing.problems.push({ path: folder, message: unreadable(error) });
    return;
  }
  const visible = entries.filter(({ name }) => entryRole(name) !== 'hidden').sort(byName);
  // The table first: it names the files beside it.
  visible.sort((a, b) => Number(isTable(b)) - Number(isTable(a)));
  for (const entry of visible) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await listFolder(path, listing);
    else if (WANTED.includes(entryRole(entry.name))) await listWanted(path, entry, listing);
  }
}

/** Links to files are followed; links to folders are not, since they may lead in circles. */
async function listWanted(path: string, entry: Dirent, listing: Listing): Promise<void> {
  if (!entry.isFile() && !entry.isSymbolicLink()) return;
  const found = await stats(path, listing);
  if (found?.isFile()) {
    listing.files.push({ path, role: entryRole(entry.name), sizeBytes: found.size });
  }
}

async function stats(path: string, listing: Listing): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    listing.problems.push({ path, message: unreadable(error) });
    return null;
  }
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
const isTable = ({ name }: Dirent): boolean => entryRole(name) === 'table';
