import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redatedFit } from '../../../fixtures/redated-fit.ts';
import { encodeFit, syntheticRun } from '../../../fixtures/synthetic-run.ts';
import { type ContractServer, contractServer } from './contract-server.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url));
const DAY_S = 86_400;
const RUNS = 30;

let folder: string;
let server: ContractServer;
let interrupted: (() => void) | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-program-'));
  const recording = encodeFit(syntheticRun({ segments: [{ speedMps: 2.8, durationS: 30 }] }));
  for (let day = 0; day < RUNS; day++) {
    writeFileSync(join(folder, `${day}.fit`), redatedFit(recording, day * DAY_S));
  }
  server = await contractServer({
    delayMs: 30,
    instead: (n) => {
      if (n === 4) interrupted?.();
      return false;
    },
  });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function runImport(onStart: (child: ReturnType<typeof spawn>) => void = () => {}) {
  const session = join(folder, 'session.json');
  const args = ['src/cli/import.ts', '--to', server.url, '--session', session, folder];
  return new Promise<{ stdout: string; stderr: string; status: number | null }>((resolve) => {
    const child = spawn(process.execPath, args, { cwd: checkout });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    child.once('close', (status) =>
      resolve({ stdout: stdout.join(''), stderr: stderr.join(''), status }),
    );
    onStart(child);
  });
}

describe('the program as npm starts it', () => {
  it('ends after Ctrl-C with what was on its way taken in, and the next one goes on', async () => {
    const stopped = await runImport((child) => {
      interrupted = () => child.kill('SIGINT');
    });
    interrupted = null;
    expect(stopped.status).toBe(130);
    expect(stopped.stderr).toMatch(/Finishing what is on its way/);
    expect(stopped.stderr).toMatch(/Run the same command again to go on/);
    const taken = server.received.length;
    expect(taken).toBeLessThan(RUNS);
    expect(stopped.stdout).toBe(`${taken} found · ${taken} added\n`);

    const { stdout, status } = await runImport();
    expect(status).toBe(0);
    expect(stdout).toBe(`${RUNS} found · ${RUNS - taken} added · ${taken} duplicates\n`);
    expect(server.received).toHaveLength(RUNS);
  });
});
