/** Small archives, and ways to read them. */
import type { ZipPart } from '../../fixtures/zip-container.ts';
import { streamOf } from './walked.ts';

export const utf8 = (text: string) => new TextEncoder().encode(text);
export const gpx = (name: string) => utf8(`<gpx><trk><name>${name}</name></trk></gpx>`);
export const part = (path: string, more: Partial<ZipPart> = {}): ZipPart => ({
  path,
  content: gpx(path),
  ...more,
});

/** Both ways of reading: by the directory, and from front to back in awkward chunks. */
export const bothWays = (archive: Uint8Array) => [archive, streamOf(archive, 61)];

export const paths = (files: { path: string }[]) => files.map(({ path }) => path);
