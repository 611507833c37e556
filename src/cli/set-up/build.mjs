/** Builds the browser's files and the demo runner into `dist/` when a source is newer than the last build. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, runProgram } from './checkout.mjs';
import { fail, say } from './say.mjs';

const SOURCES = ['web', 'src', 'fixtures', 'package-lock.json'];
const STAMP = join(checkout, 'dist', '.built');

export function buildWhenStale() {
  if (modifiedAt(STAMP) >= Math.max(...SOURCES.map((path) => newest(join(checkout, path))))) return;
  say('Building the pages and the demo runner…');
  run([
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'web/vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  run(['src/cli/build-demo.ts']);
  mkdirSync(join(checkout, 'dist'), { recursive: true });
  writeFileSync(STAMP, '');
}

/** @param {string[]} command */
function run(command) {
  const { status, output } = runProgram(command);
  if (status !== 0) fail(`The build stopped at ${command[0]}:\n${output}`);
}

/**
 * @param {string} path a file or a folder with all below it
 * @returns {number} Unix time in ms of the newest change
 */
function newest(path) {
  if (!statSync(path).isDirectory()) return modifiedAt(path);
  const entries = readdirSync(path, { recursive: true });
  return Math.max(...entries.map((entry) => modifiedAt(join(path, String(entry)))));
}

/** @param {string} path */
function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
