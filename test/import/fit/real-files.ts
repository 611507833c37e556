/** Real watch files beside the checkout, where there are any. Read in place, never copied. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHARED = fileURLToPath(new URL('../../../../shared', import.meta.url));
const FOLDERS = ['fit', 'fit/mpl-2.0', 'history'];

export interface RealFile {
  name: string;
  bytes: Uint8Array;
}

export const hasRealFiles = existsSync(SHARED);
if (!hasRealFiles) console.info('skipped: real watch files are not beside this checkout');

export function realFiles(folders: readonly string[] = FOLDERS): RealFile[] {
  return pathsIn(folders).map(read);
}

/** The one file whose name contains `part`. */
export function realFile(part: string): Uint8Array {
  const [path, ...others] = pathsIn(FOLDERS).filter(({ name }) => name.includes(part));
  if (path === undefined || others.length > 0) throw new Error(`not one file is called ${part}`);
  return read(path).bytes;
}

interface RealPath {
  folder: string;
  name: string;
}

function pathsIn(folders: readonly string[]): RealPath[] {
  if (!hasRealFiles) return [];
  return folders.flatMap((folder) =>
    readdirSync(join(SHARED, folder))
      .filter((name) => name.endsWith('.fit'))
      .map((name) => ({ folder, name })),
  );
}

function read({ folder, name }: RealPath): RealFile {
  return { name, bytes: new Uint8Array(readFileSync(join(SHARED, folder, name))) };
}
