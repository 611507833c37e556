/** A test of Strava in workerd with more than `npm test` gives it; its figures are on its own output. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StravaLoad } from '../strava-simulators.ts';

/** `variable`: where the test's setup looks for its load. True when the test has passed. */
export function passes(
  test: string,
  variable: 'STRAVA_WEEK' | 'STRAVA_BACKFILL',
  load: StravaLoad,
): boolean {
  const vitest = ['run', '--config', 'test/vitest.config.ts', '--project', 'workerd', test];
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...vitest], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, [variable]: JSON.stringify(load) },
    stdio: 'inherit',
  });
  return status === 0;
}
