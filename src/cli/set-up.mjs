/**
 * Prepares a checkout before an npm script runs: `start`, `test` or `tools` (the command-line programs). Does only what
 * is missing, says what it does on standard error, and ends with one clear sentence when it cannot.
 *
 * Plain JavaScript with no packages, because it runs before there are any, on whatever Node the machine has.
 */
import { requireNode } from './set-up/node-version.mjs';
import { fail } from './set-up/say.mjs';

const purpose = process.argv[2] ?? '';
if (!['start', 'test', 'tools'].includes(purpose)) fail('Usage: set-up.mjs start|test|tools');

requireNode();
if (purpose === 'start') {
  const { requireFreePort } = await import('./set-up/free-port.mjs');
  await requireFreePort(process.env.PORT ?? '8787');
}

const { installPackages } = await import('./set-up/packages.mjs');
installPackages();

if (purpose !== 'tools') {
  const { writeLocalSecrets } = await import('./set-up/local-secrets.mjs');
  const { buildWhenStale } = await import('./set-up/build.mjs');
  writeLocalSecrets();
  buildWhenStale();
}
if (purpose === 'start') {
  const { applyMigrations } = await import('./set-up/migrations.mjs');
  applyMigrations();
}
if (purpose === 'test') {
  const { requireChromium } = await import('./set-up/chromium.mjs');
  await requireChromium();
}
