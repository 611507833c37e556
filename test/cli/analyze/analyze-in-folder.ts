/** `analyze` as it is called, on files in a folder of the test file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { encodedRun } from '../../../fixtures/encoded-run.ts';
import {
  DEFAULT_START_TIME_S,
  type RunSpec,
  type Segment,
} from '../../../fixtures/synthetic-run.ts';
import { analyzeCommand } from '../../../src/cli/analyze/command.ts';

const DAY_S = 86_400;
export const EASY: Segment = { speedMps: 2.75, distanceM: 5500 };
export const INTERVALS: Segment[] = [EASY, { speedMps: 4, distanceM: 1200 }];

export let folder: string;

/** To be called once in a test file. */
export function oneFolderForAllTests(): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'analyze-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
}

export function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

export const run = (name: string, spec: RunSpec) => file(name, encodedRun(spec));

/** Six easy days and, on the seventh, intervals: the first run whose usual speed is known. */
export function aWeek(): { easy: string[]; intervals: string } {
  const onDay = (day: number) => ({ startTimeS: DEFAULT_START_TIME_S + day * DAY_S });
  const easy = [0, 1, 2, 3, 4, 5].map((day) =>
    run(`easy-${day}.fit`, { segments: [EASY], ...onDay(day) }),
  );
  return { easy, intervals: run('intervals.fit', { segments: INTERVALS, ...onDay(6) }) };
}

export async function analyze(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await analyzeCommand(args, {
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  });
  return { status, printed, complaints };
}

export async function json(...args: string[]) {
  const { status, printed } = await analyze('--json', ...args);
  return { status, lines: printed.map((line) => JSON.parse(line)) };
}
