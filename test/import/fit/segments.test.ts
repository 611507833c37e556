import { describe, expect, it } from 'vitest';
import { FitBytes } from '../../../fixtures/fit-bytes.ts';
import { chained } from '../../../fixtures/watch-file-variants.ts';
import { type Segment, segmentAt } from '../../../src/import/fit/segments.ts';

const DATA = [0x40, 0, 0, 20, 0, 1, 3, 1, 2, 0, 150, 0, 151];
const data = new FitBytes().raw(...DATA);
const file = data.file();

const whole = (problem: Segment['problem']): Segment => ({
  dataStart: 14,
  dataEnd: 14 + DATA.length,
  next: 14 + DATA.length + 2,
  problem,
});

describe('a segment', () => {
  it('lies between its header and its checksum', () => {
    expect(segmentAt(file, 0)).toEqual(whole(null));
  });

  it('has twelve bytes of header on old watches', () => {
    expect(segmentAt(data.file({ headerSize: 12 }), 0)).toEqual({
      dataStart: 12,
      dataEnd: 12 + DATA.length,
      next: 12 + DATA.length + 2,
      problem: null,
    });
  });

  it('may lie anywhere in the file', () => {
    const second = segmentAt(chained(file, file), file.length);
    expect(second).toEqual({
      dataStart: file.length + 14,
      dataEnd: 2 * file.length - 2,
      next: 2 * file.length,
      problem: null,
    });
  });

  it.each([
    ['eleven bytes of header', (bytes: Uint8Array) => bytes.with(0, 11)],
    ['another signature', (bytes: Uint8Array) => bytes.with(8, 0x47)],
    ['less than a header', (bytes: Uint8Array) => bytes.slice(0, 11)],
    ['nothing', () => new Uint8Array(0)],
  ])('does not begin with %s', (_, change) => {
    expect(segmentAt(change(file), 0)).toBeNull();
  });

  it('with a wrong checksum is believed where it ends with the file', () => {
    expect(segmentAt(data.file({ crc: 1 }), 0)).toEqual(whole('bad-crc'));
  });

  it('with a wrong checksum is believed where another header follows', () => {
    expect(segmentAt(chained(data.file({ crc: 1 }), file), 0)).toEqual(whole('bad-crc'));
  });

  it('with a wrong checksum and no header behind it has a wrong length', () => {
    const short = data.file({ statedDataSize: DATA.length - 4 });
    expect(segmentAt(short, 0)).toEqual(whole('wrong-length'));
  });

  it('of length 0 goes to the end of the file', () => {
    expect(segmentAt(data.file({ statedDataSize: 0 }), 0)).toEqual(whole('wrong-length'));
  });

  it('longer than the file is whole where the checksum at the end fits all before it', () => {
    const long = data.file({ statedDataSize: 10_000 });
    expect(segmentAt(long, 0)).toEqual(whole('wrong-length'));
  });

  it('longer than the file is cut short where it does not', () => {
    const cut = file.slice(0, file.length - 3);
    expect(segmentAt(cut, 0)).toEqual({
      dataStart: 14,
      dataEnd: cut.length,
      next: cut.length,
      problem: 'truncated',
    });
  });

  it('that lost only its checksum keeps all its data', () => {
    const cut = file.slice(0, file.length - 1);
    expect(segmentAt(cut, 0)).toEqual({ ...whole('truncated'), next: cut.length });
  });

  it('of a header alone ends where it begins', () => {
    const segment = segmentAt(file.slice(0, 14), 0);
    expect(segment).toMatchObject({ dataStart: 14, dataEnd: 14, next: 14, problem: 'truncated' });
  });
});
