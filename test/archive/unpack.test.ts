import { Deflate, deflateSync, gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../fixtures/seeded-random.ts';
import { gunzipped, inflated } from '../../src/archive/unpack.ts';
import { Unpacker } from '../../src/archive/unpacker.ts';
import { measured } from '../proof/cost.ts';

const random = seededRandom(7);
/** Shrinks by about a quarter. */
const raw = Uint8Array.from({ length: 200_000 }, () => random.whole(0, 63));
const ENOUGH = raw.length;

/** `content` and then a block of a type that there is not. */
function brokenOff(content: Uint8Array): Uint8Array {
  const packed: Uint8Array[] = [];
  const deflate = new Deflate((chunk) => packed.push(chunk));
  deflate.push(content);
  deflate.flush(true);
  return Buffer.concat([...packed, Uint8Array.of(0x07)]);
}

describe('deflated bytes', () => {
  it.each([0, 1, 6, 9] as const)('come back whole from level %s', (level) => {
    expect(inflated(deflateSync(raw, { level }), ENOUGH)).toEqual({ bytes: raw, ending: 'intact' });
  });

  it('are none of too few bytes, and nothing above the limit', () => {
    expect(inflated(deflateSync(raw), raw.length)).not.toBeNull();
    expect(inflated(deflateSync(raw), raw.length - 1)).toBeNull();
  });

  it('that are cut off give what came', () => {
    const half = deflateSync(raw).subarray(0, 70_000);
    const result = inflated(half, ENOUGH);
    expect(result?.ending).toBe('cut-off');
    const { bytes } = result as { bytes: Uint8Array };
    expect(bytes.length).toBeGreaterThan(80_000);
    expect(bytes).toEqual(raw.subarray(0, bytes.length));
  });

  it('that break off in the middle give all but the last kilobytes before that', () => {
    const result = inflated(brokenOff(raw), ENOUGH);
    expect(result?.ending).toBe('broken');
    const { bytes } = result as { bytes: Uint8Array };
    expect(bytes.length).toBeGreaterThan(raw.length - 2048);
    expect(bytes).toEqual(raw.subarray(0, bytes.length));
  });

  it('that break off late give as much, and take at most three times the memory of sound ones', async () => {
    const large = new Uint8Array(Buffer.concat([raw, raw, raw, raw]));
    const [sound, broken] = [deflateSync(large), brokenOff(large)];
    const unpacking = (packed: Uint8Array) =>
      measured('growth', packed.length, () => inflated(packed, large.length));
    const whole = await unpacking(sound);
    const { value, cost } = await unpacking(broken);
    expect(value?.bytes.length).toBeGreaterThan(large.length - 2048);
    expect(cost.heldBytes).toBeLessThan(3 * whole.cost.heldBytes);
  });

  it('are not read on when nothing can follow', () => {
    const packed = new Uint8Array(10_000_000);
    packed.set(deflateSync(new TextEncoder().encode('done')));
    const start = performance.now();
    expect(inflated(packed, ENOUGH)?.bytes).toEqual(new TextEncoder().encode('done'));
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('give no more than some 17 MB at a time, however far they expand', () => {
    const bomb = deflateSync(new Uint8Array(60_000_000), { level: 9 });
    const chunks = [...new Unpacker('deflate').push(bomb)].map(({ length }) => length);
    expect(chunks.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(59_000_000);
    expect(Math.max(...chunks)).toBeLessThan(17_500_000);
  });
});

describe('gzip files', () => {
  const packed = gzipSync(raw, { filename: 'run.fit' });

  it('come back whole, their name left behind', () => {
    expect(gunzipped(packed, ENOUGH)).toEqual({ bytes: raw, ending: 'intact' });
  });

  it('that are several in one come back as one', () => {
    const two = Uint8Array.of(...gzipSync(raw.subarray(0, 9)), ...gzipSync(raw.subarray(9, 20)));
    expect(gunzipped(two, ENOUGH)).toEqual({ bytes: raw.subarray(0, 20), ending: 'intact' });
  });

  it('that are a hundred in one come back as one, and more are damaged', () => {
    const one = gzipSync(raw.subarray(0, 9));
    const chain = (members: number) =>
      new Uint8Array(Buffer.concat(new Array<Uint8Array>(members).fill(one)));
    expect(gunzipped(chain(100), ENOUGH)).toMatchObject({ ending: 'intact' });
    expect(gunzipped(chain(100), ENOUGH)?.bytes.length).toBe(900);
    expect(gunzipped(chain(101), ENOUGH)).toMatchObject({ ending: 'broken' });
  });

  it.each([
    ['checksum', -8],
    ['length', -1],
  ])('whose %s does not agree are damaged', (_, at) => {
    const damaged = packed.slice();
    damaged[damaged.length + at] = (damaged.at(at) as number) ^ 1;
    expect(gunzipped(damaged, ENOUGH)).toEqual({ bytes: raw, ending: 'broken' });
  });

  it.each([2, 9, 11, 60_000])('cut off after %s bytes give what came', (length) => {
    const result = gunzipped(packed.subarray(0, length), ENOUGH);
    expect(result?.ending).not.toBe('intact');
    expect(result?.bytes).toEqual(raw.subarray(0, result?.bytes.length));
  });
});
