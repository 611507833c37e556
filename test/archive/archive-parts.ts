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

export function longGpx(): Uint8Array {
  let text = '<gpx>';
  for (let i = 0; i < 3000; i++) text += `<trkpt lat="${Math.imul(i, 2654435761) >>> 0}"/>`;
  return utf8(`${text}</gpx>`);
}

/** Where the signature stands for the `nth` time, counted from 0. */
export function indexOfSignature(bytes: Uint8Array, signature: number, nth: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let seen = -1;
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (view.getUint32(at, true) === signature && ++seen === nth) return at;
  }
  throw new Error('no such signature');
}
