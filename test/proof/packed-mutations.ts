/** Damaged and lying gzip files and archives around files that are damaged themselves; and ones that unpack to far more. */
import { gzipSync } from 'node:zlib';
import { type ExportedFile, garminExport, stravaExport } from '../../fixtures/archives.ts';
import type { SeededRandom } from '../../fixtures/seeded-random.ts';
import { chained } from '../../fixtures/watch-file-variants.ts';
import { writeZip, type ZipPart } from '../../fixtures/zip-container.ts';
import { BYTE_MUTATIONS, pick } from './byte-mutations.ts';

/** Beyond the limits of an import, so that they are what stops it. */
const BOMB_BYTES = 24_000_000;
/** Of 20 bytes each. */
const MOST_EMPTY_MEMBERS = 30_000;

/** A gzip file around `content`, itself mutated in two of three cases. */
export function mutatedGzip(content: Uint8Array, random: SeededRandom): [string, Uint8Array] {
  const packed = new Uint8Array(gzipSync(content, { level: pick([1, 6, 9], random) }));
  const kind = pick(['sound', 'damaged', 'damaged', 'damaged', 'header', 'members'], random);
  if (kind === 'sound') return [kind, packed];
  if (kind === 'members') {
    return [kind, chained(packed, new Uint8Array(gzipSync(content.subarray(0, 999))), packed)];
  }
  if (kind === 'header') {
    const at = random.whole(2, 9);
    packed[at] = random.whole(0, 255);
    return [kind, packed];
  }
  return damaged(packed, random, packed);
}

/** `start` and then nothing but one byte, far beyond every limit in one of ten cases; or a chain of empty gzip files. */
export function gzipBomb(start: Uint8Array, random: SeededRandom): Uint8Array {
  const large = random.next() < 0.1 ? BOMB_BYTES : random.whole(100_000, 3_000_000);
  const content = new Uint8Array(large).fill(pick([0, 2, 0x20, 0xff], random));
  content.set(start.subarray(0, random.whole(0, Math.min(start.length, 20_000))));
  const packed = new Uint8Array(gzipSync(content, { level: 1 }));
  if (random.next() < 0.8) return packed;
  const empty = new Uint8Array(gzipSync(new Uint8Array(0)));
  const members = new Array<Uint8Array>(random.whole(1, MOST_EMPTY_MEMBERS)).fill(empty);
  return chained(...members, packed);
}

export function mutatedZip(
  files: readonly ExportedFile[],
  random: SeededRandom,
): [string, Uint8Array] {
  const kind = pick(['strava', 'garmin', 'lying', 'many', 'nested'], random);
  const archive = ARCHIVES[kind]?.(files, random) ?? new Uint8Array(0);
  if (random.next() < 0.3) return [kind, archive];
  const [damage, bytes] = damaged(archive, random, archive);
  return [`${kind} ${damage}`, bytes];
}

type Archive = (files: readonly ExportedFile[], random: SeededRandom) => Uint8Array;

const ARCHIVES: Readonly<Record<string, Archive>> = {
  strava: (files) => stravaExport(files),
  garmin: (files, random) =>
    garminExport(files, { nested: pick(['stored', 'deflated'], random), filesPerPart: 2 }),
  lying: (files, random) => writeZip(files.map((file) => lyingPart(file, random))),
  many: ([file], random) =>
    writeZip(
      Array.from({ length: random.whole(20, 300) }, (_, i) => ({
        path: `${i}.fit`,
        content: file?.bytes.subarray(0, i % 60) ?? new Uint8Array(0),
        method: 0,
      })),
    ),
  nested: (files, random) => {
    let inner: Uint8Array = stravaExport(files);
    for (let depth = random.whole(1, 5); depth > 0; depth--) {
      inner = writeZip([{ path: `${depth}.zip`, content: inner, method: pick([0, 8], random) }]);
    }
    return inner;
  },
};

function lyingPart({ name, bytes }: ExportedFile, random: SeededRandom): ZipPart {
  const lie = () => pick([0, 1, bytes.length * 2, 0x7fff_ffff, 0xffff_fffe], random);
  return {
    path: name,
    content: bytes,
    method: pick([0, 8, 8], random),
    described: pick(['signed', 'unsigned', undefined], random) as 'signed',
    zip64: random.next() < 0.2,
    stated: pick([{ size: lie() }, { packedSize: lie() }, { crc32: lie() }, {}], random),
  };
}

function damaged(
  packed: Uint8Array,
  random: SeededRandom,
  other: Uint8Array,
): [string, Uint8Array] {
  const name = pick(Object.keys(BYTE_MUTATIONS), random);
  return [name, BYTE_MUTATIONS[name]?.(packed, random, other) ?? packed];
}
