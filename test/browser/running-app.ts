/** The product as a runner starts it: `npm start`, on a free port, with a state folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { killTree } from './process-tree.ts';

export const checkout = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningApp {
  url: string;
  stateDir: string;
  /** What the app has printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
  /** Ends it and starts it again with the same state. */
  restart(): Promise<void>;
  /** Kills every process of it at once and starts it again with the same state. Linux only. */
  crash(): Promise<void>;
  /** The process that was started. */
  process(): ChildProcess;
  /** Ends it and removes its state. */
  dispose(): Promise<void>;
}

/** `variables`: of the environment, such as where Strava is. */
export async function startApp(variables: NodeJS.ProcessEnv = {}): Promise<RunningApp> {
  const port = await freePort();
  const stateDir = mkdtempSync(join(tmpdir(), 'achilles-watch-'));
  let running = await launch(port, stateDir, variables);
  const stop = () => end(running.child);
  return {
    url: `http://localhost:${port}`,
    stateDir,
    output: () => running.output.join(''),
    process: () => running.child,
    stop,
    async restart() {
      await stop();
      running = await launch(port, stateDir, variables);
    },
    async crash() {
      const ended = once(running.child, 'exit');
      killTree(running.child.pid as number);
      await ended;
      running = await launch(port, stateDir, variables);
    },
    async dispose() {
      await stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, stateDir: string, variables: NodeJS.ProcessEnv) {
  const child = spawn('npm', ['start'], {
    cwd: checkout,
    detached: true,
    env: { ...process.env, TZ: 'UTC', ...variables, PORT: String(port), STATE_DIR: stateDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output.push(chunk.toString());
      if (output.join('').includes('is ready')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) =>
      reject(new Error(`npm start ended (${code}): ${output.join('')}`)),
    );
  });
  return { child, output };
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    process.kill(-child.pid, 'SIGINT');
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
