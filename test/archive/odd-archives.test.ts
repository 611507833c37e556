import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeZip, type ZipPart } from '../../fixtures/zip-container.ts';
import { bytesSource, streamOf, walked } from './walked.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const gpx = (name: string) => utf8(`<gpx><trk><name>${name}</name></trk></gpx>`);
const part = (path: string, more: Partial<ZipPart> = {}): ZipPart => ({
  path,
  content: gpx(path),
  ...more,
});

/** Both ways of reading: by the directory, and from front to back in awkward chunks. */
const bothWays = (archive: Uint8Array) => [archive, streamOf(archive, 61)];

const paths = (files: { path: string }[]) => files.map(({ path }) => path);

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

describe('a file that cannot be had', () => {
  it.each([
    ['encrypted', part('locked.gpx', { encrypted: true })],
    ['encrypted', part('aes.gpx', { encrypted: true, method: 99 })],
    ['unsupported-method', part('d64.gpx', { method: 9 })],
    ['too-large', part('large.gpx', { content: new Uint8Array(1001) })],
    ['not-recognised', part('photo.gpx', { content: utf8('JFIF') })],
    ['damaged', part('broken.gpx', { content: utf8('JFIF'), stated: { crc32: 1 } })],
    ['not-a-zip', part('page.zip', { content: utf8('<html>') })],
    ['empty-file', part('nothing.fit', { content: new Uint8Array(0) })],
    ['encrypted', part('locked.zip', { encrypted: true })],
    ['unknown-table', part('activities.csv', { content: utf8('x,y\n1,2\n') })],
  ])('says why, %s, and the others come', async (kind, refused) => {
    const archive = writeZip([part('a.gpx'), refused, part('z.gpx')]);
    for (const source of bothWays(archive)) {
      const { files, complaints } = await walked(source, { limits: { maxFileBytes: 1000 } });
      expect(complaints).toEqual([`${kind} ${refused.path}`]);
      expect(paths(files)).toEqual(['a.gpx', 'z.gpx']);
    }
  });

  it('names the method that cannot be read', async () => {
    const { problems } = await walked(writeZip([part('a.gpx', { method: 14 })]));
    expect(problems[0]?.message).toContain('LZMA');
  });

  it('is not read when its stated size is too large already', async () => {
    const archive = writeZip([part('a.gpx', { stated: { size: 5000 } })]);
    const { complaints } = await walked(archive, { limits: { maxFileBytes: 1000 } });
    expect(complaints).toEqual(['too-large a.gpx']);
  });

  it.each([
    ['one byte above it', 1001, ['too-large a.gpx'], 0],
    ['at it', 1000, [], 1],
  ])(
    'is judged by its real size where the stated one lies: %s',
    async (_, size, complaints, files) => {
      const content = new Uint8Array(size).fill(0x20);
      content.set(gpx('a'));
      const archive = writeZip([part('a.gpx', { content, stated: { size: 10 } })]);
      const result = await walked(archive, { limits: { maxFileBytes: 1000 } });
      expect(result.complaints).toEqual(complaints);
      expect(result.files).toHaveLength(files);
    },
  );
});

describe('an entry whose checksum does not agree', () => {
  it('comes with a warning that it is damaged', async () => {
    const archive = writeZip([part('a.gpx', { stated: { crc32: 7 } }), part('b.gpx')]);
    for (const source of bothWays(archive)) {
      const { files } = await walked(source);
      expect(files.map(({ damage }) => damage)).toEqual(['damaged', null]);
    }
  });

  it('comes with one when its size does not agree', async () => {
    const archive = writeZip([part('a.gpx', { stated: { size: 5 } })]);
    expect((await walked(archive)).files[0]?.damage).toBe('damaged');
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

describe('a damaged archive', () => {
  const parts = ['a', 'b', 'c', 'd'].map((name) => part(`${name}.gpx`));
  const archive = writeZip(parts);

  it('without its directory gives what is there, and says that it is incomplete', async () => {
    const secondHeader = indexOfSignature(archive, 0x04034b50, 1);
    for (const source of bothWays(archive.slice(0, secondHeader))) {
      const { files, complaints } = await walked(source);
      expect(paths(files)).toEqual(['a.gpx']);
      expect(complaints).toEqual(['truncated export.zip']);
    }
  });

  it.each([undefined, 'signed'] as const)(
    'cut off in the middle of an entry (sizes after the data: %s) gives the part that came',
    async (described) => {
      const long = { ...part('b.gpx'), content: longGpx(), ...(described ? { described } : {}) };
      const whole = writeZip([part('a.gpx'), long]);
      const start = indexOfSignature(whole, 0x04034b50, 1);
      for (const source of bothWays(whole.slice(0, start + 6000))) {
        const { files, complaints } = await walked(source);
        expect(files.map(({ path, damage }) => [path, damage])).toEqual([
          ['a.gpx', null],
          ['b.gpx', 'incomplete'],
        ]);
        expect(long.content.length).toBeGreaterThan(files[1]?.bytes.length ?? 0);
        expect(files[1]?.bytes).toEqual(long.content.subarray(0, files[1]?.bytes.length));
        expect(complaints).toEqual(['truncated export.zip']);
      }
    },
  );

  it('with a damaged directory is read from front to back', async () => {
    const damaged = archive.slice();
    damaged[indexOfSignature(archive, 0x02014b50, 2)] = 0;
    const { files, complaints } = await walked(damaged);
    expect(paths(files)).toEqual(['a.gpx', 'b.gpx', 'c.gpx', 'd.gpx']);
    expect(complaints).toEqual(['damaged-archive export.zip']);
  });

  it('with a hole gives the entries behind the hole', async () => {
    const damaged = archive.slice(0, indexOfSignature(archive, 0x02014b50, 0));
    damaged.fill(
      0,
      indexOfSignature(archive, 0x04034b50, 1) + 2,
      indexOfSignature(archive, 0x04034b50, 2),
    );
    const { files, complaints } = await walked(streamOf(damaged, 61));
    expect(paths(files)).toEqual(['a.gpx', 'c.gpx', 'd.gpx']);
    expect(complaints).toEqual(['truncated export.zip']);
  });

  it('whose descriptor is damaged loses no more than that entry’s checksum', async () => {
    const described = writeZip(parts.map((each) => ({ ...each, described: 'signed' as const })));
    const damaged = described.slice();
    damaged.fill(
      0xff,
      indexOfSignature(described, 0x08074b50, 1) + 8,
      indexOfSignature(described, 0x08074b50, 1) + 12,
    );
    const { files, complaints } = await walked(streamOf(damaged, 61));
    expect(paths(files)).toEqual(['a.gpx', 'b.gpx', 'c.gpx', 'd.gpx']);
    expect(files.map(({ damage }) => damage)).toEqual([null, null, null, null]);
    expect(complaints).toEqual([]);
  });

  it('whose directory points beside an entry loses that entry only', async () => {
    const damaged = archive.slice();
    damaged[indexOfSignature(archive, 0x04034b50, 1)] = 0;
    const { files, complaints } = await walked(damaged);
    expect(paths(files)).toEqual(['a.gpx', 'c.gpx', 'd.gpx']);
    expect(complaints).toEqual(['damaged b.gpx']);
  });

  it('whose directory points beside a nested archive loses that one only', async () => {
    const content = writeZip([part('b.gpx')]);
    for (const method of [0, 8]) {
      const whole = writeZip([part('a.gpx'), { path: 'b.zip', content, method }, part('c.gpx')]);
      whole[indexOfSignature(whole, 0x04034b50, 1)] = 0;
      const { files, complaints } = await walked(whole);
      expect(paths(files)).toEqual(['a.gpx', 'c.gpx']);
      expect(complaints).toEqual(['damaged b.zip']);
    }
  });

  it.each([
    ['the last part', writeZip(parts, { disk: 2 })],
    ['the first part', new Uint8Array([0x50, 0x4b, 7, 8, ...archive.slice(0, 200)])],
  ])('that is %s of a split one says so', async (_, split) => {
    const { files, complaints } = await walked(split);
    expect(paths(files)).toContain('a.gpx');
    expect(complaints).toContain('split-archive export.zip');
  });
});

describe('the last part of a split archive', () => {
  it('says so when it begins in the middle of an entry', async () => {
    const whole = writeZip([part('a.gpx'), part('b.gpx')], { disk: 1 });
    expect((await walked(whole.slice(40))).complaints).toEqual(['split-archive export.zip']);
  });
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

describe('an archive made to do harm', () => {
  it('is left when it holds too many entries', async () => {
    const archive = writeZip(Array.from({ length: 12 }, (_, i) => part(`${i}.gpx`)));
    for (const source of bothWays(archive)) {
      const { files, complaints } = await walked(source, { limits: { maxEntries: 10 } });
      expect(files).toHaveLength(10);
      expect(complaints).toEqual(['too-many-entries export.zip']);
    }
  });

  it('is left when everything together unpacks to too much', async () => {
    const archive = writeZip([part('a.gpx'), part('b.gpx'), part('c.gpx')]);
    for (const source of bothWays(archive)) {
      const { files, complaints } = await walked(source, { limits: { maxUnpackedBytes: 50 } });
      expect(files.length).toBeLessThan(3);
      expect(complaints).toEqual(['expands-too-much export.zip']);
    }
  });

  it('is left when it unpacks to two hundred times its size', async () => {
    const zeros = new Uint8Array(1_000_000);
    const bombs = Array.from({ length: 8 }, (_, i) => part(`${i}.gpx`, { content: zeros }));
    const limits = { expansionAllowanceBytes: 2_000_000 };
    const { complaints } = await walked(writeZip(bombs), { limits });
    expect(complaints.at(-1)).toBe('expands-too-much export.zip');
    expect(complaints.length).toBeLessThan(8);
  });

  it('is left when its files, each too large, lie about their sizes', async () => {
    const content = new Uint8Array(1_000_000);
    const bombs = Array.from({ length: 8 }, (_, i) =>
      part(`${i}.gpx`, { content, stated: { size: 500 } }),
    );
    const limits = { expansionAllowanceBytes: 200_000, maxFileBytes: 500_000 };
    const { complaints } = await walked(writeZip(bombs), { limits });
    expect(complaints.at(-1)).toBe('expands-too-much export.zip');
    expect(complaints.length).toBeLessThan(8);
  });

  it('is left when a nested archive grows without end', async () => {
    const inner = writeZip([{ path: 'zeros.bin', content: new Uint8Array(2_000_000), method: 0 }]);
    const archive = writeZip([part('inner.zip', { content: inner }), part('z.gpx')]);
    const limits = { expansionAllowanceBytes: 200_000 };
    const { files, complaints } = await walked(archive, { limits });
    expect(files).toEqual([]);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^expands-too-much/);
  });

  it('is read from front to back when its entries lie on top of each other', async () => {
    const content = longGpx();
    const archive = writeZip([part('a.gpx', { content, method: 0 }), part('b.gpx'), part('c.gpx')]);
    const second = indexOfSignature(archive, 0x02014b50, 1);
    const view = new DataView(archive.buffer);
    view.setUint32(second + 20, content.length, true);
    view.setUint32(second + 42, 0, true);
    const { files, complaints } = await walked(archive);
    expect(paths(files)).toEqual(['a.gpx', 'b.gpx', 'c.gpx']);
    expect(complaints).toEqual(['damaged-archive export.zip']);
  });
});

describe('a walk that is continued', () => {
  const archive = writeZip([
    part('a.gpx'),
    part('b.gpx', { described: 'signed' }),
    { path: 'c.zip', content: writeZip([part('d.gpx')]) },
    part('e.gpx'),
  ]);

  it('gives each file and each nested archive the key it had before', async () => {
    const first = await walked(archive);
    const again = await walked(archive);
    const keys = first.files.map(({ key }) => key);
    expect(again.files.map(({ key }) => key)).toEqual(keys);
    expect((await walked(streamOf(archive))).files.map(({ key }) => key)).toEqual(keys);
  });

  it('passes over what is done, and names it', async () => {
    const done = new Set<string>();
    const first = await walked(archive);
    for (const event of first.events) {
      if (event.type === 'file' || event.type === 'archive-done') done.add(event.key);
    }
    for (const source of bothWays(archive)) {
      const { files, events, counts } = await walked(source, { isDone: (key) => done.has(key) });
      expect(files).toEqual([]);
      expect(counts).toMatchObject({ files: 0, known: 4, problems: 0 });
      const known = events.flatMap((event) => (event.type === 'known' ? [event.path] : []));
      expect(known).toEqual(['a.gpx', 'b.gpx', 'c.zip', 'e.gpx']);
    }
  });

  it('does not read the data of what is done', async () => {
    const content = new Uint8Array(3_000_000);
    const large = writeZip([part('a.gpx', { content, method: 0 }), part('b.gpx')]);
    const source = bytesSource(large);
    let bytesRead = 0;
    const metered = {
      size: source.size,
      read: (start: number, end: number) => {
        bytesRead += end - start;
        return source.read(start, end);
      },
    };
    await walked(metered, { isDone: (key) => key.startsWith('a.gpx|') });
    expect(bytesRead).toBeLessThan(500_000);
  });
});

function longGpx(): Uint8Array {
  let text = '<gpx>';
  for (let i = 0; i < 3000; i++) text += `<trkpt lat="${Math.imul(i, 2654435761) >>> 0}"/>`;
  return utf8(`${text}</gpx>`);
}

/** Where the signature stands for the `nth` time, counted from 0. */
function indexOfSignature(bytes: Uint8Array, signature: number, nth: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let seen = -1;
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (view.getUint32(at, true) === signature && ++seen === nth) return at;
  }
  throw new Error('no such signature');
}
