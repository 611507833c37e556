/** `report` as it is called, on runs in a folder of its own for each test of the file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { encodedRun } from '../../../fixtures/encoded-run.ts';
import {
  DEFAULT_START_TIME_S,
  type RunSpec,
  syntheticRun,
} from '../../../fixtures/synthetic-run.ts';
import { liveLine } from '../../../src/cli/live-line.ts';
import { reportCommand } from '../../../src/cli/report/command.ts';

const DAY_S = 86_400;

export let folder: string;

/** To be called once in a test file: what follows works on this test's own folder. */
export function freshFolderForEachTest(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
}

export function put(path: string, bytes: Uint8Array | string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

/** An easy run so many days after Monday 2 March 2026. */
export const specOf = (day: number, distanceM: number, spec: Partial<RunSpec> = {}): RunSpec => ({
  segments: [{ distanceM, speedMps: 2.78 }],
  startTimeS: DEFAULT_START_TIME_S + day * DAY_S,
  recording: 'smart',
  ...spec,
});

export const activityOn = (...asked: Parameters<typeof specOf>) => syntheticRun(specOf(...asked));

export const runOn = (day: number, distanceM: number, spec?: Partial<RunSpec>): Uint8Array =>
  encodedRun(specOf(day, distanceM, spec));

export async function report(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const progress: string[] = [];
  const status = await reportCommand(
    ['--today', '2026-06-01', ...args],
    { print: (line) => printed.push(line), complain: (line) => complaints.push(line) },
    liveLine({ isTTY: true, columns: 80, write: (text) => progress.push(text) }),
  );
  return { status, printed, complaints, progress };
}

export async function json(...args: string[]) {
  const { status, printed, complaints } = await report('--json', ...args);
  expect(printed).toHaveLength(1);
  return { status, complaints, history: JSON.parse(printed[0] as string) };
}

export const distances = (
  weeks: { start: string; quantities: { distanceM: { value: number } } }[],
) => weeks.map(({ start, quantities }) => [start, quantities.distanceM.value]);
