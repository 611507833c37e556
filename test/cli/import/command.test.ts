import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { garminExport, stravaExport } from '../../../fixtures/archives.ts';
import { redatedFit } from '../../../fixtures/redated-fit.ts';
import { encodeFit, syntheticRun } from '../../../fixtures/synthetic-run.ts';
import { settingsFile } from '../../../fixtures/watch-file-variants.ts';
import { importCommand } from '../../../src/cli/import/command.ts';
import { liveLine } from '../../../src/cli/live-line.ts';
import {
  type Behaviour,
  type ContractServer,
  contractServer,
  json,
  problem,
} from './contract-server.ts';

const DAY_S = 86_400;
const IMPATIENT = { attempts: 4, firstPauseMs: 5, longestPauseMs: 2_000 };
const recording = encodeFit(syntheticRun({ segments: [{ speedMps: 2.8, durationS: 30 }] }));
const onDay = (day: number) => redatedFit(recording, day * DAY_S);
const daily = (count: number) =>
  Array.from({ length: count }, (_, day) => ({ name: `${day}.fit`, bytes: onDay(day) }));

let folder: string;
let server: ContractServer;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await server?.close();
});

async function serve(behaviour: Behaviour = {}): Promise<void> {
  server = await contractServer(behaviour);
}

function put(path: string, bytes: Uint8Array | string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

function putRuns(count: number): string {
  for (const { name, bytes } of daily(count)) put(`runs/${name}`, bytes);
  return join(folder, 'runs');
}

const sessionFile = () => join(folder, 'session.json');

async function run(args: readonly string[], stop = new AbortController().signal) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const progress: string[] = [];
  const status = await importCommand(args, {
    terminal: {
      print: (line) => printed.push(line),
      complain: (line) => complaints.push(line),
    },
    live: liveLine({ isTTY: true, columns: 120, write: (text) => progress.push(text) }),
    stop,
    retries: IMPATIENT,
  });
  return { status, printed, complaints: complaints.join('\n'), progress };
}

const importAll = (paths: readonly string[], ...options: string[]) =>
  run(['--to', server.url, '--session', sessionFile(), ...options, ...paths]);

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
    await serve({
      instead: (n, response) => {
        if (n !== 2) return false;
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
    const { status, printed } = await importAll([cut, join(folder, 'missing.zip')]);
    expect(status).toBe(1);
    expect(printed.join('\n')).toMatch(/cut\.zip: Failed: This archive is incomplete/);
    expect(printed.join('\n')).toMatch(/missing\.zip: Failed: There is no such file/);
    expect(server.received.length).toBeGreaterThan(0);
  });
});

describe('a server in trouble', () => {
  it('is asked again when it breaks off, is broken or busy: nothing is lost or doubled', async () => {
    await serve({
      instead: (n, response) => {
        if (n === 2) response.socket?.destroy();
        else if (n === 4) problem(response, 503, 'unexpected');
        else if (n === 6) problem(response, 429, 'busy');
        else return false;
        return true;
      },
    });
    const { status, printed, complaints } = await importAll([putRuns(8)]);
    expect(complaints.match(/does not take files just now/g)).toHaveLength(1);
    expect(printed).toEqual(['8 found · 8 added']);
    expect(status).toBe(0);
    expect(new Set(server.received.map(({ name }) => name)).size).toBe(8);
    expect(server.received).toHaveLength(8);
  });

  it('is asked again when an answer breaks off half-way', async () => {
    await serve({
      instead: (n, response) => {
        if (n !== 2) return false;
        response.writeHead(200, { 'Content-Length': '1000' });
        response.write('{"results":[');
        setTimeout(() => response.socket?.destroy(), 5);
        return true;
      },
    });
    expect((await importAll([putRuns(3)])).printed).toEqual(['3 found · 3 added']);
  });

  it('is left alone for as long as it asks', async () => {
    let [askedAtMs, cameBackAtMs] = [0, 0];
    await serve({
      instead: (n, response) => {
        if (n === 2) cameBackAtMs = performance.now();
        if (n !== 1) return false;
        askedAtMs = performance.now();
        response.setHeader('Retry-After', '1');
        problem(response, 429, 'busy');
        return true;
      },
    });
    expect((await importAll([putRuns(1)])).status).toBe(0);
    expect(cameBackAtMs - askedAtMs).toBeGreaterThan(990);
  });

  it('that breaks over one file is given the others', async () => {
    const poison = Buffer.from(onDay(2));
    await serve({
      instead: (_, response, raw) => {
        if (!raw.equals(poison)) return false;
        problem(response, 500, 'unexpected');
        return true;
      },
    });
    const { status, printed } = await importAll([putRuns(6)]);
    expect(printed.at(-1)).toBe('6 found · 5 added · 1 failed');
    expect(status).toBe(1);
  });

  it('that breaks over every file is not given them all', async () => {
    await serve({
      instead: (_, response) => {
        problem(response, 500, 'unexpected');
        return true;
      },
    });
    const { status, printed, complaints } = await importAll([putRuns(30)]);
    expect(status).toBe(1);
    expect(printed.at(-1)).toBe('3 found · 0 added · 3 failed');
    expect(complaints).toMatch(/The server is broken/);
    expect(complaints).toMatch(/Run the same command again to go on/);
  });

  it('that ends in the middle ends the import, which goes on later', async () => {
    await serve({
      instead: (n) => {
        if (n < 5) return false;
        void server.close();
        return true;
      },
    });
    const runs = putRuns(12);
    const broken = await importAll([runs]);
    expect(broken.status).toBe(1);
    expect(broken.complaints).toMatch(/cannot be reached .*ECONN/);
    expect(broken.complaints).toMatch(/Run the same command again to go on/);
    expect(server.received).toHaveLength(4);
  });

  it('that is none is told from one at once', async () => {
    server = await contractServer();
    const { url } = server;
    await server.close();
    const runs = putRuns(1);
    const absent = await run(['--to', url, '--session', sessionFile(), runs]);
    expect(absent).toMatchObject({ status: 1, printed: [] });
    expect(absent.complaints).toContain('cannot be reached');
  });
});

describe('Ctrl-C', () => {
  it('finishes what is on its way, begins nothing else and says how to go on', async () => {
    const stopping = new AbortController();
    await serve({
      delayMs: 20,
      instead: (n) => {
        if (n === 5) stopping.abort();
        return false;
      },
    });
    const runs = putRuns(20);
    const args = ['--to', server.url, '--session', sessionFile(), runs];
    const stopped = await run(args, stopping.signal);
    const taken = server.received.length;
    expect(stopped.status).toBe(130);
    expect(taken).toBeGreaterThanOrEqual(5);
    expect(taken).toBeLessThanOrEqual(7);
    expect(stopped.printed).toEqual([`${taken} found · ${taken} added`]);
    expect(stopped.complaints).toMatch(/Run the same command again to go on/);
    const { printed } = await run(args);
    expect(printed).toEqual([`20 found · ${20 - taken} added · ${taken} duplicates`]);
    expect(server.received).toHaveLength(20);
  });

  it('does not wait for a pause between attempts', async () => {
    const stopping = new AbortController();
    await serve({
      instead: (_, response) => {
        response.setHeader('Retry-After', '60');
        problem(response, 429, 'busy');
        setTimeout(() => stopping.abort(), 50);
        return true;
      },
    });
    const startMs = performance.now();
    const args = ['--to', server.url, '--session', sessionFile(), putRuns(1)];
    expect((await run(args, stopping.signal)).status).toBe(130);
    expect(performance.now() - startMs).toBeLessThan(1_500);
  });
});

describe('the session', () => {
  it('is kept where only its owner reads it, and the runner is told once that it is the key', async () => {
    await serve();
    const runs = putRuns(2);
    const first = await importAll([runs]);
    expect(first.complaints).toContain(sessionFile());
    expect(first.complaints).toMatch(/only key/);
    expect(statSync(sessionFile()).mode & 0o777).toBe(0o600);
    const [cookie] = [...server.runners.keys()];
    const kept = JSON.parse(readFileSync(sessionFile(), 'utf8'));
    expect(`__Host-sid=${kept[server.url]['__Host-sid']}`).toBe(cookie);
    expect((await importAll([runs])).complaints).toBe('');
  });

  it('of another server is neither sent nor lost', async () => {
    await serve();
    const others = { 'https://other.example': { '__Host-sid': 'secret' } };
    put('session.json', JSON.stringify(others));
    await importAll([putRuns(2)]);
    expect(server.received.some(({ cookie }) => cookie?.includes('secret'))).toBe(false);
    expect(JSON.parse(readFileSync(sessionFile(), 'utf8'))).toMatchObject(others);
  });

  it('that the server has forgotten is replaced, with a word about it', async () => {
    await serve();
    put('session.json', JSON.stringify({ [server.url]: { '__Host-sid': 'old' } }));
    const { status, complaints } = await importAll([putRuns(6)]);
    expect(status).toBe(0);
    expect(complaints).toMatch(/does not know the kept session any more/);
    expect(server.runners.size).toBe(1);
  });

  it('may be that of a browser, which is then written nowhere', async () => {
    await serve();
    server.runners.set('__Host-sid=of-the-browser', new Set());
    const { status, complaints } = await importAll([putRuns(2)], '--cookie', 'of-the-browser');
    expect(status).toBe(0);
    expect(complaints).toBe('');
    expect(server.runners.get('__Host-sid=of-the-browser')?.size).toBe(2);
    expect(() => statSync(sessionFile())).toThrow();
  });

  it('of a browser that the server does not know ends the import before anything is sent', async () => {
    await serve();
    const { status, complaints } = await importAll([putRuns(2)], '--cookie', '__Host-sid=wrong');
    expect(status).toBe(2);
    expect(complaints).toMatch(/does not know this cookie/);
    expect(server.received).toEqual([]);
  });

  it('is not written over a file of another kind', async () => {
    await serve();
    put('session.json', 'my diary');
    const { status, complaints } = await importAll([putRuns(1)]);
    expect(status).toBe(2);
    expect(complaints).toMatch(/is not a session file/);
    expect(readFileSync(sessionFile(), 'utf8')).toBe('my diary');
    expect(server.requests).toEqual([]);
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
