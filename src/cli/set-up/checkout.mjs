/** Where this checkout lies, and how its own programs are run. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** The Node that came with the packages, else the one that runs this. */
export function nodeProgram() {
  const own = join(checkout, 'node_modules', '.bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

/**
 * Runs a JavaScript or TypeScript program of the checkout or its packages, without a shell, in the checkout.
 * @param {string[]} programAndArguments path relative to the checkout, then its arguments
 * @returns {{ status: number | null, output: string }}
 */
export function runProgram(programAndArguments) {
  const { status, stdout, stderr } = spawnSync(nodeProgram(), programAndArguments, {
    cwd: checkout,
    encoding: 'utf8',
    env: {
      ...process.env,
      WRANGLER_SEND_METRICS: 'false',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      CI: '1',
    },
  });
  return { status, output: `${stdout ?? ''}${stderr ?? ''}`.trim() };
}
