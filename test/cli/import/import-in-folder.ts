/** `import` as it is called, with a folder and a server of its own for each test of the file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { redatedFit } from '../../../fixtures/redated-fit.ts';
import { encodeFit, syntheticRun } from '../../../fixtures/synthetic-run.ts';
import { importCommand } from '../../../src/cli/import/command.ts';
import { liveLine } from '../../../src/cli/live-line.ts';
import { type Behaviour, type ContractServer, contractServer } from './contract-server.ts';

const DAY_S = 86_400;
const IMPATIENT = { attempts: 4, firstPauseMs: 5, longestPauseMs: 2_000 };

export const recording = encodeFit(syntheticRun({ segments: [{ speedMps: 2.8, durationS: 30 }] }));
export const onDay = (day: number) => redatedFit(recording, day * DAY_S);
/** A run on each of the first days, `0.fit` and on. */
export const daily = (count: number) =>
  Array.from({ length: count }, (_, day) => ({ name: `${day}.fit`, bytes: onDay(day) }));

let folder: string;
export let server: ContractServer;

/** To be called once in a test file: what follows works on this test's own folder and `server`. */
export function freshFolderForEachTest(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'import-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await server?.close();
  });
}

export async function serve(behaviour: Behaviour = {}): Promise<void> {
  server = await contractServer(behaviour);
}

export const inFolder = (path: string) => join(folder, path);
export const sessionFile = () => inFolder('session.json');

export function put(path: string, bytes: Uint8Array | string): string {
  const file = inFolder(path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

export function putRuns(count: number): string {
  for (const { name, bytes } of daily(count)) put(`runs/${name}`, bytes);
  return inFolder('runs');
}

export async function run(args: readonly string[], stop = new AbortController().signal) {
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

export const importAll = (paths: readonly string[], ...options: string[]) =>
  run(['--to', server.url, '--session', sessionFile(), ...options, ...paths]);
