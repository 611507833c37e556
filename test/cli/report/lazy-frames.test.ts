/** In a file of its own: whatever is loaded once stays. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { encodeFit, syntheticRun } from '../../../fixtures/synthetic-run.ts';
import { reportCommand } from '../../../src/cli/report/command.ts';

const isLoaded = (name: string) =>
  Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes(`/${name}/`));

it('JSON does not wait for data frames', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lazy-'));
  const run = join(folder, 'run.fit');
  const segments = [{ distanceM: 2_000, speedMps: 2.78 }];
  writeFileSync(run, encodeFit(syntheticRun({ segments, recording: 'smart' })));
  const report = (...args: string[]) =>
    reportCommand(
      [...args, run],
      { print: () => {}, complain: () => {} },
      { update: () => {}, clear: () => {} },
    );
  expect(await report('--json')).toBe(0);
  expect(isLoaded('danfojs-node')).toBe(false);
  expect(await report()).toBe(0);
  expect(isLoaded('danfojs-node')).toBe(true);
  rmSync(folder, { recursive: true });
});
