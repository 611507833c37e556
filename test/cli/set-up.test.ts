import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { isPortFree } from '../../src/cli/set-up/free-port.mjs';
import { isNodeNewEnough } from '../../src/cli/set-up/node-version.mjs';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const cleanUp: (() => void)[] = [];

afterEach(() => {
  for (const undo of cleanUp.splice(0)) undo();
});

function setUp(folder: string, purpose: string, env: NodeJS.ProcessEnv) {
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/set-up.mjs', purpose], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, lines: stderr.trim().split('\n') };
}

async function occupiedPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUp.push(() => server.close());
  return (server.address() as { port: number }).port;
}

describe('a checkout that cannot be set up says so in one sentence', () => {
  it('names a port that is in use and how to choose another', async () => {
    const port = await occupiedPort();
    const { status, lines } = setUp(checkout, 'start', { PORT: String(port) });
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringContaining(`Port ${port} is in use by another program`)]);
    expect(lines[0]).toContain('PORT=');
  });

  it.each(['abc', '0', '65536', '80.5', ''])('refuses "%s" as a port', (port) => {
    const { status, lines } = setUp(checkout, 'start', { PORT: port });
    expect(status).toBe(1);
    expect(lines).toEqual([`PORT must be a number from 1 to 65535 and is "${port}".`]);
  });

  it('tells a missing network from other trouble', () => {
    const clone = mkdtempSync(join(tmpdir(), 'clone-'));
    cleanUp.push(() => rmSync(clone, { recursive: true }));
    for (const path of ['package.json', 'package-lock.json', '.npmrc', 'src/cli']) {
      cpSync(join(checkout, path), join(clone, path), { recursive: true });
    }
    const { status, lines } = setUp(clone, 'tools', {
      npm_config_registry: 'http://127.0.0.1:9',
      npm_config_fetch_retries: '0',
      npm_config_cache: join(clone, 'cache'),
      npm_execpath: '',
    });
    expect(status).toBe(1);
    expect(lines).toEqual([
      expect.stringContaining('Installing packages'),
      expect.stringContaining('the network or the package registry does not answer'),
    ]);
  }, 60_000);
});

describe('the Node a checkout begins with', () => {
  it.each([
    ['20.0.0', true],
    ['19.9.9', false],
    ['24.21.0', true],
  ])('%s against 20.0 is new enough: %s', (version, enough) => {
    expect(isNodeNewEnough(version, [20, 0])).toBe(enough);
  });

  it.each([
    ['22.12.0', true],
    ['22.11.9', false],
    ['23.0.0', true],
  ])('%s against 22.12 is new enough: %s', (version, enough) => {
    expect(isNodeNewEnough(version, [22, 12])).toBe(enough);
  });
});

describe('a port', () => {
  it('is free until somebody listens there', async () => {
    const port = await occupiedPort();
    expect(await isPortFree(port)).toBe(false);
    cleanUp.splice(0)[0]?.();
    expect(await isPortFree(port)).toBe(true);
  });
});
