import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflateGzip } from '../../src/import/inflate-gzip.ts';

const content = Uint8Array.from({ length: 100_000 }, (_, i) => (i * i) % 251);
const packed = new Uint8Array(gzipSync(content));

describe('inflating gzip', () => {
  it('gives back the bytes that were packed', async () => {
    expect(await inflateGzip(packed, 1_000_000)).toEqual({ ok: true, value: content });
  });

  it('takes a file of exactly the limit, and none above', async () => {
    expect(await inflateGzip(packed, content.length)).toMatchObject({ ok: true });
    expect(await inflateGzip(packed, content.length - 1)).toMatchObject({
      ok: false,
      error: { kind: 'too-large', limitBytes: content.length - 1 },
    });
  });

  it('stops a bomb at the limit, long before it has unpacked', async () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(200_000_000), { level: 1 }));
    const before = process.memoryUsage().arrayBuffers;
    const result = await inflateGzip(bomb, 20_000_000);
    expect(result).toMatchObject({ ok: false, error: { kind: 'too-large' } });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
    if (!result.ok) expect(result.error.message).toContain('20 MB');
  });

  it.each([
    ['cut short', packed.slice(0, packed.length >> 1)],
    ['only a header', packed.slice(0, 10)],
    [
      'flipped in the middle',
      packed.map((byte, i) => (i === packed.length >> 1 ? byte ^ 0xff : byte)),
    ],
    ['no gzip at all', new Uint8Array(100).fill(7)],
    ['empty', new Uint8Array(0)],
  ])('refuses a file that is %s', async (_, bytes) => {
    expect(await inflateGzip(bytes, 1_000_000)).toMatchObject({
      ok: false,
      error: { kind: 'bad-gzip' },
    });
  });
});
