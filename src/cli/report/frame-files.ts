/** Where frames are written: a CSV file each in a folder, all of them in one XLSX file. Replaces nothing unasked. */
import { constants } from 'node:fs';
import { access, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from '../../analysis/result.ts';

export interface FrameTargets {
  csvFolder: string | null;
  xlsxFile: string | null;
  /** Files that are there already are replaced. */
  force: boolean;
}

/** The files of each name, as `writeFrameFile` takes them. */
export const csvFileOf = (csvFolder: string, name: string): string =>
  join(csvFolder, `${name}.csv`);

/** One sentence where something stands in the way, found before a long history is read. */
export async function refusedTarget(
  { csvFolder, xlsxFile, force }: FrameTargets,
  names: readonly string[],
): Promise<string | null> {
  const files = csvFolder === null ? [] : names.map((name) => csvFileOf(csvFolder, name));
  if (xlsxFile !== null) files.push(xlsxFile);
  if (csvFolder !== null && (await exists(csvFolder)) && !(await isFolder(csvFolder))) {
    return `${csvFolder} is a file, not a folder: name another for --csv.`;
  }
  for (const file of files) {
    if (await isFolder(file)) return `${file} is a folder: nothing can be written there.`;
    if (!force && (await exists(file))) return alreadyThere(file);
  }
  if (xlsxFile !== null && !(await isFolder(dirname(xlsxFile)))) {
    return `There is no folder ${dirname(xlsxFile)} to write ${xlsxFile} in.`;
  }
  const folders = [csvFolder, xlsxFile === null ? null : dirname(xlsxFile)];
  for (const folder of folders.filter((path) => path !== null)) {
    const nearest = await nearestFolder(resolve(folder));
    if (!(await isWritable(nearest))) return `Nothing may be written in ${nearest}.`;
  }
  return null;
}

/** Makes the file's folder where there is none. */
export async function writeFrameFile(
  file: string,
  content: string | Uint8Array,
  force: boolean,
): Promise<Result<void, string>> {
  try {
    await makeFolder(dirname(file));
  } catch (error) {
    // A file of that name is there.
    return err(failureOf(file, error, { EEXIST: 'ENOTDIR' }));
  }
  try {
    await writeFile(file, content, { flag: force ? 'w' : 'wx' });
    return ok(undefined);
  } catch (error) {
    return err(failureOf(file, error));
  }
}

/** Where nothing can be made (`/proc`), Node's own recursion never ends. */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path);
}

function failureOf(file: string, error: unknown, meant: Record<string, string> = {}): string {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const code = meant[String(error.code)] ?? String(error.code);
  if (code === 'EEXIST') return alreadyThere(file);
  return `${file}: ${FAILURES[code] ?? `it could not be written (${code}).`}`;
}

const FAILURES: Record<string, string> = {
  EACCES: 'it may not be written there.',
  EPERM: 'it may not be written there.',
  ENOENT: 'it may not be written there.',
  EROFS: 'it may not be written there.',
  EBUSY: 'another program has it open.',
  ENOSPC: 'there is no room left on the disk.',
  EDQUOT: 'there is no room left on the disk.',
  ENOTDIR: 'a part of this path is a file, not a folder.',
  EISDIR: 'it is a folder.',
};

const alreadyThere = (file: string): string =>
  `${file} is there already: name another place, or replace it with --force.`;

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const isWritable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

async function nearestFolder(path: string): Promise<string> {
  const parent = dirname(path);
  return parent === path || (await exists(path)) ? path : nearestFolder(parent);
}
