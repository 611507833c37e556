/** The demo pages read what the build leaves in dist/client: made here when nothing has been built yet. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HISTORY = fileURLToPath(new URL('../dist/client/demo/history.json', import.meta.url));

export async function setup(): Promise<void> {
  if (!existsSync(HISTORY)) await import('../src/cli/build-demo.ts');
}
