import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { garminExport, stravaExport } from '../../../fixtures/archives.ts';
import { settingsFile } from '../../../fixtures/watch-file-variants.ts';
import { json, problem } from './contract-server.ts';
import {
  daily,
  freshFolderForEachTest,
  importAll,
  inFolder,
  onDay,
  put,
  putRuns,
  recording,
  run,
  serve,
  server,
} from './import-in-folder.ts';

freshFolderForEachTest();

describe('importing a folder', () => {
  it('sends every file once, compressed, under its name, with origin, session and time zone', async () => {
    await serve();
    const { status, printed } = await importAll([putRuns(12)], '--time-zone', 'Europe/Lisbon');
    expect(printed).toEqual(['12 found · 12 added']);
    expect(status).toBe(0);
    expect(server.received).toHaveLength(12);
    const [first, second] = server.received;
    expect(first).toMatchObject({ origin: server.url, timeZone: 'Europe/Lisbon', name: '0.fit' });
    expect(first?.cookie).toBeUndefined();
    expect(first?.raw).toEqual(Buffer.from(onDay(0)));
    expect(first?.encoded.length).toBeLessThan(first?.raw.length ?? 0);
    expect(gunzipSync(first?.encoded as Buffer)).toEqual(first?.raw);
    expect(second?.cookie).toMatch(/^__Host-sid=/);
  });

  it('sends the first file alone, so that all files belong to one runner, then a few at a time', async () => {
    await serve({ delayMs: 20 });
    await importAll([putRuns(12)]);
    expect(server.inFlightAtFirst).toBe(1);
    expect(server.mostInFlight).toBe(3);
    expect(server.runners.size).toBe(1);
  });

  it('goes on alone while no file was taken', async () => {
    await serve({
      delayMs: 20,
      instead: (n, response) => {
        if (n > 3) return false;
        const failed = { status: 'failed', reason: 'No activity.', warnings: [] };
        json(response, 200, { results: [failed] });
        return true;
      },
    });
    const { status, printed } = await importAll([putRuns(8)]);
    expect(server.inFlightAtFirst).toBe(1);
    expect(server.runners.size).toBe(1);
    expect(printed.at(-1)).toBe('8 found · 5 added · 3 failed');
    expect(status).toBe(1);
  });

  it('prints a line for each file when asked, and always for those that failed', async () => {
    // Told by what it holds: after the first file, those on their way together arrive in any order.
    const second = Buffer.from(onDay(1));
    await serve({
      instead: (n, response, raw) => {
        if (n > 3 || !raw.equals(second)) return false;
        problem(response, 413, 'body-too-large');
        return true;
      },
    });
    const runs = putRuns(3);
    const quiet = await importAll([runs]);
    expect(quiet.printed).toEqual([
      `${runs}/1.fit: Failed: It is body-too-large.`,
      '3 found · 2 added · 1 failed',
    ]);
    expect(quiet.status).toBe(1);
    const { printed } = await importAll([runs], '--verbose');
    expect(printed.toSorted()).toEqual(
      [
        `${runs}/0.fit: Already here`,
        `${runs}/1.fit: Added`,
        `${runs}/2.fit: Already here`,
        '3 found · 1 added · 2 duplicates',
      ].toSorted(),
    );
  });

  it('says how far it is on a terminal', async () => {
    await serve({ delayMs: 60 });
    const { progress } = await importAll([putRuns(8)]);
    const drawn = progress.filter((text) => text.includes('files'));
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.at(-1)).toMatch(/█+░* \d+% · \d of 8 files · \d added · [\d.]+ files\/s/);
    expect(progress.at(-1)).toBe('\r\u001b[K');
  });
});

describe('importing again', () => {
  it('asks what is known and sends nothing of it', async () => {
    await serve();
    const runs = putRuns(120);
    await importAll([runs]);
    server.requests.length = 0;
    const { status, printed } = await importAll([runs]);
    expect(printed).toEqual(['120 found · 0 added · 120 duplicates']);
    expect(status).toBe(0);
    expect(server.requests).toEqual([
      'GET /api/settings',
      'POST /api/imports/known',
      'POST /api/imports/known',
    ]);
  });

  it('sends only what is new', async () => {
    await serve();
    await importAll([putRuns(3)]);
    server.received.length = 0;
    expect((await importAll([putRuns(5)])).printed).toEqual(['5 found · 2 added · 3 duplicates']);
    expect(server.received.map(({ name }) => name).sort()).toEqual(['3.fit', '4.fit']);
  });

  it('leaves it to a server that cannot say what it knows', async () => {
    await serve({ knowsHashes: false });
    const runs = putRuns(3);
    await importAll([runs]);
    server.requests.length = 0;
    expect((await importAll([runs])).printed).toEqual(['3 found · 0 added · 3 duplicates']);
    const asked = server.requests.filter((request) => request.endsWith('/known'));
    expect(asked).toHaveLength(1);
    expect(server.requests).toHaveLength(5);
  });
});

describe('archives', () => {
  it('come in from Strava and Garmin, doubles once, what is no activity passed over', async () => {
    await serve();
    const strava = put('strava.zip', stravaExport(daily(4), { manualEntries: 2 }));
    const garmin = put(
      'garmin.zip',
      garminExport([...daily(3), { name: 's.fit', bytes: settingsFile() }]),
    );
    const { status, printed } = await importAll([strava, garmin]);
    expect(printed).toEqual([
      '7 found · 4 added · 3 duplicates',
      '1 other file of the watch (monitoring, settings, courses) passed over.',
      'Typed in by hand on Strava, without a file in the export: 2.',
    ]);
    expect(status).toBe(0);
    expect(server.received.map(({ raw }) => raw.length)).toEqual(
      server.received.map(() => recording.length),
    );
  });

  it('bring the names, gear and sports of their table, and all files belong to one import', async () => {
    await serve();
    const [first, second] = daily(2) as [{ name: string; bytes: Uint8Array }, never];
    const files = [{ ...first, title: 'Hill & dale', type: 'Lauf', gear: 'Blue' }, second];
    await importAll([put('strava.zip', stravaExport(files))]);
    const [one, two] = server.received.map(({ about }) => about);
    expect(one).toEqual({
      title: 'Hill & dale',
      sportHint: 'Lauf',
      gear: 'Blue',
      batch: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(two).toEqual({ title: 'Morning Run', sportHint: 'Run', batch: one?.batch });
  });

  it('that are broken are said to be, and what they hold is taken', async () => {
    await serve();
    const whole = stravaExport(daily(4));
    const cut = put('cut.zip', whole.slice(0, whole.length * 0.6));
    const { status, printed } = await importAll([cut, inFolder('missing.zip')]);
    expect(status).toBe(1);
    expect(printed.join('\n')).toMatch(/cut\.zip: Failed: This archive is incomplete/);
    expect(printed.join('\n')).toMatch(/missing\.zip: Failed: There is no such file/);
    expect(server.received.length).toBeGreaterThan(0);
  });
});

describe('the options of import', () => {
  it.each([
    [['a.fit'], 'Say where to'],
    [['--to', 'localhost:8787', 'a.fit'], 'is not an address'],
    [['--to', 'http://localhost:8787'], 'No folder, archive or file'],
    [['--to', 'http://localhost:8787', '--cookie', 'a b', 'a.fit'], 'not a cookie'],
    [['--to', 'http://localhost:8787', '--time-zone', 'Mars/Base', 'a.fit'], 'not a time zone'],
    [['--too', 'a.fit'], "Unknown option '--too'"],
  ])('refuses %j with a sentence and the help', async (args, sentence) => {
    const { status, printed, complaints } = await run(args);
    expect(status).toBe(2);
    expect(printed).toEqual([]);
    expect(complaints).toContain(sentence);
    expect(complaints).toContain('Usage: npm run -s import');
  });

  it('prints help and version and does nothing else', async () => {
    expect((await run(['--help'])).printed.join()).toMatch(/^Usage: /);
    expect((await run(['--version'])).printed.join()).toMatch(/^achilles-watch \d/);
  });
});
