/** Real watch files beside the checkout, where there are any. Read in place, never copied. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHARED = fileURLToPath(new URL('../../../../shared', import.meta.url));

export interface RealFile {
  name: string;
  bytes: Uint8Array;
}

export const hasRealFiles = existsSync(SHARED);
if (!hasRealFiles) console.info('skipped: real watch files are not beside this checkout');

export function realFiles(folders = ['fit', 'fit/mpl-2.0', 'history']): RealFile[] {
  if (!hasRealFiles) return [];
  return folders.flatMap((folder) =>
    readdirSync(join(SHARED, folder))
      .filter((name) => name.endsWith('.fit'))
      .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(SHARED, folder, name))) })),
  );
}

/** The one file whose name contains `part`. */
export function realFile(part: string): Uint8Array {
  const found = realFiles().filter(({ name }) => name.includes(part));
  if (found.length !== 1) throw new Error(`${found.length} files are called ${part}`);
  return (found[0] as RealFile).bytes;
}
