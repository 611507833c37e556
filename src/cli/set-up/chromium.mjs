/** Finds a Chromium for the browser tests, or gets one, and says which. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { checkout, nodeProgram } from './checkout.mjs';
import { fail, say } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @returns {Promise<string | undefined>} path of an installed Chromium */
export async function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [process.env.CHROMIUM_PATH, ...installed, ...MAC, await playwrightsOwn()];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

export async function requireChromium() {
  if (await findChromium()) return;
  const isDebian = existsSync('/etc/debian_version');
  if (isDebian && process.getuid?.() === 0) {
    say('Installing Chromium for the browser tests with apt-get…');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } else {
    say('Downloading a Chromium for the browser tests…');
    run(nodeProgram(), [
      join(checkout, 'node_modules/playwright-core/cli.js'),
      'install',
      'chromium',
    ]);
  }
  const path = await findChromium();
  if (path === undefined) {
    fail(
      'The browser tests need a Chromium and none could be installed: install one, or name it in CHROMIUM_PATH, and run npm test again.',
    );
  }
  say(`Browser tests use ${path}.`);
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('playwright-core');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/**
 * @param {string} program
 * @param {string[]} parameters
 */
function run(program, parameters) {
  const { status, stderr } = spawnSync(program, parameters, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0)
    say(`${program} ${parameters.join(' ')} did not succeed: ${stderr?.trim() ?? ''}`);
}
