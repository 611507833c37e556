/** What the name of an entry says: where it lies, and whether it is worth opening. Paths are for display and comparison only. */

/** `hidden`: what systems leave behind (`__MACOSX/`, `._run.fit`, `.DS_Store`). */
export type EntryRole = 'activity' | 'archive' | 'table' | 'folder' | 'hidden' | 'other';

/** Long enough for any export; a name may take 65,535 bytes. */
const MAX_PATH_CHARACTERS = 240;
/** Control characters, and those that turn the direction of writing to make a name read as another. */
const DECEPTIVE = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

export function entryRole(path: string): EntryRole {
  if (path.endsWith('/')) return 'folder';
  const segments = path.split('/');
  if (segments.some(isHidden)) return 'hidden';
  const name = (segments.at(-1) as string).toLowerCase();
  if (/\.(?:fit|gpx|tcx)(?:\.gz)?$/.test(name)) return 'activity';
  if (name.endsWith('.zip')) return 'archive';
  return name === 'activities.csv' ? 'table' : 'other';
}

/** `.` and `..` lead somewhere and hide nothing: some programs write `./run.fit`. */
const isHidden = (segment: string): boolean =>
  segment === '__MACOSX' || (segment.startsWith('.') && segment !== '.' && segment !== '..');

/** The name as an archive stores it, made fit for display. `isUtf8`: the archive says so; many do not, and are. */
export function decodedPath(name: Uint8Array, isUtf8: boolean): string {
  return displayPath(isUtf8 ? new TextDecoder().decode(name) : guessedText(name));
}

export function displayPath(path: string): string {
  const readable = path.replaceAll('\\', '/').replace(DECEPTIVE, '\uFFFD');
  if (readable.length <= MAX_PATH_CHARACTERS) return readable;
  return `…${readable.slice(1 - MAX_PATH_CHARACTERS)}`;
}

/** Without its folders, and without the e-mail address that Garmin puts before the names of uploads. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/^.*@.*_(?=\w+\.)/, '');
}

/** With its slash; empty for a file that lies in no folder. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

function guessedText(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(name);
  } catch {
    return new TextDecoder('windows-1252').decode(name);
  }
}
