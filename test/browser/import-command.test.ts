import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { garminExport, stravaExport } from '../../fixtures/archives.ts';
import { redatedFit } from '../../fixtures/redated-fit.ts';
import { encodeFit, syntheticRun } from '../../fixtures/synthetic-run.ts';
import { ride, settingsFile, truncated } from '../../fixtures/watch-file-variants.ts';
import { checkout } from './running-app.ts';
import { appUrl } from './shared-app.ts';

const DAY_S = 86_400;
const RUNS = 40;
const recording = encodeFit(syntheticRun({ segments: [{ speedMps: 2.8, durationS: 600 }] }));

/** Runs on forty days, a ride, a file cut short on the forty-first, one of noise, one of settings; the first five twice. */
function writeExports(folder: string): { strava: string; garmin: string } {
  const runs = Array.from({ length: RUNS }, (_, day) => ({
    name: `${day}.fit`,
    bytes: redatedFit(recording, day * DAY_S),
  }));
  const noise = new Uint8Array(500).fill(7);
  noise.set(new TextEncoder().encode('.FIT'), 8);
  const strava = join(folder, 'strava.zip');
  const garmin = join(folder, 'garmin.zip');
  writeFileSync(
    strava,
    stravaExport([
      ...runs,
      { name: 'ride.fit', bytes: redatedFit(ride(), 100 * DAY_S) },
      { name: 'cut.fit', bytes: truncated(redatedFit(recording, RUNS * DAY_S)) },
      { name: 'noise.fit', bytes: noise },
    ]),
  );
  writeFileSync(
    garmin,
    garminExport([...runs.slice(0, 5), { name: 'settings.fit', bytes: settingsFile() }]),
  );
  return { strava, garmin };
}

describe('npm run import', () => {
  let folder: string;
  let archives: ReturnType<typeof writeExports>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'import-command-'));
    archives = writeExports(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const sessionFile = () => join(folder, 'session.json');

  function runImport(...paths: string[]) {
    const options = ['--to', appUrl, '--session', sessionFile(), '--time-zone', 'Europe/Berlin'];
    return new Promise<{ stdout: string; stderr: string; status: number | null }>((resolve) => {
      const child = spawn('npm', ['run', '-s', 'import', '--', ...options, ...paths], {
        cwd: checkout,
      });
      const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on('data', (chunk) => stdout.push(chunk));
      child.stderr.on('data', (chunk) => stderr.push(chunk));
      child.once('close', (status) =>
        resolve({ stdout: stdout.join(''), stderr: stderr.join(''), status }),
      );
    });
  }

  async function activities(): Promise<{ isRun: boolean; localDate: string }[]> {
    const cookies = JSON.parse(readFileSync(sessionFile(), 'utf8'))[appUrl];
    const Cookie = `__Host-sid=${cookies['__Host-sid']}`;
    const answer = await fetch(`${appUrl}/api/activities`, { headers: { Cookie } });
    return ((await answer.json()) as { activities: { isRun: boolean; localDate: string }[] })
      .activities;
  }

  it('adds two exports at once: every run once, on its day, with a reason for what failed', async () => {
    const { stdout, status } = await runImport(archives.strava, archives.garmin);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/strava\.zip\/activities\/noise\.fit\.gz: Failed: /);
    expect(lines.slice(1)).toEqual([
      '48 found · 41 added · 5 duplicates · 1 not a run · 1 failed',
      '1 other file of the watch (monitoring, settings, courses) passed over.',
    ]);
    expect(status).toBe(1);
    const added = await activities();
    expect(added.filter(({ isRun }) => isRun)).toHaveLength(41);
    expect(new Set(added.map(({ localDate }) => localDate)).size).toBe(42);
  });

  it('adds nothing the second time', async () => {
    const before = await activities();
    const { stdout } = await runImport(archives.strava, archives.garmin);
    expect(stdout).toContain('48 found · 0 added · 47 duplicates · 1 failed');
    expect(await activities()).toEqual(before);
  });

  it('ends well when nothing failed', async () => {
    const { stdout, stderr, status } = await runImport(archives.garmin);
    expect(stdout).toContain('5 found · 0 added · 5 duplicates');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});
