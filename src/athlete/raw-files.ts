/**
 * The raw files of an athlete, to take along: as they were added, under their own names, one at a time. Reads R2; knows
 * nothing of what the files hold.
 */
import { fileName } from '../archive/entry-path.ts';
import { sniff } from '../import/sniff.ts';
import type { AthleteStore } from './athlete-store.ts';
import type { ListedFile } from './file-table.ts';
import { readKeptFile } from './kept-file.ts';

/** A download that breaks off begins again, so none is larger than this, unpacked. */
const MAX_PART_BYTES = 1_000_000_000;
/** A request may ask R2 a few thousand times. */
const MAX_PART_FILES = 5_000;

const ENDING = /\.(?:fit|gpx|tcx)$/i;
/** What some system does not take in a name, or does not show. */
const UNWRITABLE = /^\.+|[\p{Cc}\p{Cf}<>:"/\\|?*\uFFFD]/gu;

/** Most systems take 255 in a name: these, a hyphen with a SHA-256, and the ending. */
const MAX_STEM_BYTES = 186;

export interface RawFile {
  /** Unique among all of the athlete's, on systems too for which case, or how an accent is written, makes no other name. */
  path: string;
  storedAs: string;
  sizeBytes: number;
}

/** In as many downloads as they take; each file in one of them. */
export function rawFileParts(files: readonly ListedFile[]): RawFile[][] {
  const parts: RawFile[][] = [];
  let partBytes = Number.POSITIVE_INFINITY;
  for (const file of namedApart(files)) {
    const isFull = (parts.at(-1)?.length ?? 0) >= MAX_PART_FILES;
    if (isFull || partBytes + file.sizeBytes > MAX_PART_BYTES) {
      parts.push([]);
      partBytes = 0;
    }
    parts.at(-1)?.push(file);
    partBytes += file.sizeBytes;
  }
  return parts;
}

/** Reads a file when it is asked for. One whose bytes are lost is passed over, and named in a list at the end. */
export async function* readRawFiles(
  bucket: AthleteStore['files'],
  files: readonly RawFile[],
): AsyncGenerator<{ path: string; content: Uint8Array }> {
  const lost: string[] = [];
  for (const { path, storedAs } of files) {
    const content = await readKeptFile(bucket, storedAs);
    if (content === null) lost.push(path);
    else yield { path: ENDING.test(path) ? path : `${path}.${sniff(content)}`, content };
  }
  if (lost.length > 0) {
    yield { path: 'lost-files.txt', content: new TextEncoder().encode(`${lost.join('\n')}\n`) };
  }
}

function namedApart(files: readonly ListedFile[]): RawFile[] {
  const taken = new Set<string>();
  return files.map(({ sha256, name, storedAs, sizeBytes }) => {
    const said = fileName(name ?? '')
      .replace(/\.gz\s*$/i, '')
      .trim()
      .replace(UNWRITABLE, '_');
    const [ending = ''] = ENDING.exec(said) ?? [];
    const stem = shortened(said.slice(0, said.length - ending.length));
    // Without the ending, which a file that has none is given later.
    const isFree = stem !== '' && !taken.has(likeness(stem));
    const apart = isFree ? stem : [stem, sha256].filter((part) => part !== '').join('-');
    taken.add(likeness(apart));
    return { path: `${apart}${ending}`, storedAs, sizeBytes };
  });
}

/** Cut where a letter ends. */
function shortened(stem: string): string {
  const { read } = new TextEncoder().encodeInto(stem, new Uint8Array(MAX_STEM_BYTES));
  return stem.slice(0, read).trim();
}

/** The same for names that some system takes for one. */
const likeness = (name: string): string => name.normalize('NFC').toLowerCase();
