import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { garminExport, stravaExport, stravaTableText } from '../../fixtures/archives.ts';
import { encodeFit } from '../../fixtures/encode-fit.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { settingsFile } from '../../fixtures/watch-file-variants.ts';
import { walkArchive } from '../../src/archive/walk-archive.ts';
import { bytesSource, streamOf, walked } from './walked.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const run = encodeFit(syntheticRun({ segments: [{ speedMps: 2.8, durationS: 300 }] }));
const gpx = utf8('<?xml version="1.0"?>\n<gpx version="1.1"><trk/></gpx>');
const tcx = utf8(
  '          <?xml version="1.0"?><TrainingCenterDatabase></TrainingCenterDatabase>',
);

const STRAVA_FILES = [
  { name: '101.fit', bytes: run, title: 'Tempo, "easy" first', gear: 'Blue shoes' },
  { name: '102.gpx', bytes: gpx, type: 'Ride' },
  { name: '103.tcx', bytes: tcx },
];

describe('a Strava export', () => {
  it('gives every activity raw, out of its gzip, with the format its bytes have', async () => {
    const { files, complaints, counts } = await walked(stravaExport(STRAVA_FILES));
    expect(files.map(({ path, format }) => [path, format])).toEqual([
      ['activities/101.fit.gz', 'fit'],
      ['activities/102.gpx.gz', 'gpx'],
      ['activities/103.tcx.gz', 'tcx'],
    ]);
    expect(files.map(({ bytes }) => bytes)).toEqual([run, gpx, tcx]);
    expect(files.map(({ damage }) => damage)).toEqual([null, null, null]);
    expect(complaints).toEqual([]);
    expect(counts).toEqual({
      files: 3,
      known: 0,
      notActivities: 0,
      problems: 0,
      hidden: 0,
      other: 2,
    });
  });

  it('gives the table before the first file, and says beforehand how many files will come', async () => {
    const { events } = await walked(stravaExport(STRAVA_FILES));
    expect(events.map(({ type }) => type)).toEqual([
      'contents',
      'table',
      'file',
      'file',
      'file',
      'end',
    ]);
    expect(events[0]).toMatchObject({ path: 'export.zip', activityFiles: 3, nestedArchives: 0 });
  });

  it.each(['', 'export_1/'])('ties rows of the table to files that lie in "%s"', async (folder) => {
    const { events, files } = await walked(stravaExport(STRAVA_FILES, { folder }));
    const table = events.find((event) => event.type === 'table');
    const first = table?.table.activities[0];
    expect(`${table?.folder}${first?.fileName}`).toBe(files[0]?.path);
    expect(first).toMatchObject({ name: 'Tempo, "easy" first', gear: 'Blue shoes' });
  });

  it('gives the same files from a stream, the table where it lies', async () => {
    const archive = stravaExport(STRAVA_FILES);
    const atRandom = await walked(archive);
    const streamed = await walked(streamOf(archive, 333));
    expect(streamed.files).toEqual(atRandom.files);
    expect(streamed.events.map(({ type }) => type)).toEqual([
      'file',
      'file',
      'file',
      'table',
      'end',
    ]);
  });
});

describe('a Garmin export', () => {
  const files = [1, 2, 3].map((id) => ({ name: `${id}.fit`, bytes: run }));
  const settings = { name: '4.fit', bytes: settingsFile() };

  it.each(['stored', 'deflated'] as const)(
    'gives the files of %s nested archives',
    async (nested) => {
      const archive = garminExport([...files, settings], { nested, filesPerPart: 2 });
      for (const source of [archive, streamOf(archive, 4096)]) {
        const { files: found, complaints, counts } = await walked(source);
        expect(found.map(({ name, bytes }) => [name, bytes])).toEqual([
          ['1.fit', run],
          ['2.fit', run],
          ['3.fit', run],
        ]);
        expect(complaints).toEqual([]);
        expect(counts).toMatchObject({ files: 3, notActivities: 1, other: 2 });
      }
    },
  );

  it('shows in which archive a file lies, and names it without the e-mail address', async () => {
    const { files: found } = await walked(garminExport(files));
    expect(found[0]).toMatchObject({
      path: 'DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip/runner@example.com_1.fit',
      name: '1.fit',
    });
  });

  it('tells apart what the watch stored beside activities', async () => {
    const { events } = await walked(garminExport([settings]));
    expect(events.find(({ type }) => type === 'not-an-activity')).toMatchObject({
      path: expect.stringContaining('4.fit'),
      fitFileType: 2,
    });
  });
});

describe('a file that lies in no archive', () => {
  it.each([
    ['run.fit', run, run],
    ['run.fit.gz', gzipSync(run), run],
    ['track.gpx', gpx, gpx],
    ['download', gpx, gpx],
  ])('is given as it is: %s', async (name, bytes, raw) => {
    for (const source of [bytes, streamOf(bytes)]) {
      const { files, complaints } = await walked(source, { name: `folder/${name}` });
      expect(files).toHaveLength(1);
      expect(files[0]).toMatchObject({ path: `folder/${name}`, name, bytes: raw, damage: null });
      expect(complaints).toEqual([]);
    }
  });

  it('is a table when it is the table of an unpacked export', async () => {
    const { events } = await walked(utf8(stravaTableText(STRAVA_FILES)), {
      name: 'export_1/activities.csv',
    });
    expect(events[0]).toMatchObject({ type: 'table', folder: 'export_1/' });
  });

  it.each([
    ['photo.jpg', 'not-recognised', Uint8Array.of(0xff, 0xd8, 0xff)],
    ['run.fit', 'not-recognised', utf8('not a watch file')],
    ['run.fit', 'empty-file', new Uint8Array(0)],
    ['export.zip', 'empty-file', new Uint8Array(0)],
    ['export.zip', 'not-a-zip', utf8('<html>Please sign in</html>')],
    ['export.zip.gz', 'hidden-archive', gzipSync(zipSync({ 'a.fit': new Uint8Array(9) }))],
    ['activities.csv', 'unknown-table', utf8('a,b,c\n1,2,3\n')],
  ])('is refused with a reason: %s, %s', async (name, kind, bytes) => {
    for (const source of [bytes, streamOf(bytes)]) {
      const { complaints, files } = await walked(source, { name });
      expect(complaints).toEqual([`${kind} ${name}`]);
      expect(files).toEqual([]);
    }
  });
});

describe('the pace of a walk', () => {
  it('reads nothing ahead of a reader who waits', async () => {
    const archive = stravaExport(STRAVA_FILES);
    let reads = 0;
    const source = bytesSource(archive);
    const counted = {
      size: source.size,
      read: (start: number, end: number) => {
        reads++;
        return source.read(start, end);
      },
    };
    const walk = walkArchive(counted, { name: 'export.zip' });
    await walk.next();
    const readsAtFirst = reads;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(reads).toBe(readsAtFirst);
  });

  it('ends the stream of a reader who stops early', async () => {
    let isEnded = false;
    async function* source() {
      try {
        yield* streamOf(stravaExport(STRAVA_FILES), 100);
      } finally {
        isEnded = true;
      }
    }
    for await (const event of walkArchive(source(), { name: 'export.zip' })) {
      if (event.type === 'file') break;
    }
    expect(isEnded).toBe(true);
  });
});

describe('a source that goes away', () => {
  it('ends the walk with a problem, and keeps what came before', async () => {
    const archive = stravaExport(
      Array.from({ length: 40 }, (_, id) => ({ name: `${id}.fit`, bytes: noise(40_000, id) })),
    );
    const source = bytesSource(archive);
    const { complaints, counts } = await walked({
      size: source.size,
      read: async (start, end) => {
        if (start > 900_000 && end < archive.length) throw new Error('disk removed');
        return source.read(start, end);
      },
    });
    expect(complaints).toEqual(['source-lost export.zip']);
    expect(counts.files).toBeGreaterThan(10);
    expect(counts.files).toBeLessThan(40);
  });

  it('counts a file that became shorter as gone', async () => {
    const archive = stravaExport(STRAVA_FILES);
    const { complaints } = await walked({
      size: archive.length + 1000,
      read: async (start, end) => archive.slice(start, end),
    });
    expect(complaints).toEqual(['source-lost export.zip']);
  });

  it('says so for a stream too', async () => {
    async function* source() {
      yield* streamOf(stravaExport(STRAVA_FILES).slice(0, 1000));
      throw new Error('connection lost');
    }
    const { complaints } = await walked(source());
    expect(complaints).toEqual(['source-lost export.zip']);
  });
});

/** Does not shrink; behind the signature of a FIT file, so that it counts as one. */
function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed + 1;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[i] = state >>> 24;
  }
  bytes.set(utf8('.FIT'), 8);
  return bytes;
}
