import { describe, expect, it } from 'vitest';
import { problem } from './contract-server.ts';
import {
  freshFolderForEachTest,
  importAll,
  onDay,
  putRuns,
  run,
  serve,
  server,
  sessionFile,
} from './import-in-folder.ts';

freshFolderForEachTest();

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
    await serve();
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
