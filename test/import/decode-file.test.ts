import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../src/import/decode-file.ts';
import { FitActivity, RECORD, START } from './fit/fit-activity.ts';

const text = (content: string) => new TextEncoder().encode(content);

function errorOf(bytes: Uint8Array) {
  const result = decodeFile(bytes);
  if (result.ok) throw new Error('expected an error');
  return result.error;
}

describe('decoding a file', () => {
  it('reads FIT', () => {
    const bytes = new FitActivity()
      .records([RECORD.timestamp], [[START]])
      .session()
      .bytes.file();
    const result = decodeFile(bytes);
    expect(result.ok && result.value.activities).toHaveLength(1);
  });

  it('reads GPX', () => {
    const point = '<trkpt lat="0" lon="0"><time>2026-03-02T07:00:00Z</time></trkpt>';
    const result = decodeFile(text(`<gpx><trk><trkseg>${point}</trkseg></trk></gpx>`));
    expect(result.ok && result.value.activities).toHaveLength(1);
  });

  it('reads TCX', () => {
    const activity =
      '<Activity><Id>2026-03-02T07:00:00Z</Id><Lap><DistanceMeters>1</DistanceMeters></Lap></Activity>';
    const result = decodeFile(text(`<TrainingCenterDatabase>${activity}</TrainingCenterDatabase>`));
    expect(result.ok && result.value.activities).toHaveLength(1);
  });

  it('calls an empty file empty', () => {
    expect(errorOf(new Uint8Array(0))).toMatchObject({ kind: 'empty-file' });
  });

  it('does not recognise a picture, and shows its first bytes for a report', () => {
    const error = errorOf(text('\x89PNG\r\n\x1a\n'));
    expect(error).toMatchObject({ kind: 'not-recognised' });
    expect(error.found).toMatch(/^c2 89 50 4e 47/);
  });

  it.each([
    ['zip', text('PK\x03\x04'), 'Unpack it'],
    ['gzip', new Uint8Array(gzipSync('x')), 'Unpack it'],
  ])('says that it does not read %s, and what to do', (format, bytes, message) => {
    const error = errorOf(bytes);
    expect(error).toMatchObject({ kind: 'unsupported-format', format });
    expect(error.message).toContain(message);
  });
});
