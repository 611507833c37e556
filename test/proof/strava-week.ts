/**
 * `npm run proof:strava-week -- [--activities 400] [--ten-athletes]`: ten athletes with so many activities of a year, connected
 * under one client id in one morning, over nine days of simulated time: the real objects in workerd, the simulator with the
 * limits of a new app, or of one for up to ten athletes. What has to hold: test/athlete/strava-week.test.ts, where the tests
 * do it with less.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  NEW_APP_LIMITS,
  TEN_ATHLETES_LIMITS,
} from '../../fixtures/strava-simulator/rate-limits.ts';

const { values } = parseArgs({
  options: { activities: { type: 'string' }, 'ten-athletes': { type: 'boolean' } },
});
const limits = values['ten-athletes'] ? TEN_ATHLETES_LIMITS : NEW_APP_LIMITS;
const activities = Number(values.activities ?? 400);
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    ...['run', '--config', 'test/vitest.config.ts', '--project', 'workerd'],
    'test/athlete/strava-week.test.ts',
  ],
  {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, STRAVA_WEEK: JSON.stringify({ activities, limits }) },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
