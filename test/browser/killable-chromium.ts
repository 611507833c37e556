/** A Chromium with a profile on disk, started by ourselves, so that it can be killed and come back with what it remembers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '../../src/cli/set-up/chromium.mjs';
import { QUIET } from './chromium.ts';
import { killTree } from './process-tree.ts';

export interface KillableChromium {
  context: BrowserContext;
  pid: number;
  /** As when the machine's memory runs out: nothing is tidied up or written. */
  kill(): Promise<void>;
  /** As a runner closes it. */
  close(): Promise<void>;
}

export async function startChromium(profile: string): Promise<KillableChromium> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error('No Chromium: run `npm test`, which gets one.');
  const options = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(executablePath, [...options, ...QUIET, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const browser = await chromium.connectOverCDP(await endpointOf(child), { isLocal: true });
  const pid = child.pid as number;
  const ended = once(child, 'exit');
  return {
    context: browser.contexts()[0] as BrowserContext,
    pid,
    async kill() {
      killTree(pid);
      await ended;
    },
    async close() {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close');
      await ended;
    },
  };
}

function endpointOf({ stderr }: ChildProcess): Promise<string> {
  let heard = '';
  return new Promise((resolve, reject) => {
    stderr?.on('data', (chunk: Buffer) => {
      heard += chunk;
      const endpoint = /DevTools listening on (ws:\S+)/.exec(heard)?.[1];
      if (endpoint !== undefined) resolve(endpoint);
    });
    stderr?.once('close', () => reject(new Error(`Chromium did not start: ${heard}`)));
  });
}
