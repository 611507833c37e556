/**
 * `node test/bench/archive.ts [-- --json]`: walks generated exports of 2,000 activities that lie on disk, as the command
 * line does, and reports speed and memory. Nothing is decoded. Writes some 550 MB to the temporary folder for a while.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeLargeGarminExport, writeLargeStravaExport } from './large-exports.ts';
import type { WalkCost } from './walk-once.ts';

type Measured = WalkCost & { archive: string };

const WALK_ONCE = fileURLToPath(new URL('walk-once.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'archives-'));
try {
  const strava = join(folder, 'strava.zip');
  const garmin = join(folder, 'garmin.zip');
  writeLargeStravaExport(strava);
  writeLargeGarminExport(garmin);
  print([
    measured('Strava export, by its directory', strava, 'source'),
    measured('Strava export, as a stream', strava, 'stream'),
    measured('Garmin export, nested archives deflated', garmin, 'source'),
  ]);
} finally {
  rmSync(folder, { recursive: true });
}

function measured(archive: string, path: string, way: 'source' | 'stream'): Measured {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', WALK_ONCE, path, way],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return { archive, ...(JSON.parse(stdout) as WalkCost) };
}

function print(results: readonly Measured[]): void {
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ node: process.version, archives: results })}\n`);
    return;
  }
  for (const cost of results) {
    const perS = (amount: number) => (amount / cost.cpuSeconds).toFixed(0);
    process.stdout.write(
      [
        `${cost.archive}: ${cost.archiveMB.toFixed(0)} MB, ${cost.files} files of ${cost.rawMB.toFixed(0)} MB`,
        `  ${cost.seconds.toFixed(1)} s, ${cost.cpuSeconds.toFixed(1)} s of CPU`,
        `  per second of CPU: ${perS(cost.archiveMB)} MB packed, ${perS(cost.rawMB)} MB raw, ${perS(cost.files)} files`,
        `  memory at its peak: ${cost.peakRssGrowthMB.toFixed(0)} MB more (largest file ${cost.largestFileMB.toFixed(1)} MB)`,
        '',
      ].join('\n'),
    );
  }
}
