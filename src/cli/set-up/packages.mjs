/** Installs what the lockfile names when it is missing or older than the lockfile. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, nodeProgram } from './checkout.mjs';
import { isNodeNewEnough } from './node-version.mjs';
import { fail, say } from './say.mjs';

const NETWORK_FAILURES =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/;

/** npm writes this file last, so it also tells a finished installation from one that was cut off. */
const INSTALLED = join(checkout, 'node_modules', '.package-lock.json');
const LOCKFILE = join(checkout, 'package-lock.json');

export function installPackages() {
  if (existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync(LOCKFILE).mtimeMs) return;
  say('Installing packages (only when they are missing or have changed)…');
  const npm = process.env.npm_execpath;
  const { status, stdout, stderr } = spawnSync(
    npm ? process.execPath : 'npm',
    [
      ...(npm ? [npm] : []),
      'ci',
      '--loglevel=error',
      '--include=dev',
      '--include=optional',
      '--prefer-offline',
    ],
    { cwd: checkout, encoding: 'utf8' },
  );
  const output = `${stdout ?? ''}${stderr ?? ''}`.trim();
  if (status !== 0 && NETWORK_FAILURES.test(output)) {
    fail(
      'The packages could not be downloaded because the network or the package registry does not answer: connect and run the command again; nothing else was changed.',
    );
  }
  if (status !== 0) fail(`The packages could not be installed. npm said:\n${output}`);
  requireModernNode();
}

/** The packages bring their own Node on Linux; where that one does not run (musl), the machine's must be new enough. */
function requireModernNode() {
  const { stdout } = spawnSync(nodeProgram(), ['--version'], { encoding: 'utf8' });
  if (stdout && isNodeNewEnough(stdout.trim().slice(1), [22, 12])) return;
  fail(
    `Achilles Watch needs Node 22.12 or newer on this system and this is Node ${process.versions.node}: install a newer one from nodejs.org and run the command again.`,
  );
}
