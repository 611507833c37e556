import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc16 } from '../../../fixtures/fit-bytes.ts';
import { fitCrc } from '../../../src/import/fit/crc.ts';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('the checksum', () => {
  it('is CRC-16/ARC: 0xBB3D for its catalogue text', () => {
    expect(fitCrc(ascii('123456789'), 0, 9)).toBe(0xbb3d);
  });

  it('of nothing is 0', () => {
    expect(fitCrc(new Uint8Array(8), 4, 4)).toBe(0);
  });

  it('is that of the bit-by-bit definition, however long the data and wherever it lies', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400, size: 'max' }),
        fc.nat(20),
        fc.nat(20),
        (bytes, start, cut) => {
          const from = Math.min(start, bytes.length);
          const end = Math.max(from, bytes.length - cut);
          expect(fitCrc(bytes, from, end)).toBe(crc16(bytes.subarray(from, end)));
        },
      ),
    );
  });

  it.each([4_159, 4_160, 4_161, 8_256, 20_003])(
    'is the same for %i bytes, which take several steps',
    (length) => {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * i) % 251);
      expect(fitCrc(bytes, 0, length)).toBe(crc16(bytes));
    },
  );
});
