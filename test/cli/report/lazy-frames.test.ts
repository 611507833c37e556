import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { encodeFit, syntheticRun } from '../../../fixtures/synthetic-run.ts';

const program = fileURLToPath(new URL('loaded-for-report.ts', import.meta.url));

it('JSON does not wait for data frames', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lazy-'));
  const run = join(folder, 'run.fit');
  const segments = [{ distanceM: 2_000, speedMps: 2.78 }];
  writeFileSync(run, encodeFit(syntheticRun({ segments, recording: 'smart' })));
  const areFramesLoaded = (...args: string[]) =>
    execFileSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  expect(areFramesLoaded('--json', run)).toBe('false');
  expect(areFramesLoaded(run)).toBe('true');
  rmSync(folder, { recursive: true });
});
