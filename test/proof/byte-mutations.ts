/** What happens to bytes of any format on their way: flipped, cut, lost, doubled, written over, joined with another file. */
import type { SeededRandom } from '../../fixtures/seeded-random.ts';
import { chained } from '../../fixtures/watch-file-variants.ts';

export type Mutate = (bytes: Uint8Array, random: SeededRandom, other: Uint8Array) => Uint8Array;

/** A place in `bytes`; 0 in an empty file. */
export const place = (bytes: Uint8Array, random: SeededRandom): number =>
  random.whole(0, Math.max(0, bytes.length - 1));

export function pick<T>(list: readonly T[], random: SeededRandom): T {
  return list[random.whole(0, list.length - 1)] as T;
}

function flips(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const flipped = bytes.slice();
  for (let left = random.whole(1, pick([1, 8, 64, 1000], random)); left > 0; left--) {
    const at = place(flipped, random);
    flipped[at] = (flipped[at] as number) ^ (1 << random.whole(0, 7));
  }
  return flipped;
}

function cut(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  return random.next() < 0.8
    ? bytes.slice(0, place(bytes, random))
    : bytes.slice(place(bytes, random));
}

/** The beginning of one file and the end of another. */
function splice(bytes: Uint8Array, random: SeededRandom, other: Uint8Array): Uint8Array {
  return chained(bytes.slice(0, place(bytes, random)), other.slice(place(other, random)));
}

/** A part of another file in the middle of this one. */
function graft(bytes: Uint8Array, random: SeededRandom, other: Uint8Array): Uint8Array {
  const at = place(bytes, random);
  const from = place(other, random);
  const part = other.slice(from, from + random.whole(1, 5000));
  const lost = random.whole(0, 2000);
  return chained(bytes.slice(0, at), part, bytes.slice(at + lost));
}

function loss(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const at = place(bytes, random);
  return chained(bytes.slice(0, at), bytes.slice(at + random.whole(1, 300)));
}

function repetition(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const at = place(bytes, random);
  const part = bytes.slice(at, at + random.whole(1, 2000));
  const parts = Array.from({ length: random.whole(1, 40) }, () => part);
  return chained(bytes.slice(0, at), ...parts, bytes.slice(at));
}

function overwriting(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const written = bytes.slice();
  const at = place(written, random);
  const end = Math.min(written.length, at + random.whole(1, pick([4, 64, 4096], random)));
  const value = pick([0, 0xff, 0x7f, 0x40, null], random);
  for (let i = at; i < end; i++) written[i] = value ?? random.whole(0, 255);
  return written;
}

export const BYTE_MUTATIONS: Readonly<Record<string, Mutate>> = {
  flips,
  cut,
  splice,
  graft,
  loss,
  repetition,
  overwriting,
};
