/**
 * Builds the demo runner into dist/client/demo: the synthetic watch files as they are, and the history that the real
 * importer makes of them, so that the Worker need not decode forty weeks for a visitor. Part of the build.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_TODAY, demoCheckIns, demoRunner } from '../../fixtures/demo-runner.ts';
import { analyseFile } from '../athlete/analyse-file.ts';
import { type DemoHistory, type DemoRun, demoRun } from '../athlete/demo-history.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'dist', 'client', 'demo');

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

const runs: DemoRun[] = [];
for (const { name, bytes } of demoRunner()) {
  const activities = analyseFile(bytes);
  if (!activities.ok) throw new Error(`${name}: ${activities.error.message}`);
  for (const activity of activities.value) {
    runs.push(demoRun(`run-${runs.length + 1}`, name, activity));
  }
  writeFileSync(join(FOLDER, name), bytes);
}

const history: DemoHistory = { today: DEMO_TODAY, runs, checkIns: demoCheckIns() };
writeFileSync(join(FOLDER, 'history.json'), JSON.stringify(history));
