import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { garminExport, stravaExport } from '../../fixtures/archives.ts';
import { encodeFit } from '../../fixtures/encode-fit.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { writeZip } from '../../fixtures/zip-container.ts';
import type { ByteSource } from '../../src/archive/byte-source.ts';
import { streamOf, walked } from './walked.ts';

const run = encodeFit(syntheticRun({ segments: [{ speedMps: 2.8, durationS: 60 }] }));
const gpx = new TextEncoder().encode(`<gpx>${'<trkpt lat="1"/>'.repeat(100)}</gpx>`);
const FILES = [
  { name: '1.fit', bytes: run },
  { name: '2.gpx', bytes: gpx },
];
const inner = writeZip([{ path: 'c.fit', content: run, zip64: true, described: 'signed' }]);
const ARCHIVES = [
  stravaExport(FILES),
  garminExport(FILES),
  garminExport(FILES, { nested: 'stored' }),
  writeZip(
    [
      { path: 'a.fit', content: run, zip64: true },
      { path: 'b.gpx', content: gpx, described: 'unsigned' },
      { path: 'c.zip', content: inner, method: 0, described: 'signed' },
    ],
    { zip64: true },
  ),
];
const MAX_FILE_BYTES = 100_000;
const MAX_WALK_MS = 2000;

/** Somewhere in the archive, as a share of its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const archive = fc.constantFrom(...ARCHIVES);
const at = (bytes: Uint8Array, share: number) => Math.floor(share * (bytes.length - 1));

const flipped = fc
  .tuple(archive, fc.array(fc.tuple(place, fc.nat(7)), { minLength: 1, maxLength: 8 }))
  .map(([bytes, flips]) => {
    const damaged = bytes.slice();
    for (const [share, bit] of flips) {
      const index = at(bytes, share);
      damaged[index] = (damaged[index] as number) ^ (1 << bit);
    }
    return damaged;
  });
const cutOff = fc.tuple(archive, place).map(([bytes, share]) => bytes.slice(0, at(bytes, share)));
const spliced = fc
  .tuple(archive, place, archive, place)
  .map(([a, end, b, start]) => Buffer.concat([a.slice(0, at(a, end)), b.slice(at(b, start))]));
const overwritten = fc
  .tuple(archive, place, fc.constantFrom(0, 0x50, 0xff), fc.integer({ min: 1, max: 64 }))
  .map(([bytes, share, value, length]) =>
    bytes.slice().fill(value, at(bytes, share), at(bytes, share) + length),
  );
/** Any byte of any header, by its distance from the header's signature. */
const lying = fc
  .tuple(archive, place, fc.integer({ min: 4, max: 60 }), fc.nat(255))
  .map(([bytes, share, offset, value]) => {
    const headers = signatures(bytes);
    const damaged = bytes.slice();
    damaged[(headers[Math.floor(share * (headers.length - 1))] as number) + offset] = value;
    return damaged;
  });
const random = fc
  .uint8Array({ maxLength: 300 })
  .map((bytes) => Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes));

const mutations = { flipped, cutOff, spliced, overwritten, lying, random };

describe('an archive that is', () => {
  it.each(Object.keys(mutations) as (keyof typeof mutations)[])(
    '%s never throws, never hangs, and gives nothing beyond its limits',
    async (mutation) => {
      await fc.assert(
        fc.asyncProperty(mutations[mutation], async (bytes) => {
          for (const source of [strictSource(bytes), streamOf(bytes, 700)]) {
            const start = performance.now();
            const { files, complaints } = await walked(source, {
              limits: { maxFileBytes: MAX_FILE_BYTES },
            });
            expect(performance.now() - start).toBeLessThan(MAX_WALK_MS);
            expect(complaints.join()).not.toContain('source-lost');
            for (const file of files) expect(file.bytes.length).toBeLessThanOrEqual(MAX_FILE_BYTES);
          }
        }),
        { numRuns: 150 },
      );
    },
    30_000,
  );
});

/** Refuses to be read beyond its ends, as an open file or a blob would give less than asked for. */
function strictSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    async read(start, end) {
      if (start < 0 || end < start || end > bytes.length) throw new RangeError(`${start}–${end}`);
      return bytes.slice(start, end);
    },
  };
}

function signatures(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let index = 0; index + 4 < bytes.length; index++) {
    const isHeader = bytes[index] === 0x50 && bytes[index + 1] === 0x4b;
    if (isHeader && (bytes[index + 2] as number) < 9) found.push(index);
  }
  return found;
}
