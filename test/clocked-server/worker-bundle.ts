/** The Worker on a movable clock in one module, as wrangler bundles it for a deployment. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const WRANGLER = 'node_modules/wrangler/bin/wrangler.js';
const ENTRY = 'test/clocked-server/clocked-worker.ts';

export interface WorkerBundle {
  script: string;
  compatibilityDate: string;
}

/** Takes some seconds. */
export function bundleWorker(): WorkerBundle {
  const folder = mkdtempSync(join(tmpdir(), 'achilles-watch-bundle-'));
  try {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [WRANGLER, 'deploy', ENTRY, '--dry-run', '--outdir', folder, '--assets', folder],
      {
        cwd: CHECKOUT,
        env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false' },
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`the Worker could not be bundled: ${stdout}${stderr}`);
    const configuration = readFileSync(join(CHECKOUT, 'wrangler.toml'), 'utf8');
    const [, compatibilityDate = ''] = /^compatibility_date = "(.+)"$/m.exec(configuration) ?? [];
    return { script: readFileSync(join(folder, 'clocked-worker.js'), 'utf8'), compatibilityDate };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
