import { describe, expect, it } from 'vitest';
import { writeZip } from '../../fixtures/zip-container.ts';
import { bothWays, gpx, indexOfSignature, longGpx, part, paths, utf8 } from './archive-parts.ts';
import { streamOf, walked } from './walked.ts';

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
