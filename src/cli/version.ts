/** What `--version` prints: of the program and of the load model. */
import { readFile } from 'node:fs/promises';
import { MODEL_VERSION } from '../analysis/achilles-model.ts';

export async function version(): Promise<string> {
  const manifest = new URL('../../package.json', import.meta.url);
  const { name, version } = JSON.parse(await readFile(manifest, 'utf8'));
  return `${name} ${version}, load model ${MODEL_VERSION}`;
}
