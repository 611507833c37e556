import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { garminExport, stravaExport, stravaTableText } from '../../../fixtures/archives.ts';
import { encodeFit, syntheticRun } from '../../../fixtures/synthetic-run.ts';
import { settingsFile } from '../../../fixtures/watch-file-variants.ts';
import type { SourceEvent } from '../../../src/cli/sources/source-event.ts';
import { watchSources } from '../../../src/cli/sources/watch-sources.ts';

const run = encodeFit(syntheticRun({ segments: [{ speedMps: 2.8, durationS: 60 }] }));
const gpx = new TextEncoder().encode('<?xml version="1.0"?>\n<gpx version="1.1"><trk/></gpx>');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, bytes: Uint8Array): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

async function met(...paths: string[]) {
  const sources = await watchSources(paths);
  const events: SourceEvent[] = [];
  for await (const event of sources.events) events.push(event);
  const told = ({ type, path }: SourceEvent) => `${type} ${path.replace(`${folder}/`, '')}`;
  return { events, told: events.map(told), sources };
}

describe('a folder', () => {
  it('is searched to its depths in the order of names, and what is no activity is passed over', async () => {
    put('2025/b.fit', run);
    put('2025/a.gpx.gz', gzipSync(gpx));
    put('2024/deep/c.fit', run);
    put('photo.jpg', new Uint8Array(10));
    put('.trash/d.fit', run);
    put('__MACOSX/e.fit', run);
    put('2025/._b.fit', run);
    const { told, events } = await met(folder);
    expect(told).toEqual(['file 2024/deep/c.fit', 'file 2025/a.gpx.gz', 'file 2025/b.fit']);
    expect(events[1]).toMatchObject({ format: 'gpx', bytes: gpx, damage: null });
  });

  it('may be named by a path that leads up', async () => {
    put('runs/a.fit', run);
    const path = join(relative(process.cwd(), folder), 'runs');
    const { events } = await met(path);
    expect(path.startsWith('..')).toBe(true);
    expect(events).toMatchObject([{ type: 'file', path: join(path, 'a.fit'), name: 'a.fit' }]);
  });

  it('is an unpacked Strava export when the table lies in it: the table comes before its files', async () => {
    const files = [{ name: '1.fit', bytes: run, gear: 'Blue shoes' }];
    put('export/activities/1.fit.gz', gzipSync(run));
    put('export/activities.csv', new TextEncoder().encode(stravaTableText(files)));
    const { told, events } = await met(folder);
    expect(told).toEqual(['table export/activities.csv', 'file export/activities/1.fit.gz']);
    const [table, file] = events;
    if (table?.type !== 'table') throw new Error('no table');
    expect(table.folder + table.table.activities[0]?.fileName).toBe(file?.path);
    const about = { title: 'Morning Run', gear: 'Blue shoes', sportHint: 'Run' };
    expect(file).toMatchObject({ about });
  });

  it('keeps the names of the table for files that were unpacked by hand', async () => {
    const files = [{ name: '1.fit', bytes: run, title: 'Tempo' }];
    put('activities/1.fit', run);
    put('activities.csv', new TextEncoder().encode(stravaTableText(files)));
    expect((await met(folder)).events[1]).toMatchObject({ about: { title: 'Tempo' } });
  });

  it('follows links to files, and not those to folders, which may lead in circles', async () => {
    const real = put('real.fit', run);
    symlinkSync(real, join(folder, 'link.fit'));
    symlinkSync(folder, join(folder, 'circle'));
    expect((await met(folder)).told).toEqual(['file link.fit', 'file real.fit']);
  });

  it('may hold archives', async () => {
    put('a.fit', run);
    put('b.zip', stravaExport([{ name: '1.fit', bytes: run }]));
    const { told } = await met(folder);
    expect(told).toEqual([
      'file a.fit',
      'table b.zip/activities.csv',
      'file b.zip/activities/1.fit.gz',
    ]);
  });
});

describe('an archive', () => {
  it('from Strava names its files as its table does', async () => {
    const zip = put('export.zip', stravaExport([{ name: '1.fit', bytes: run }], { folder: 'x/' }));
    const { events } = await met(zip);
    const [table, file] = events;
    if (table?.type !== 'table') throw new Error('no table');
    expect(table.folder + table.table.activities[0]?.fileName).toBe(file?.path);
  });

  it('from Garmin is walked through the archives inside it, and other files of the watch are told apart', async () => {
    const files = [
      { name: '1.fit', bytes: run },
      { name: '2.fit', bytes: settingsFile() },
    ];
    const { events } = await met(put('garmin.zip', garminExport(files)));
    expect(events).toMatchObject([
      { type: 'file', name: '1.fit', bytes: run },
      { type: 'not-an-activity', path: expect.stringContaining('garmin.zip/DI_CONNECT/') },
    ]);
  });

  it('is known by its content when its name does not say it', async () => {
    const zip = put('download', stravaExport([{ name: '1.fit', bytes: run }]));
    const { told, sources } = await met(zip);
    expect(told).toContain('file download/activities/1.fit.gz');
    expect(sources.expectedFiles()).toBe(1);
  });

  it('that is none is a problem under its own path', async () => {
    const { events } = await met(put('not.zip', new Uint8Array(100).fill(7)));
    expect(events).toMatchObject([
      { type: 'problem', kind: 'not-a-zip', path: join(folder, 'not.zip') },
    ]);
  });
});

describe('what cannot be read', () => {
  it.runIf(process.platform === 'linux')(
    'is told from what is not there: a name in letters of another system',
    async () => {
      const latin1 = Buffer.concat([
        Buffer.from(`${folder}/L`),
        Buffer.of(0xe4),
        Buffer.from('ufe.fit'),
      ]);
      writeFileSync(latin1, run);
      const { events } = await met(folder);
      expect(events).toMatchObject([
        { type: 'problem', message: expect.stringMatching(/^This name has letters/) },
      ]);
    },
  );

  it('is a problem, and the rest is still read', async () => {
    put('empty.fit', new Uint8Array(0));
    const good = put('good.fit', run);
    const { events } = await met(join(folder, 'missing'), join(folder, 'empty.fit'), good);
    expect(events).toMatchObject([
      { type: 'problem', path: join(folder, 'missing'), message: expect.stringMatching(/no such/) },
      { type: 'problem', kind: 'empty-file', path: join(folder, 'empty.fit') },
      { type: 'file', path: good },
    ]);
  });
});

describe('progress', () => {
  it('knows the number of files once every archive has been opened', async () => {
    put('a.fit', run);
    put('b.zip', stravaExport([1, 2].map((id) => ({ name: `${id}.fit`, bytes: run }))));
    const sources = await watchSources([folder]);
    const seen: (number | null)[] = [sources.expectedFiles()];
    const shares: number[] = [];
    for await (const { type } of sources.events) {
      if (type !== 'file') continue;
      seen.push(sources.expectedFiles());
      shares.push(sources.doneShare(shares.length + 1));
    }
    expect(seen).toEqual([null, null, 3, 3]);
    expect(shares.slice(1)).toEqual([2 / 3, 1]);
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[0]).toBeLessThan(1);
  });

  it('never promises a number where archives can only be streamed', async () => {
    const files = [1, 2, 3].map((id) => ({ name: `${id}.fit`, bytes: run }));
    const { sources, events } = await met(put('garmin.zip', garminExport(files)));
    expect(events.filter(({ type }) => type === 'file')).toHaveLength(3);
    expect(sources.expectedFiles()).toBeNull();
    expect(sources.doneShare(3)).toBe(1);
    // Two were read ahead and are still to be dealt with.
    expect(sources.doneShare(1)).toBeCloseTo(1 / 3);
  });

  it('reads nothing ahead of who asks', async () => {
    for (const name of ['a.fit', 'b.fit', 'c.fit']) put(name, run);
    const sources = await watchSources([folder]);
    await sources.events.next();
    rmSync(join(folder, 'c.fit'));
    await sources.events.next();
    expect((await sources.events.next()).value).toMatchObject({
      type: 'problem',
      path: join(folder, 'c.fit'),
    });
  });
});
