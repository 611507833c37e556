/** Brings the local directory database up to the newest migration. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, runProgram } from './checkout.mjs';
import { fail, say } from './say.mjs';
import { stateFolder } from './state-folder.mjs';

const MIGRATIONS = join(checkout, 'src', 'account', 'migrations');

export function applyMigrations() {
  const state = stateFolder();
  const stamp = join(state, 'migrations-applied');
  const wanted = readdirSync(MIGRATIONS).sort().join('\n');
  if (read(stamp) === wanted) return;
  say('Preparing the local database…');
  const { status, output } = runProgram([
    ...['node_modules/wrangler/bin/wrangler.js', 'd1', 'migrations', 'apply', 'DIRECTORY'],
    ...['--local', '--persist-to', state],
  ]);
  if (status !== 0) fail(`The local database could not be prepared:\n${output}`);
  mkdirSync(state, { recursive: true });
  writeFileSync(stamp, wanted);
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
