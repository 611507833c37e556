import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { encodedRun } from '../../fixtures/encoded-run.ts';
import { type ZippedFile, zipStream } from '../../src/archive/zip-stream.ts';
import { walked } from './walked.ts';

const RUN = encodedRun({
  startTimeS: 1_772_434_800,
  segments: [{ distanceM: 5_000, speedMps: 3 }],
});
const FILES: ZippedFile[] = [
  { path: 'run.fit', content: RUN },
  { path: 'Lauf in Köln ✓.gpx', content: new TextEncoder().encode('<gpx></gpx>') },
  { path: 'empty.tcx', content: new Uint8Array(0) },
];

async function* coming(files: readonly ZippedFile[]): AsyncGenerator<ZippedFile> {
  yield* files;
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces) all.push(piece.slice());
  return new Uint8Array(await new Blob(all).arrayBuffer());
}

test('another reader finds every file as it was, by its name', async () => {
  const unzipped = unzipSync(await gathered(zipStream(coming(FILES))));
  expect(Object.keys(unzipped)).toEqual(FILES.map(({ path }) => path));
  for (const { path, content } of FILES) expect(unzipped[path]).toEqual(content);
});

test('what is taken along can be added again', async () => {
  const { files, problems } = await walked(await gathered(zipStream(coming(FILES.slice(0, 1)))));
  expect(problems).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual(['run.fit']);
  expect(files[0]?.bytes).toEqual(RUN);
});

test('an archive without files is one', async () => {
  expect(unzipSync(await gathered(zipStream(coming([]))))).toEqual({});
});

test('a file is asked for when all before it has been taken', async () => {
  let asked = 0;
  async function* counted(): AsyncGenerator<ZippedFile> {
    for (const file of FILES) {
      asked++;
      yield file;
    }
  }
  const pieces = zipStream(counted());
  await pieces.next();
  expect(asked).toBe(1);
  // The rest of the first: its bytes, and what follows them.
  await pieces.next();
  await pieces.next();
  expect(asked).toBe(1);
  await pieces.next();
  expect(asked).toBe(2);
});
