import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  freshFolderForEachTest,
  importAll,
  put,
  putRuns,
  serve,
  server,
  sessionFile,
} from './import-in-folder.ts';

freshFolderForEachTest();

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

  it('that ends on the way ends the import: nobody else is given the rest', async () => {
    await serve({
      instead: (n) => {
        if (n === 3) server.runners.clear();
        return false;
      },
    });
    const { status, printed, complaints } = await importAll([putRuns(12)]);
    expect(status).toBe(1);
    expect(printed.at(-1)).toBe('2 found · 2 added');
    expect(complaints).toContain(`${server.url} no longer knows the session`);
    expect(complaints).toMatch(/Run the same command again to go on/);
    expect(server.runners.size).toBe(0);
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
