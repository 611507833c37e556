/**
 * Writes the generated archive to disk, piece by piece: a Strava export with its table and photos, Garmin's archives of
 * uploads inside it, one of those without its end, and one that is none.
 */
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { stravaTableText } from '../../fixtures/archives.ts';
import { truncated } from '../../fixtures/watch-file-variants.ts';
import { writeZip, type ZipPart, zipChunks } from '../../fixtures/zip-container.ts';
import type { ArchiveContents, GeneratedFile } from './archive-contents.ts';
import { cutGzip } from './cut-gzip.ts';

export interface WrittenArchive {
  packedBytes: number;
  /** Of the files of activities, out of everything they are packed in. */
  rawBytes: number;
}

export const MANUAL_ENTRIES = 3;
const UPLOADS = 'garmin/DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part';
const UPLOAD_ARCHIVES = 4;
const FILES_PER_PHOTO = 4;
const PHOTO_BYTES = 600_000;
const NOT_A_ZIP = new Uint8Array(5000).fill(7);

export function writeArchive(contents: ArchiveContents, path: string): WrittenArchive {
  const file = openSync(path, 'w');
  const raw = { bytes: 0 };
  for (const chunk of zipChunks(parts(contents, raw))) writeSync(file, chunk);
  closeSync(file);
  return { packedBytes: statSync(path).size, rawBytes: raw.bytes };
}

function* parts(contents: ArchiveContents, raw: { bytes: number }): Generator<ZipPart> {
  const { strava, garmin, cutArchive } = contents;
  for (const [index, file] of strava.entries()) {
    const content = file.bytes();
    raw.bytes += content.length;
    yield stravaPart(file, content);
    if (index % FILES_PER_PHOTO > 0) continue;
    const photo = new Uint8Array(Math.min(PHOTO_BYTES, FILES_PER_PHOTO * content.length));
    yield { path: `strava/media/${index}.jpg`, content: photo, method: 0 };
  }
  yield { path: 'strava/activities.csv', content: table(strava) };

  const filesPerArchive = Math.ceil(garmin.length / UPLOAD_ARCHIVES);
  for (let part = 0; part < UPLOAD_ARCHIVES; part++) {
    const files = garmin.slice(part * filesPerArchive, (part + 1) * filesPerArchive);
    const uploads = writeZip(files.map((file) => uploadPart(file, raw)));
    yield nested(`${UPLOADS}${part}.zip`, uploads, part % 2 === 0);
  }
  yield nested(`${UPLOADS}9.zip`, cutShort(cutArchive.map((file) => storedPart(file, raw))), true);
  yield { path: `${UPLOADS}10.zip`, content: NOT_A_ZIP };
}

function stravaPart({ name, oddity }: GeneratedFile, content: Uint8Array): ZipPart {
  const packed = oddity === 'cut gzip' ? cutGzip(content) : gzipSync(content);
  return {
    path: `strava/activities/${name}.gz`,
    content: content.length === 0 ? content : packed,
    method: 0,
    encrypted: oddity === 'locked',
    ...(oddity === 'wrong checksum' && { stated: { crc32: 1 } }),
  };
}

const table = (files: readonly GeneratedFile[]): Uint8Array =>
  new TextEncoder().encode(
    stravaTableText(
      files
        .filter(({ title }) => title !== null)
        .map(({ name, title, outcome }) => ({
          name,
          title: title as string,
          type: outcome === 'not-a-run' ? 'Ride' : 'Run',
          bytes: new Uint8Array(0),
        })),
      { manualEntries: MANUAL_ENTRIES },
    ),
  );

/** Sizes after the data, as Garmin's writer puts them. */
function uploadPart({ name, bytes }: GeneratedFile, raw: { bytes: number }): ZipPart {
  const content = bytes();
  raw.bytes += content.length;
  const path = `runner@example.com_${name}`;
  return { path, content, packed: deflateRawSync(content), described: 'signed' };
}

function storedPart({ name, bytes }: GeneratedFile, raw: { bytes: number }): ZipPart {
  const content = bytes();
  raw.bytes += content.length;
  return { path: name, content, method: 0 };
}

/** As an interrupted download leaves it: the last entry lacks its end, and a directory there is none. */
function cutShort(entries: readonly ZipPart[]): Uint8Array {
  const written = [...zipChunks(entries)].slice(0, 1 + entries.length);
  const last = written.pop() as Uint8Array;
  const { content } = entries.at(-1) as ZipPart;
  const header = last.subarray(0, last.length - content.length);
  return Buffer.concat([...written, header, truncated(content)]);
}

function nested(path: string, content: Uint8Array, isDeflated: boolean): ZipPart {
  if (!isDeflated) return { path, content, method: 0 };
  return { path, content, packed: deflateRawSync(content) };
}
