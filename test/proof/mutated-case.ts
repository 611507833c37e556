/** The file of a number: the same for the same seed, on every machine that has the same real files. */
import { type SeededRandom, seededRandom } from '../../fixtures/seeded-random.ts';
import { BYTE_MUTATIONS, type Mutate, pick } from './byte-mutations.ts';
import { FIT_BOMBS } from './fit-bombs.ts';
import { FIT_MUTATIONS } from './fit-mutations.ts';
import type { Originals, PlainFormat } from './originals.ts';
import { gzipBomb, mutatedGzip, mutatedZip } from './packed-mutations.ts';
import { XML_MUTATIONS } from './xml-mutations.ts';

export type Format = PlainFormat | 'gz' | 'zip';

export interface MutatedCase {
  index: number;
  format: Format;
  mutation: string;
  bytes: Uint8Array;
}

/** Most files in the world are FIT, and most ways to lie too. */
const SHARES: readonly Format[] = [
  ...new Array<Format>(10).fill('fit'),
  ...new Array<Format>(3).fill('gpx'),
  ...new Array<Format>(3).fill('tcx'),
  ...new Array<Format>(2).fill('gz'),
  ...new Array<Format>(2).fill('zip'),
];
const BOMB_SHARE = 0.1;
const FORMATS: readonly PlainFormat[] = ['fit', 'fit', 'gpx', 'tcx'];

export function mutatedCase(seed: number, index: number, { of }: Originals): MutatedCase {
  const random = seededRandom(Math.imul(seed, 0x9e37_79b1) ^ Math.imul(index + 1, 0x85eb_ca6b));
  // Neighbouring seeds of this generator begin alike.
  for (let i = 0; i < 3; i++) random.next();
  const format = pick(SHARES, random);
  if (format === 'gz') {
    const [inside, content] = plain(pick(FORMATS, random), of, random);
    const [mutation, bytes] =
      random.next() < BOMB_SHARE
        ? ['bomb', gzipBomb(content, random)]
        : mutatedGzip(content, random);
    return { index, format, mutation: `${inside} in ${mutation}`, bytes };
  }
  if (format === 'zip') {
    const files = Array.from({ length: random.whole(1, 5) }, (_, i) => {
      const inside = pick(FORMATS, random);
      return { name: `${i}.${inside}`, bytes: plain(inside, of, random)[1] };
    });
    const [mutation, bytes] = mutatedZip(files, random);
    return { index, format, mutation, bytes };
  }
  const [mutation, bytes] = plain(format, of, random);
  return { index, format, mutation, bytes };
}

function plain(
  format: PlainFormat,
  of: Originals['of'],
  random: SeededRandom,
): [string, Uint8Array] {
  if (format === 'fit' && random.next() < BOMB_SHARE) {
    const name = pick(Object.keys(FIT_BOMBS), random);
    return [name, FIT_BOMBS[name]?.(random) ?? new Uint8Array(0)];
  }
  const own = format === 'fit' ? FIT_MUTATIONS : XML_MUTATIONS;
  const mutations: [string, Mutate][] = [...Object.entries(BYTE_MUTATIONS), ...Object.entries(own)];
  const other = pick(of[random.next() < 0.8 ? format : pick(FORMATS, random)], random);
  let bytes = pick(of[format], random);
  const names: string[] = [];
  // Mostly one thing at a time: after several there is rarely anything left to be misread.
  for (let left = pick([1, 1, 1, 2, 3], random); left > 0; left--) {
    const [name, mutate] = pick(mutations, random);
    bytes = mutate(bytes, random, other);
    names.push(name);
  }
  return [names.join('+'), bytes];
}
