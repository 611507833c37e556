import { describe, expect, it } from 'vitest';
import { writeZip } from '../../fixtures/zip-container.ts';
import { bothWays, indexOfSignature, longGpx, part, paths } from './archive-parts.ts';
import { bytesSource, streamOf, walked } from './walked.ts';

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
