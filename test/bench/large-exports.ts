/** Exports of 2,000 activities, some 200 to 300 MB each, written to disk piece by piece. Deflated by Node, which is faster. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { stravaTableText } from '../../fixtures/archives.ts';
import { encodeFit } from '../../fixtures/encode-fit.ts';
import { redatedFit } from '../../fixtures/redated-fit.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { writeZip, type ZipPart, zipChunks } from '../../fixtures/zip-container.ts';

const ACTIVITIES = 2000;
const RECORDINGS = 10;
const DAY_S = 86_400;
const ACTIVITIES_PER_PHOTO = 14;
const PHOTO_BYTES = 600_000;
const FILES_PER_UPLOAD = 1000;

/** Files as Strava gives them back, each in its gzip, between photos, the table at the end. */
export function writeLargeStravaExport(path: string): void {
  write(path, stravaParts());
}

/** Files in archives of uploads, whose sizes stand after the data, deflated once more into the outer archive. */
export function writeLargeGarminExport(path: string): void {
  write(path, garminParts());
}

function write(path: string, parts: Iterable<ZipPart>): void {
  const file = openSync(path, 'w');
  for (const chunk of zipChunks(parts)) writeSync(file, chunk);
  closeSync(file);
}

function* stravaParts(): Generator<ZipPart> {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const [index, bytes] of activities()) {
    const name = `${index}.fit`;
    files.push({ name, bytes: new Uint8Array(0) });
    yield { path: `activities/${name}.gz`, content: gzipSync(bytes), method: 0 };
    if (index % ACTIVITIES_PER_PHOTO === 0) {
      yield { path: `media/${index}.jpg`, content: new Uint8Array(PHOTO_BYTES), method: 0 };
    }
  }
  yield { path: 'activities.csv', content: new TextEncoder().encode(stravaTableText(files)) };
}

function* garminParts(): Generator<ZipPart> {
  let inside: ZipPart[] = [];
  let part = 1;
  for (const [index, bytes] of activities()) {
    inside.push({ path: `runner_${index}.fit`, described: 'signed', ...deflated(bytes) });
    if (inside.length < FILES_PER_UPLOAD && index < ACTIVITIES - 1) continue;
    const path = `DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part${part++}.zip`;
    yield { path, ...deflated(writeZip(inside)) };
    inside = [];
  }
}

function deflated(content: Uint8Array): Pick<ZipPart, 'content' | 'packed'> {
  return { content, packed: deflateRawSync(content) };
}

/** Different runs of one to two and a half hours, a day apart. */
function* activities(): Generator<[number, Uint8Array]> {
  const recordings = Array.from({ length: RECORDINGS }, (_, seed) =>
    encodeFit(
      syntheticRun({
        segments: [{ durationS: 3600 + seed * 600, speedMps: 2.9, gradePercent: 1, powerW: 240 }],
        position: { latitudeDeg: 0, longitudeDeg: -30 },
        noiseSeed: seed,
      }),
    ),
  );
  for (let index = 0; index < ACTIVITIES; index++) {
    const recording = recordings[index % RECORDINGS] as Uint8Array;
    yield [index, redatedFit(recording, -index * DAY_S)];
  }
}
