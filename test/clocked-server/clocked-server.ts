/**
 * The product in real workerd with a state of its own on disk, on a clock that the test moves, to be killed and started again
 * within a second: for tests of days and of crashes. Linux only: its processes are found through `/proc`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { killTree } from '../browser/process-tree.ts';
import { freePort } from '../browser/running-app.ts';
import type { ObjectAtWork, Rows } from './object-at-work.ts';
import type { ServerLife } from './server-process.ts';
import type { WorkerBundle } from './worker-bundle.ts';

/** Of the server and of what it talks to; `runningClock` of the Strava simulator is one. */
export interface MovableClock {
  nowMs(): number;
  advance(ms: number): void;
}

export interface ServerOptions {
  bundle: WorkerBundle;
  clock: MovableClock;
  /** Of the Worker, such as where Strava is. */
  variables: Record<string, string>;
}

export interface ClockedServer {
  url: string;
  /** All that it has printed so far, in all its lives. */
  output(): string;
  /** Tells it that the clock has been moved forward. */
  clockMoved(): Promise<void>;
  /** The objects of all athletes. */
  atWork(): Promise<ObjectAtWork[]>;
  rows(athleteId: string, tables: readonly string[]): Promise<Rows>;
  /** Of the directory. */
  directoryRows(table: string): Promise<Rows[string]>;
  /** Kills every process of it at once. */
  kill(): Promise<void>;
  /** After a kill: on the same state, at the clock's present time. */
  start(): Promise<void>;
  /** Ends it and removes its state. */
  dispose(): Promise<void>;
}

const PROCESS = fileURLToPath(new URL('server-process.ts', import.meta.url));
/** What Node makes of the sources of a life is of use to the next one. */
const COMPILED = join(tmpdir(), 'achilles-watch-compiled');

export async function startClockedServer(options: ServerOptions): Promise<ClockedServer> {
  const { bundle, clock, variables } = options;
  const stateDir = newFolder();
  cpSync(await emptyState(bundle), stateDir, { recursive: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const output: string[] = [];
  const aheadMs = () => clock.nowMs() - Date.now();
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const withClock = { ...variables, CLOCK_AHEAD_MS: aheadMs() };
    const life = { ...bundle, stateDir, port, variables: withClock, isNew: false };
    child = await began(life, output);
    await asked('move', { aheadMs: String(aheadMs()) });
  }

  async function asked<Answer>(what: string, query: Record<string, string> = {}): Promise<Answer> {
    const answer = await fetch(`${url}/test-clock/${what}?${new URLSearchParams(query)}`);
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  async function kill(): Promise<void> {
    if (child !== null) await ended(child);
    child = null;
  }

  await start();
  return {
    url,
    output: () => output.join(''),
    clockMoved: async () => void (await asked('move', { aheadMs: String(aheadMs()) })),
    atWork: async () => (await asked<{ objects: ObjectAtWork[] }>('at-work')).objects,
    rows: (athlete, tables) => asked('rows', { athlete, tables: tables.join(',') }),
    directoryRows: (table) => asked('directory', { table }),
    kill,
    start,
    async dispose() {
      await kill();
      removed(stateDir);
    },
  };
}

let migrated: Promise<string> | null = null;

/** The directory with its tables, and nothing else: made once, since that takes some seconds. */
function emptyState(bundle: WorkerBundle): Promise<string> {
  migrated ??= (async () => {
    const stateDir = newFolder();
    process.once('exit', () => removed(stateDir));
    const life = { ...bundle, stateDir, port: await freePort(), isNew: true };
    await ended(await began({ ...life, variables: { CLOCK_AHEAD_MS: 0 } }, []));
    return stateDir;
  })();
  return migrated;
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'achilles-watch-clocked-'));

const removed = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

async function ended(child: ChildProcess): Promise<void> {
  const exit = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
  killTree(child.pid as number);
  await exit;
}

async function began(life: ServerLife, output: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROCESS], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Who is killed cannot tidy up: what it leaves goes with its state.
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, TMPDIR: life.stateDir },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said.push(chunk);
      output.push(chunk.toString());
    });
  }
  child.send(life);
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) =>
      reject(new Error(`the server ended (${code}): ${Buffer.concat(said)}`)),
    );
  });
  return child;
}
