import { describe, expect, it } from 'vitest';
import { activityFormat } from '../../src/archive/activity-format.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  Uint8Array.from([0xff, 0xfe, ...Array.from(text).flatMap((c) => [c.charCodeAt(0), 0])]);

describe('the format of an unpacked file', () => {
  it.each([
    ['fit', utf8('\x0e\x10\x00\x00\x00\x00\x00\x00.FIT')],
    ['gpx', utf8('<?xml version="1.0"?>\n<!-- a licence --><gpx version="1.1">')],
    ['gpx', utf16('<?xml version="1.0"?><gpx>')],
    ['gpx', utf8('<ns:gpx xmlns:ns="x">')],
    ['gpx', utf8('<gpx-1.1:gpx xmlns:gpx-1.1="x">')],
    ['tcx', utf8('          <?xml version="1.0"?><TrainingCenterDatabase>')],
    [null, utf8('<html><body>gpx</body></html>')],
    [null, utf8('gpx')],
    [null, new Uint8Array(0)],
  ])('is %s by its first bytes', (format, bytes) => {
    expect(activityFormat(bytes)).toBe(format);
  });

  it('is looked for in the first 4,096 bytes only', () => {
    const beginningAt = (at: number) => activityFormat(utf8(`${' '.repeat(at)}<gpx>`));
    expect(beginningAt(4096 - 5)).toBe('gpx');
    expect(beginningAt(4096 - 4)).toBeNull();
  });
});
