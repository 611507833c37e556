import { describe, expect, it } from 'vitest';
import { FitBytes } from '../../../fixtures/fit-bytes.ts';
import { chained } from '../../../fixtures/watch-file-variants.ts';
import {
  decoded,
  errorOf,
  FitActivity,
  kinds,
  only,
  plainRun,
  RECORD,
  START,
} from './fit-activity.ts';

describe('a damaged file', () => {
  it('with a wrong checksum is read whole, with a warning', () => {
    const file = decoded(plainRun().bytes.file({ crc: 0xbeef }));
    expect(kinds(file)).toEqual(['bad-crc']);
    expect(file.activities).toEqual(plainRun().decode().activities);
  });

  it('cut short keeps the records before the cut, with a warning', () => {
    const whole = plainRun().bytes.file();
    const file = decoded(whole.slice(0, whole.length - 60));
    expect(kinds(file)).toContain('truncated');
    expect(kinds(file)).toContain('summary-missing');
    expect(file.records).toBeGreaterThan(5);
    expect(file.records).toBeLessThan(11);
    expect(only(file.activities).samples.count).toBe(file.records);
    expect(file.warnings.at(-1)?.message).toContain(
      `the first ${file.records} samples (${file.records - 1} min) were kept`,
    );
  });

  it('that lost only its checksum keeps every record, with a warning', () => {
    const whole = plainRun().bytes.file();
    const file = decoded(whole.slice(0, whole.length - 1));
    expect(kinds(file)).toEqual(['truncated']);
    expect(file.activities).toEqual(plainRun().decode().activities);
  });

  it('cut inside a definition keeps the records before it', () => {
    const cut = new FitActivity().records([RECORD.timestamp], [[START], [START + 1]]);
    const before = 14 + cut.bytes.length;
    cut.session();
    for (const extra of [1, 5, 6, 8]) {
      const file = decoded(cut.bytes.file().slice(0, before + extra));
      expect(file.records).toBe(2);
      expect(kinds(file)).toContain('truncated');
    }
  });

  it('that cannot be followed keeps what came before, and says at which byte it stopped', () => {
    const run = plainRun();
    const stop = 14 + run.bytes.length;
    // A data message whose local number was never defined.
    run.bytes.raw(0x0d, 1, 2, 3);
    const file = run.decode();
    expect(kinds(file)).toEqual(['damaged']);
    expect(file.warnings[0]?.message).toContain(`byte ${stop}`);
    expect(file.activities).toEqual(plainRun().decode().activities);
  });

  it('that cannot be followed from its first message on is refused, with the place', () => {
    const error = errorOf(new FitBytes().raw(0x07, 1, 2).file());
    expect(error).toMatchObject({ kind: 'unreadable', byteOffset: 14, found: '07' });
  });

  it.each([
    ['0, as a watch leaves it that lost power', () => 0],
    ['too small', (size: number) => size - 40],
    ['far too large', () => 0x7fff_ffff],
  ])('whose header gives a length of %s is read to its end', (_, stated) => {
    const { bytes } = plainRun();
    const file = decoded(bytes.file({ statedDataSize: stated(bytes.length) }));
    expect(kinds(file)).toEqual(['damaged']);
    expect(file.activities).toEqual(plainRun().decode().activities);
  });

  it.each([
    ['0', 0],
    ['too small a length', 40],
  ])(
    'of a watch that lost power, with %s and no checksum, is read to its last byte',
    (_, stated) => {
      const { bytes } = plainRun();
      const whole = bytes.file({ statedDataSize: stated });
      const file = decoded(whole.slice(0, whole.length - 2));
      expect(kinds(file)).toEqual(['damaged']);
      expect(file.warnings[0]?.message).toContain('Everything was read');
      expect(file.activities).toEqual(plainRun().decode().activities);
    },
  );

  it('of a watch that lost power within a message keeps all before it', () => {
    const run = new FitActivity().records([RECORD.timestamp], [[START], [START + 1]]);
    const stop = 14 + run.bytes.length;
    const whole = run.bytes.raw(3, 0, 0, 0).file({ statedDataSize: 0 });
    const file = decoded(whole.slice(0, whole.length - 2));
    expect(file.records).toBe(2);
    expect(file.warnings.at(-1)?.message).toContain(`from byte ${stop} of ${stop + 4}`);
  });

  it.each([
    ['a message', -1],
    ['two messages', 0],
  ])('cut before any record, within or between %s, is refused with the place', (_, by) => {
    const opening = new FitActivity();
    const cutAt = 14 + opening.bytes.length + by;
    const error = errorOf(opening.session().bytes.file().slice(0, cutAt));
    expect(error.kind).toBe('unreadable');
    expect(error.byteOffset).toBe(by === 0 ? cutAt : cutAt - 9);
    expect(error.found).toBe(by === 0 ? 'the end of the file' : '00');
  });

  it('followed by bytes that are not FIT is read, and says what was left out', () => {
    const file = decoded(chained(plainRun().bytes.file(), new Uint8Array(83).fill(0x47)));
    expect(kinds(file)).toEqual(['damaged']);
    expect(file.warnings[0]?.message).toContain('83 bytes');
    expect(file.activities).toEqual(plainRun().decode().activities);
  });

  it('with a header too short to be one is refused', () => {
    const file = plainRun().bytes.file();
    file[0] = 4;
    expect(errorOf(file)).toMatchObject({ kind: 'unreadable', byteOffset: 0 });
  });
});
