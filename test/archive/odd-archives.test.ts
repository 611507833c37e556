import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeZip, type ZipPart } from '../../fixtures/zip-container.ts';
import { bothWays, gpx, indexOfSignature, part, paths, utf8 } from './archive-parts.ts';
import { walked } from './walked.ts';

describe('every honest way to write an archive', () => {
  const WAYS: [string, Partial<ZipPart>][] = [
    ['sizes before the data', {}],
    ['stored', { method: 0 }],
    ['sizes after the data', { described: 'signed' }],
    ['sizes after the data, without their signature', { described: 'unsigned' }],
    ['stored, sizes after the data', { described: 'signed', method: 0 }],
    ['64-bit sizes', { zip64: true }],
    ['64-bit sizes after the data', { zip64: true, described: 'signed' }],
    ['64-bit sizes after the data, unsigned', { zip64: true, described: 'unsigned' }],
  ];

  it.each(WAYS)('is read whole: %s', async (_, way) => {
    const archive = writeZip([part('a.txt', way), part('b.gpx', way), part('c.gpx')], {
      zip64: way.zip64 ?? false,
    });
    for (const source of bothWays(archive)) {
      const { files, complaints } = await walked(source);
      expect(files.map(({ path, bytes }) => [path, bytes])).toEqual([
        ['b.gpx', gpx('b.gpx')],
        ['c.gpx', gpx('c.gpx')],
      ]);
      expect(complaints).toEqual([]);
    }
  });

  it.each(WAYS)('is read beyond an entry of no bytes: %s', async (_, way) => {
    const empty = part('empty.gpx', { ...way, content: new Uint8Array(0) });
    for (const source of bothWays(writeZip([empty, part('c.gpx')]))) {
      const { files, complaints } = await walked(source);
      expect(paths(files)).toEqual(['c.gpx']);
      expect(complaints).toEqual(['empty-file empty.gpx']);
    }
  });

  it.each([0, 1])('is read whole where its directory counts %i entries only', async (count) => {
    const archive = writeZip(['a', 'b', 'c'].map((name) => part(`${name}.gpx`)));
    const view = new DataView(archive.buffer);
    const end = indexOfSignature(archive, 0x06054b50, 0);
    view.setUint16(end + 8, count, true);
    view.setUint16(end + 10, count, true);
    const { files, complaints } = await walked(archive);
    expect(paths(files)).toEqual(['a.gpx', 'b.gpx', 'c.gpx']);
    expect(complaints).toEqual([]);
  });

  it('is read whole where the count of its entries began at 0 again', async () => {
    const photos = Array.from({ length: 65_536 }, (_, i): ZipPart => {
      return { path: `media/${i}.jpg`, content: new Uint8Array(0), method: 0 };
    });
    const archive = writeZip([...photos, part('a.gpx')]);
    const { files, counts } = await walked(archive);
    expect(paths(files)).toEqual(['a.gpx']);
    expect(counts.other).toBe(65_536);
  });

  it('is read by its directory where a signature follows that', async () => {
    const archive = writeZip([part('a.gpx')]);
    const end = indexOfSignature(archive, 0x06054b50, 0);
    const signature = Uint8Array.of(0x50, 0x4b, 5, 5, 2, 0, 7, 7);
    const signed = new Uint8Array(archive.length + signature.length);
    signed.set(archive.subarray(0, end));
    signed.set(signature, end);
    signed.set(archive.subarray(end), end + signature.length);
    const view = new DataView(signed.buffer);
    const sizeAt = end + signature.length + 12;
    view.setUint32(sizeAt, view.getUint32(sizeAt, true) + signature.length, true);
    const { files, complaints, events } = await walked(signed);
    expect([paths(files), complaints]).toEqual([['a.gpx'], []]);
    expect(events[0]?.type).toBe('contents');
  });

  it('with bytes before it and a comment behind it', async () => {
    const archive = writeZip([part('a.gpx')], {
      prefix: utf8('MZ this program unpacks itself'),
      comment: 'packed with care',
    });
    const { files, complaints } = await walked(archive);
    expect(paths(files)).toEqual(['a.gpx']);
    expect(complaints).toEqual([]);
  });

  it('with a comment that looks like the end of an archive', async () => {
    const fakeEnd = String.fromCharCode(0x50, 0x4b, 5, 6);
    const archive = writeZip([part('a.gpx')], { comment: `${fakeEnd} and more` });
    expect(paths((await walked(archive)).files)).toEqual(['a.gpx']);
  });

  it('with a whole archive stored inside, its sizes after the data', async () => {
    const inner = writeZip([part('x.gpx', { described: 'signed' }), part('y.gpx')]);
    const archive = writeZip([
      { path: 'inner.zip', content: inner, method: 0, described: 'signed' },
      part('z.gpx'),
    ]);
    for (const source of bothWays(archive)) {
      const { files, complaints } = await walked(source);
      expect(paths(files)).toEqual(['inner.zip/x.gpx', 'inner.zip/y.gpx', 'z.gpx']);
      expect(complaints).toEqual([]);
    }
  });
});

describe('what systems leave behind', () => {
  it('is passed over in silence, and counted', async () => {
    const archive = writeZip([
      part('__MACOSX/._run.gpx'),
      part('._run.gpx'),
      part('.hidden/run.gpx'),
      part('.DS_Store'),
      { path: 'runs/', content: new Uint8Array(0), method: 0 },
      part('readme.txt'),
      part('runs/run.gpx'),
    ]);
    for (const source of bothWays(archive)) {
      const { files, complaints, counts } = await walked(source);
      expect(paths(files)).toEqual(['runs/run.gpx']);
      expect(complaints).toEqual([]);
      expect(counts).toMatchObject({ hidden: 4, other: 1 });
    }
  });
});

describe('doubled names', () => {
  it('are both given, told apart by their keys', async () => {
    const archive = writeZip([part('a.gpx'), part('a.gpx', { content: gpx('another') })]);
    const { files } = await walked(archive);
    expect(paths(files)).toEqual(['a.gpx', 'a.gpx']);
    expect(new Set(files.map(({ key }) => key)).size).toBe(2);
  });
});

describe('names', () => {
  it('are shown without characters that deceive, and not longer than a line', async () => {
    const archive = zipSync({
      'runs\\gpx.\u202eexe\u0007.gpx': gpx('a'),
      [`${'x'.repeat(500)}.gpx`]: gpx('b'),
    });
    const { files } = await walked(archive);
    expect(files[0]?.path).toBe('runs/gpx.\uFFFDexe\uFFFD.gpx');
    expect(files[1]?.path).toMatch(/^…x+\.gpx$/);
    expect(files[1]?.path).toHaveLength(240);
  });
});

it('an archive that is called an activity is said to be one', async () => {
  const inside = writeZip([part('a.gpx')]);
  const { complaints } = await walked(writeZip([part('original.fit', { content: inside })]));
  expect(complaints).toEqual(['hidden-archive original.fit']);
});

describe('an archive without activities', () => {
  it.each([
    ['empty-archive', []],
    ['no-activity-files', [part('photo.jpg'), part('__MACOSX/._a.gpx')]],
  ])('says so: %s', async (kind, parts) => {
    for (const source of bothWays(writeZip(parts))) {
      expect((await walked(source)).complaints).toEqual([`${kind} export.zip`]);
    }
  });
});

describe('archives in archives', () => {
  const packedIn = (path: string, inner: ZipPart[], method: number): ZipPart => ({
    path,
    content: writeZip(inner),
    method,
  });

  it.each([0, 8])('are opened three deep and not four, packed with method %s', async (method) => {
    const third = packedIn(
      '3.zip',
      [part('c.gpx'), packedIn('4.zip', [part('d.gpx')], method)],
      method,
    );
    const second = packedIn('2.zip', [third], method);
    const archive = writeZip([packedIn('1.zip', [second, part('a.gpx')], method)]);
    for (const source of bothWays(archive)) {
      const { files, complaints } = await walked(source);
      expect(paths(files)).toEqual(['1.zip/2.zip/3.zip/c.gpx', '1.zip/a.gpx']);
      expect(complaints).toEqual(['nested-too-deep 1.zip/2.zip/3.zip/4.zip']);
    }
  });

  it.each([0, 8])('that are cut off do not end the outer one, method %s', async (method) => {
    const inner = writeZip([part('a.gpx'), part('b.gpx')]);
    const cut = inner.slice(0, indexOfSignature(inner, 0x04034b50, 1) + 10);
    const archive = writeZip([{ path: 'cut.zip', content: cut, method }, part('z.gpx')]);
    for (const source of bothWays(archive)) {
      const { files, complaints } = await walked(source);
      expect(paths(files)).toEqual(['cut.zip/a.gpx', 'z.gpx']);
      expect(complaints).toEqual(['truncated cut.zip']);
    }
  });
});
